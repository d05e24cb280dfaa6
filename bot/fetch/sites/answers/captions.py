"""Which of the captions that a site lists is asked for, and whether what comes is captions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.fetch.model import FetchError
from bot.fetch.sites.answers.encoding import utf8_of
from bot.fetch.sites.answers.gathering import Answers, why

_MOST_TRIED: Final = 3
_ENDINGS: Final = {
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "application/srt": "srt",
    "text/srt": "srt",
    "application/json": "json",
    "text/html": "html",
    "text/plain": "txt",
}
"""Of the media types that podcasts name, the one with times and speakers first."""

_KINDS: Final = tuple(_ENDINGS)


class Captions(NamedTuple):
    """A caption file: its language, as the site writes it, whether a program wrote it, if known."""

    url: str
    kind: str
    language: str = ""
    automatic: bool | None = None


async def best_captions(
    listed: Sequence[Captions], spoken: str, answers: Answers
) -> tuple[tuple[str, bytes], ...]:
    """The file of the best captions that come, or none, which is noted as missing."""
    reason = "none"
    for one in sorted(listed, key=lambda one: _rank(one, spoken))[:_MOST_TRIED]:
        try:
            got = await answers.get(one.url, accept=f"{one.kind}, */*;q=0.5")
        except FetchError as problem:
            reason = why(problem)
            continue
        body = utf8_of(got)
        if (fault := _fault(body, one.kind)) is None:
            answers.note(_came(one, spoken))
            return ((f"captions.{_ENDINGS.get(one.kind, 'txt')}", body),)
        reason = fault
    answers.lack("captions", reason)
    return ()


def _came(one: Captions, spoken: str) -> str:
    """What is said of captions that came, as far as their site tells."""
    if not same_language(one.language, spoken):
        return "captions-translated"
    return {True: "captions-automatic", False: "captions-human", None: "captions"}[one.automatic]


def _rank(one: Captions, spoken: str) -> tuple[bool, bool, int]:
    """What is spoken before translations, what people wrote before what programs did."""
    kind = _KINDS.index(one.kind) if one.kind in _KINDS else len(_KINDS)
    return not same_language(one.language, spoken), bool(one.automatic), kind


def same_language(one: str, other: str) -> bool:
    """Whether two codes are of one language, wherever it is spoken; an unknown one is of any."""
    return not one or not other or _main(one) == _main(other)


def _main(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].casefold()


def _fault(body: bytes, kind: str) -> str | None:
    """Why ``body`` is no caption file of its ``kind``; None where it is one."""
    text = body.removeprefix(b"\xef\xbb\xbf").strip()
    if not text.removeprefix(b"WEBVTT"):
        return "empty"
    if _ENDINGS.get(kind) in {"vtt", "srt"} and b"-->" not in text:
        return "wrong-kind" if text.startswith((b"<", b"{")) else "empty"
    if _ENDINGS.get(kind) == "json" and not text.startswith((b"{", b"[")):
        return "wrong-kind"
    return None

"""Which captions of a video are fetched: those in the talk's own language, a person's first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from summarizer import UnreadableError, read_page
from summarizer.language import detect

Kind = Literal["captions-human", "captions-automatic", "captions-translated"]
Tracks = Mapping[str, Sequence[Mapping[str, Any]]]
"""Of each language the same captions in several formats, as yt-dlp lists them."""

FORMATS: Final = ("vtt", "srt", "ttml", "json3", "srv3", "srv1", "ass", "lrc")
"""The best first."""
_ORIGINAL: Final = "-orig"
_NO_CAPTIONS: Final = frozenset({"live_chat", "rechat", "danmaku", "comments"})


@dataclass(frozen=True, slots=True)
class Track:
    """Captions to fetch: ``data`` where they came with the video's page, else at ``url``."""

    kind: Kind
    language: str
    format: str
    url: str = ""
    data: str = ""
    headers: Mapping[str, str] | None = None


def choose(info: Mapping[str, Any]) -> Track | None:
    """Return the captions to fetch of a video that yt-dlp describes; None where there are none."""
    human, automatic = (_usable(info.get(key)) for key in ("subtitles", "automatic_captions"))
    own = _own_language(info, automatic)
    for kind, language in _candidates(own, human, automatic):
        track = _track(kind, language, (automatic if kind == "captions-automatic" else human))
        if track:
            return track
    return None


def is_transcript(data: bytes, name: str) -> bool:
    """Whether the bytes are captions: words with their times."""
    try:
        return any(cue.start is not None for cue in read_page(data, name).transcript)
    except UnreadableError:
        return False


def _usable(tracks: Tracks | None) -> Tracks:
    return {k: v for k, v in (tracks or {}).items() if v and k not in _NO_CAPTIONS}


def _own_language(info: Mapping[str, Any], automatic: Tracks) -> str | None:
    """The language of the talk, as the site says, or as its words about the talk are."""
    said = info.get("language")
    if isinstance(said, str) and said:
        return said
    marked = next((code for code in automatic if code.endswith(_ORIGINAL)), None)
    if marked:
        return marked.removesuffix(_ORIGINAL)
    words = f"{info.get('title') or ''}\n{info.get('description') or ''}"
    return detect(words)


def _candidates(own: str | None, human: Tracks, automatic: Tracks) -> Iterator[tuple[Kind, str]]:
    """Kinds and languages of captions, the best first.

    Automatic captions in a language that is not the talk's are a machine's translation.
    """
    only = next(iter(human)) if len(human) == 1 else None
    if own:
        yield from (("captions-human", code) for code in _alike(own, human))
        yield from (("captions-automatic", code) for code in _alike(own, automatic))
        yield from (("captions-translated", code) for code in human)
    elif only or human:
        yield "captions-human", only or next(iter(human))
    elif automatic:
        yield "captions-automatic", next(iter(automatic))


def _alike(own: str, tracks: Tracks) -> list[str]:
    """The codes of the same language: as it was spoken, written the same, then its kin."""
    order = (f"{own}{_ORIGINAL}", own, f"{_primary(own)}{_ORIGINAL}", _primary(own))
    kin = [code for code in tracks if _primary(code) == _primary(own)]
    return sorted(kin, key=lambda code: order.index(code) if code in order else len(order))


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def _track(kind: Kind, language: str, tracks: Tracks) -> Track | None:
    formats = {str(each.get("ext")): each for each in tracks[language]}
    best = next((ext for ext in FORMATS if ext in formats), None)
    if best is None:
        return None
    found = formats[best]
    data, url = found.get("data") or "", found.get("url") or ""
    return Track(kind, language, best, url, data, found.get("http_headers"))

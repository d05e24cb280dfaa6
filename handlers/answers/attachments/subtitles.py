"""A transcript as subtitles, in which the chosen sentences are bold: SubRip, or WebVTT (W3C)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate

from summarizer import Cue, Page, Sentence

LONGEST = 7.0
"""Seconds that a cue is shown at most, unless it takes longer to read."""
READ_A_SECOND = 10
"""Characters that are read in a second."""

_LOOK_ALIKES = str.maketrans("<>", "‹›")
"""SubRip has no other way to write what begins a tag, or ends an arrow between times."""

Piece = tuple[str, bool]
"""Some words of a cue, and whether they are of a chosen sentence."""


def write_srt(page: Page, summary: Sequence[Sentence]) -> str:
    """SubRip: the speaker stands before the words."""
    blocks = []
    for number, (cue, end, pieces) in enumerate(_shown(page, summary), start=1):
        words = "".join(_bold(text.translate(_LOOK_ALIKES), chosen) for text, chosen in pieces)
        speaker = f"{cue.speaker}: " if cue.speaker else ""
        times = f"{_clock(cue.start or 0.0, ',')} --> {_clock(end, ',')}"
        blocks.append(f"{number}\n{times}\n{speaker}{words}\n")
    return "\n".join(blocks)


def write_vtt(page: Page, summary: Sequence[Sentence]) -> str:
    """WebVTT: the speaker is the cue's voice."""
    blocks = ["WEBVTT\n"]
    for cue, end, pieces in _shown(page, summary):
        words = "".join(_bold(escape(text, quote=False), chosen) for text, chosen in pieces)
        name = " ".join(escape(cue.speaker or "", quote=False).split())
        times = f"{_clock(cue.start or 0.0, '.')} --> {_clock(end, '.')}"
        blocks.append(f"{times}\n{f'<v {name}>' if name else ''}{words}\n")
    return "\n".join(blocks)


def _shown(page: Page, summary: Sequence[Sentence]) -> Iterator[tuple[Cue, float, list[Piece]]]:
    """Each cue that has a time and words, with its end and its pieces."""
    texts = [" ".join(cue.text.split()) for cue in page.transcript]
    places = [0, *accumulate(len(text) + 1 for text in texts)]
    chosen = list(_chosen(page.transcript, " ".join(texts), places, summary))
    timed = [n for n, cue in enumerate(page.transcript) if cue.start is not None and texts[n]]
    for n, following in zip(timed, [*timed[1:], None], strict=True):
        cue = page.transcript[n]
        after = None if following is None else page.transcript[following].start
        yield cue, _end(cue.start or 0.0, after, texts[n]), _pieces(texts[n], places[n], chosen)


def _chosen(
    cues: Sequence[Cue], joined: str, places: Sequence[int], summary: Sequence[Sentence]
) -> Iterator[tuple[int, int]]:
    """Where the chosen sentences stand in the joined text: from their times on, if they have."""
    starts = list(accumulate((cue.start or 0.0 for cue in cues), max))
    for sentence in summary:
        first = bisect_left(starts, sentence.start) if sentence.start is not None else 0
        begin = joined.find(sentence.text, places[max(0, first - 1)])
        begin = begin if begin >= 0 else joined.find(sentence.text)
        if begin >= 0:
            yield begin, begin + len(sentence.text)


def _pieces(text: str, place: int, chosen: Sequence[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    reached = 0
    for begin, end in chosen:
        start, stop = max(begin - place, reached), min(end - place, len(text))
        if start < stop:
            pieces += [(text[reached:start], False), (text[start:stop], True)]
            reached = stop
    return [*pieces, (text[reached:], False)]


def _bold(text: str, chosen: bool) -> str:  # noqa: FBT001 - half of a piece
    return f"<b>{text}</b>" if chosen else text


def _end(start: float, after: float | None, text: str) -> float:
    """When the cue goes: with the next one, or when it has been read."""
    read = start + max(LONGEST, len(text) / READ_A_SECOND)
    return read if after is None or after <= start else min(read, after)


def _clock(seconds: float, point: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}{point}{thousandths:03}"

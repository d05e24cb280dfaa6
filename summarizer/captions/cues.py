"""The common end of every caption format: timed lines become cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice, pairwise
from typing import NamedTuple

from summarizer.captions.bilingual import one_language
from summarizer.captions.pauses import at_pauses, timed_words
from summarizer.captions.speakers import Line, Spoken, named, voices
from summarizer.model import Chapter, Cue, Omission, Page
from summarizer.sentences.bare import lacks_stops

MOST_LINES = 60_000
"""Lines and turns that are read of captions: a day of speech, and any file takes seconds."""

_WORD_TIME = re.compile(r"<\d{1,2}:[\d:.]{3,12}>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>|<\d{1,2}:[\d:.]{3,12}>|<!--[^<>]{0,300}-->")
# What stands small over a word says how it is read, not what is said.
_RUBY = re.compile(r"<rt>[^<>\n]{0,100}</rt>|<rp>[^<>\n]{0,10}</rp>")
_OVERRIDE = re.compile(r"\{(?:\\|[a-zA-Z]:)[^{}]{0,300}\}")
_FEW = 8
_OFTEN = 0.3


class Block(NamedTuple):
    """What a format shows at one time: its lines as written, markup and all."""

    start: float | None
    lines: tuple[str, ...]
    speaker: str | None = None


def page_of(blocks: Iterable[Block], title: str | None = None) -> Page | None:
    """A page that holds the speech of ``blocks``; None where they hold none."""
    said, cut = _beginning(blocks)
    kept = one_language([(block.start, _lines(block)) for block in said])
    cues = _read(said, kept.blocks)
    left = (Omission("another-language", part=kept.left),) if kept.left else ()
    return Page(title=title, transcript=cues, omissions=(*left, *cut)) if cues else None


def by_time(blocks: Iterable[Block]) -> list[Block]:
    """``blocks`` in the order of their times, those without one first; one more than are read."""
    return sorted(islice(blocks, MOST_LINES + 1), key=lambda block: block.start or 0.0)


def to_cues(blocks: list[Block]) -> tuple[Cue, ...]:
    """Cues without markup; rolling captions said once; speakers beside the text, not in it."""
    return _read(blocks, [(block.start, _lines(block)) for block in blocks])


def _read(blocks: list[Block], spoken: Spoken) -> tuple[Cue, ...]:
    worded = any(_WORD_TIME.search(line) for block in blocks for line in block.lines)
    if worded or _rolls([lines for _, lines in spoken]):
        spoken = _said_once(spoken)
    if worded and lacks_stops(line.text for _, lines in spoken for line in lines):
        spoken = [part for start, lines in spoken for part in _at_pauses(start, lines)]
    # The name of a voice that no tag ends is only written again when another one speaks.
    lasting = not any("</v>" in line for block in blocks for line in block.lines)
    return tuple(_joined(named(spoken, lasting=lasting)))


def plain(line: str) -> str:
    """``line`` without tags and override codes, its entities decoded, white space folded."""
    if "<" in line or "{" in line:
        line = _OVERRIDE.sub("", _TAG.sub("", _RUBY.sub("", line)))
    if "&" in line:
        line = unescape(unescape(line))  # some write the entities of an answer as entities again
    return " ".join(line.split())


def in_chapters(cues: tuple[Cue, ...], titles: Iterable[tuple[float, str]]) -> tuple[Chapter, ...]:
    """Chapters at the first cue that starts with or after each (start in seconds, title)."""
    starts = [cue.start if cue.start is not None else 0.0 for cue in cues]
    chapters = []
    for start, title in titles:
        at = next((i for i, begin in enumerate(starts) if begin >= start - 0.5), len(cues))
        chapters.append(Chapter(title, start, at))
    return tuple(chapters)


def _beginning(blocks: Iterable[Block]) -> tuple[list[Block], tuple[Omission, ...]]:
    """The first blocks that hold `MOST_LINES` together, and whether there are more."""
    kept: list[Block] = []
    left = MOST_LINES
    for block in blocks:
        weight = sum(1 + line.count(">>") + line.count("<v") for line in block.lines if line)
        if weight > left:
            kept += [block._replace(lines=block.lines[:left])] if left else []
            return kept, (Omission("too-long", len(kept)),)
        kept.append(block)
        left -= max(weight, 1)
    return kept, ()


def _lines(block: Block) -> list[Line]:
    found = []
    for speaker, text in voices(filter(None, block.lines)):
        if shown := plain(text):
            written = text if _WORD_TIME.search(text) else ""
            found.append(Line(shown, speaker or block.speaker, written=written))
    return found


def _rolls(blocks: list[list[Line]]) -> bool:
    """Whether many blocks begin with the line that the one before ended with."""
    pairs = [(a, b) for a, b in pairwise(blocks) if a and b]
    again = sum(a[-1] == b[0] for a, b in pairs)
    return len(pairs) >= _FEW and again >= _OFTEN * len(pairs)


def _said_once(
    blocks: list[tuple[float | None, list[Line]]],
) -> list[tuple[float | None, list[Line]]]:
    """Each line of rolling captions when it first appears: equal to the last one kept, it goes."""
    kept: list[tuple[float | None, list[Line]]] = []
    last: Line | None = None
    for start, lines in blocks:
        for line in lines:
            if last is None or line[:3] != last[:3]:
                kept.append((start, [line]))
                last = line
    return kept


def _at_pauses(start: float | None, lines: list[Line]) -> Iterator[tuple[float | None, list[Line]]]:
    """``lines``, those in which the speaker pauses in parts that start when he goes on."""
    for line in lines:
        parts = at_pauses(timed_words(start, line.written)) if line.written else []
        if len(parts) < 2:  # noqa: PLR2004 - one part is the whole
            yield start, [line]
        else:
            yield from ((part.start, [line._replace(text=plain(part.written))]) for part in parts)


def _joined(blocks: Iterable[tuple[float | None, list[Line]]]) -> Iterable[Cue]:
    """One cue for the lines of a block that one speaker says."""
    for start, lines in blocks:
        open_lines: list[Line] = []
        for line in lines:
            if open_lines and (line.turn or line.speaker != open_lines[-1].speaker):
                yield _cue(start, open_lines)
                open_lines = []
            open_lines.append(line)
        if open_lines:
            yield _cue(start, open_lines)


def _cue(start: float | None, lines: list[Line]) -> Cue:
    first = lines[0]
    return Cue(" ".join(line.text for line in lines), start, first.speaker, first.turn)

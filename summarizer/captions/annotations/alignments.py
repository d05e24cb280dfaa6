"""What NIST's scorers read: words with times (.ctm), turns with theirs (.stm), turns alone (.rttm).

"recording channel start length word confidence" and "recording channel speaker start end words":
https://www.nist.gov/itl/iad/mig/tools
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.cues import Block, page_of
from summarizer.captions.speech import cues_of
from summarizer.model import Page, UnreadableError

_HEAD = 20_000
_FEWEST = 3
_WORD = re.compile(
    r"\S{1,200} (?:\d{1,2}|[A-Z]) (\d{1,7}(?:\.\d{1,6})?) \d{1,5}(?:\.\d{1,6})? (\S{1,80})"
    r"(?: -?\d{1,3}(?:\.\d{1,9})?)?(?: \S{1,20}){0,2}"
)
_TURN = re.compile(
    r"\S{1,200} (?:\d{1,2}|[A-Z]) (\S{1,100}) (\d{1,7}(?:\.\d{1,6})?) (\d{1,7}(?:\.\d{1,6})?)"
    r"(?: <[^<>]{0,100}>)? (.{1,20000})"
)
_WHO = re.compile(r"SPEAKER \S{1,200} \d{1,2} \d{1,7}(?:\.\d{1,6})? \d{1,7}(?:\.\d{1,6})? .{3,200}")
_UNSCORED = "ignore_time_segment_in_scoring"
_NO_WORDS = UnreadableError("captions-without-words")


def sniff(text: str) -> float:
    """How surely each line of ``text`` is a word or a turn with its time."""
    head = text[:_HEAD]
    lines = _lines(head.rpartition("\n")[0] or head if len(text) > _HEAD else head)
    is_all = any(all(map(form.fullmatch, lines)) for form in (_WORD, _TURN, _WHO))
    return 0.95 if is_all and len(lines) >= _FEWEST else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none.

    Raises UnreadableError where it says only who speaks when.
    """
    lines = _lines(text)
    if lines and all(map(_WHO.fullmatch, lines[:_FEWEST])):
        raise _NO_WORDS
    if lines and all(map(_WORD.fullmatch, lines[:_FEWEST])):
        return _read_words(lines)
    return page_of(_turns(lines))


def _lines(text: str) -> list[str]:
    """The lines with words, their white space folded; remarks begin with two semicolons."""
    full = (line for line in text.split("\n") if line.strip() and not line.startswith(";;"))
    return [" ".join(line.split()) for line in full]


def _read_words(lines: list[str]) -> Page | None:
    found = (_WORD.fullmatch(line) for line in lines)
    cues = cues_of([(float(word[1]), word[2], None) for word in found if word], in_seconds=True)
    return Page(transcript=cues) if cues else None


def _turns(lines: list[str]) -> Iterator[Block]:
    for line in lines:
        turn = _TURN.fullmatch(line)
        if turn and turn[4] != _UNSCORED:
            yield Block(float(turn[2]), (turn[4],), turn[1].replace("_", " "))

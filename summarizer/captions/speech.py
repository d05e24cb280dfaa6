"""Speech out of records: entries with their times, single words joined to sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.captions.cues import Block, to_cues
from summarizer.captions.pauses import Part, paused
from summarizer.model import Cue
from summarizer.rank.tokens import UNSPACED
from summarizer.sentences.bare import lacks_stops

Entry = tuple[float | None, str, str | None]
"""A start in seconds or milliseconds, the words, and who says them."""

_SLOW = 0.1
"""Letters a unit of time below which the unit is a millisecond: nobody speaks so slowly."""

_WORDS = 0.8
"""Share of entries that are one word, from which on the entries are words."""

_FEWEST = 4
_LONGEST_WORD, _LONGEST_UNSPACED = 40, 5
_MOST_WORDS = 80
"""Words without a stop or a pause that are said at a time."""

_UNSPACED = re.compile(f"[{UNSPACED}]")
_STOP = re.compile(r"[.!?…。！？।؟][\"'”’»)\]」』]{0,4}\s{0,4}$")
_OPENING = re.compile(r"[¿¡(\[{“„«‚「『]+")
_GLUED = ("'", "’", "n't")


def cues_of(
    entries: Sequence[Entry], *, clocked: bool = False, in_seconds: bool = False
) -> tuple[Cue, ...]:
    """The cues of entries of one list; ``clocked``: their times are clocks, not numbers."""
    known = clocked or in_seconds or any(start is None for start, _, _ in entries)
    scale = 1000 if not known and _in_milliseconds(entries) else 1
    timed = [(None if s is None else round(s / scale, 3), text, w) for s, text, w in entries]
    are_words = _are_words(timed, 2 if in_seconds else _FEWEST)
    said = list(_joined(timed)) if are_words else timed
    return to_cues([Block(start, tuple(text.split("\n")), who) for start, text, who in said])


def _in_milliseconds(entries: Sequence[Entry]) -> bool:
    starts = [start or 0.0 for start, _, _ in entries]
    span = max(starts) - min(starts)
    letters = sum(len(text) for _, text, _ in entries)
    return all(map(float.is_integer, starts)) and letters < _SLOW * span


def _are_words(entries: Sequence[Entry], fewest: int) -> bool:
    words = sum(_is_word(text.strip()) for _, text, _ in entries)
    return len(entries) >= fewest and words >= _WORDS * len(entries)


def _is_word(text: str) -> bool:
    longest = _LONGEST_UNSPACED if _UNSPACED.search(text) else _LONGEST_WORD
    return len(text) <= longest and len(text.split()) <= 1


def _joined(words: Sequence[Entry]) -> Iterator[Entry]:
    """``words`` in sentences, where no stops are written up to each pause, of one speaker each."""
    bare = lacks_stops(text for _, text, _ in words)
    is_spaced = any(text != text.strip() for _, text, _ in words)
    open_words: list[Entry] = []
    for word in words:
        if open_words and word[1].strip() and _begins(open_words, word, bare=bare):
            yield _sentence(open_words, is_spaced=is_spaced)
            open_words = []
        open_words.append(word)
    if open_words:
        yield _sentence(open_words, is_spaced=is_spaced)


def _begins(before: Sequence[Entry], word: Entry, *, bare: bool) -> bool:
    """Whether ``word`` is said after those ``before``, not with them."""
    if not any(map(str.isalnum, word[1])) and not _OPENING.fullmatch(word[1].strip()):
        return False
    last = next((entry for entry in reversed(before) if entry[1].strip()), before[-1])
    if word[2] != last[2] or len(before) >= _MOST_WORDS:
        return True
    if bare:
        return paused(Part(last[0], last[1]), Part(word[0], word[1]))
    return _STOP.search(last[1]) is not None


def _sentence(words: Sequence[Entry], *, is_spaced: bool) -> Entry:
    """``words`` as one: their own blanks, or those that go between words and not before marks."""
    start, _, speaker = words[0]
    text = ""
    for _, word, _ in words:
        text += word if is_spaced or not text else _blank(text, word) + word
    return start, " ".join(text.split()), speaker


def _blank(text: str, word: str) -> str:
    """What goes between ``text`` and ``word``."""
    is_mark = not any(map(str.isalnum, word)) and not _OPENING.fullmatch(word)
    if is_mark or word.startswith(_GLUED) or _OPENING.fullmatch(text[-1]):
        return ""
    return "" if _UNSPACED.match(text[-1]) and _UNSPACED.match(word) else " "

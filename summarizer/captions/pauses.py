"""Lines whose words have times, parted where the speaker pauses, so that each part has its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.captions.clock import seconds

WORD, LETTER = 0.3, 0.06
"""Seconds that a word takes at most: of its own, and for each letter."""
PAUSE = 0.5
"""Seconds of silence that part a line."""

_TIME = re.compile(r"<(\d{1,2}:[\d:.]{3,12})>")


class Part(NamedTuple):
    """Words said without a pause, from ``start`` on, as written."""

    start: float | None
    written: str


def timed_words(start: float | None, written: str) -> list[Part]:
    """The words of a line of WebVTT, each with the time that stands before it."""
    first, *rest = _TIME.split(written)
    words = [Part(start, first)]
    words += [Part(seconds(time), text) for time, text in zip(rest[::2], rest[1::2], strict=True)]
    return [word for word in words if word.written.strip()]


def paused(word: Part, following: Part) -> bool:
    """Whether there is silence between two words."""
    if word.start is None or following.start is None:
        return False
    said = WORD + LETTER * len(re.sub(r"<[^<>]*>", "", word.written).strip())
    return following.start - word.start - said >= PAUSE


def at_pauses(words: Sequence[Part]) -> list[Part]:
    """``words`` joined, but for those after which there is a pause."""
    parts: list[Part] = []
    last: Part | None = None
    for word in words:
        if last and not paused(last, word):
            parts[-1] = Part(parts[-1].start, parts[-1].written + word.written)
        else:
            parts.append(word)
        last = word
    return parts

"""How long a digest is: how much was said, and how many sentences of it are shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from math import ceil
from typing import Literal

from summarizer.model import Cue, Digest
from summarizer.rank.tokens import has_single, is_single, words_of

Unit = Literal["words", "characters"]

SPOKEN_A_MINUTE = {"words": 150, "characters": 270}
"""Words or characters that are spoken in a minute."""
AT_TWO_MINUTES, GROWTH = 5.0, 0.29
"""Sentences of two minutes, and the power of the length: four hours have 20."""
FEWEST, MOST = 3, 24
_AFTERWARDS, _CREDITS = 1.1, 60.0
"""Share of the length, and seconds, that may follow the last cue's beginning."""
STEP = 1.6
"""Shorter and Longer go one step: 2, 3, 5, 8, 13, 21."""


def count_words(text: str) -> tuple[int, Unit]:
    """How long ``text`` is, in characters where its script has no blanks between words."""
    if not has_single(text):
        return len(text.split()), "words"
    words = words_of(text)
    singles = sum(map(is_single, words))
    if singles > len(words) / 2:
        return len(words), "characters"
    return len(text.split()), "words"


def spoken_minutes(cues: Sequence[Cue], words: int, unit: Unit) -> int:
    """Minutes of speech, at least one: from the first cue to the last one, or by length."""
    pace = SPOKEN_A_MINUTE[unit]
    first, last = (cues[0].start, cues[-1].start) if cues else (None, None)
    if first is None or last is None or last <= first:
        return max(1, round(words / pace))
    return max(1, round((last - first) / 60 + count_words(cues[-1].text)[0] / pace))


def longest_video(cues: Sequence[Cue]) -> float | None:
    """Seconds that a video with these cues has at most; None where they have no times.

    The last cue goes on for a while, and music may follow it.
    """
    last = max((cue.start for cue in cues if cue.start is not None), default=0.0)
    return last * _AFTERWARDS + _CREDITS if last else None


def talk_seconds(cues: Sequence[Cue]) -> float | None:
    """Seconds until the last cue is spoken; None where the cues have no times."""
    last = max((cue for cue in cues if cue.start), key=lambda cue: cue.start or 0.0, default=None)
    if last is None or last.start is None:
        return None
    words, unit = count_words(last.text)
    return last.start + 60 * words / SPOKEN_A_MINUTE[unit]


def usual_number(minutes: int, total: int) -> int:
    """How many of ``total`` sentences a digest of so many minutes shows unless asked otherwise."""
    usual = round(AT_TWO_MINUTES * math.pow(max(minutes, 1) / 2, GROWTH))
    return min(max(usual, FEWEST), MOST, max(ceil(total / 2), FEWEST), total)


def lengths(digest: Digest) -> tuple[int | None, int | None]:
    """The ``Options.sentences`` of a shorter and of a longer digest; None where there is none."""
    shown, total = len(digest.summary), digest.sentences_total
    shorter = max(1, int(shown / STEP))
    longer = min(total, ceil(shown * STEP))
    return shorter if shorter < shown else None, longer if longer > shown else None

"""The times of the video that a comment names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.mood.moments.addresses import timed_addresses, without_addresses
from summarizer.mood.moments.clocks import clock_times
from summarizer.mood.moments.digits import plain_digits
from summarizer.mood.moments.spelled import spelled_times
from summarizer.mood.moments.words_around import Written

LONGEST = 5_000
"""Characters of a comment that are read: a list of a hundred chapters has as many."""

_DIGIT = re.compile(r"\d")


def named_times(text: str, length: float | None = None) -> tuple[float, ...]:
    """The seconds of the video that ``text`` names, in the order of the text, each once.

    Clock times (1:02:03), spelled ones ("3m20s", "minute 5", "10 minutes in") and those in
    addresses (``?t=95``). Scores, verses, times of day, ratios, prices and lengths are none; nor is
    a time beyond the video's ``length`` in seconds, where that is known.
    """
    text = text[:LONGEST]
    if not _DIGIT.search(text):
        return ()
    seconds = (float(one.seconds) for one in _apart(plain_digits(text)) if one.means_video)
    return tuple(dict.fromkeys(s for s in seconds if length is None or s <= length))


def _apart(text: str) -> Iterator[Written]:
    """All that is written as a time, in order: of two that overlap the first."""
    bare = without_addresses(text)
    clocks = [*clock_times(bare)]
    rest = _without(clocks, bare)
    found = [*timed_addresses(text), *clocks]
    if _DIGIT.search(rest):
        found += spelled_times(rest)
    end = 0
    for one in sorted(found, key=lambda one: one.start):
        if one.start >= end:
            end = one.end
            yield one


def _without(times: Sequence[Written], text: str) -> str:
    """``text`` with blanks in the place of ``times``."""
    for one in times:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text

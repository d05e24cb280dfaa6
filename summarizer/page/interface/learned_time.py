"""Times in words of an unknown language, glued to the speech: what the words are is learned.

Where a word ends is told by how many different letters follow it: few inside the word, many behind
it (the successor variety of Harris, "From phoneme to morpheme", 1955).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from summarizer.page.interface.clock import Stamp
from summarizer.page.interface.spoken_time import spoken_numbers

_LONGEST = 16
_FEWEST = 5
_VARIETY = 4
"""Different letters behind a prefix that make it a word."""

_SHARE = 0.25
"""Share of its prefix that a longer ending needs: rarer ones are the first letter of speech."""

_LEAD = re.compile(r"(\d{1,3})\s?")


def learn_spoken(stamps: Sequence[Stamp]) -> Callable[[Stamp], str | None] | None:
    """What takes the time in words off a cue, None where cues do not begin with their time."""
    led = [stamp for stamp in stamps if _after_lead(stamp) is not None]
    if len(led) < _FEWEST or 2 * len(led) < len(stamps):
        return None
    between = {gap for stamp in led if (gap := _between(stamp))}
    last = _words([rest for stamp in led if (rest := _last(stamp))])
    ends = sorted({*last, *between}, key=len, reverse=True)

    def strip(stamp: Stamp) -> str | None:
        rest = _last(stamp)
        if rest is None:
            rest = _after_lead(stamp)
        if rest is None:
            return None
        return rest[next((len(e) for e in ends if rest.startswith(e)), 0) :].lstrip(" ,")

    return strip


def _after_lead(stamp: Stamp) -> str | None:
    """The words behind the first number of the time in words, None where it does not lead."""
    found = _LEAD.match(stamp.rest)
    if not found or int(found[1]) != spoken_numbers(stamp.start)[0]:
        return None
    return stamp.rest[found.end() :]


def _last(stamp: Stamp) -> str | None:
    """The words behind the last number, None where a number is missing."""
    rest = _after_lead(stamp)
    for number in spoken_numbers(stamp.start)[1:]:
        found = (
            re.search(rf"(?<!\d){number}\s?", rest[: 2 * _LONGEST]) if rest is not None else None
        )
        rest = rest[found.end() :] if rest is not None and found else None
    return rest


def _between(stamp: Stamp) -> str:
    """The word between the first two numbers."""
    rest, numbers = _after_lead(stamp), spoken_numbers(stamp.start)
    if rest is None or len(numbers) == 1:
        return ""
    before = rest[: 2 * _LONGEST].partition(str(numbers[1]))[0]
    return before.strip(" ,،、")


def _words(rests: Sequence[str]) -> set[str]:
    """The beginnings of ``rests`` that are words of their own."""
    counts = Counter(rest[:n] for rest in rests for n in range(1, _LONGEST) if len(rest) >= n)
    after: dict[str, set[str]] = defaultdict(set)
    for prefix in counts:
        after[prefix[:-1]].add(prefix[-1])
    return {
        prefix
        for prefix, times in counts.items()
        if times >= _FEWEST
        and len(after[prefix]) >= _VARIETY
        and times >= _SHARE * (counts[prefix[:-1]] if prefix[:-1] else len(rests))
        and not (prefix[-1].isupper() and len(prefix) > 1)
    }

"""Times of the video written with colons or points, told from all else that is written so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.mood.moments.other_meanings import means_something_else
from summarizer.mood.moments.words_around import LATIN, Around, Written, around

_CLOCK = re.compile(
    rf"(?<![\d_:$€£{LATIN}])(?<!\d\.)(?:(\d{{1,2}}):)?(\d{{1,3}}):([0-5]\d)"
    r"(?!\d|:\d|\.\d|,\d+(?!\d*:))"
)
_POINTED = re.compile(
    rf"(?<![\d_:.,$€£/{LATIN}])()(\d{{1,2}})\.([0-5]\d)(?![\d_:%€$£°{LATIN}]|[.,/]\d)"
)
_JOINED = re.compile(
    r"(?:\s?[ap]\.?m\b\.?)?\s{0,3}(?:[-–—~/|&,;+]|and|und|y|et|e|or|oder|to|bis)?\s{0,3}"
)
_SIXTY = 60


def clock_times(text: str) -> Iterator[Written]:
    """Everything in ``text`` that is written as a time is, and whether it means the video."""
    both = ((":", _CLOCK), (".", _POINTED))
    written = [found for mark, way in both if mark in text for found in way.finditer(text)]
    before: Written | None = None
    for match in sorted(written, key=re.Match.start):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        if match[1] and minutes >= _SIXTY:
            continue
        joined = before if before and _JOINED.fullmatch(text[before.end : match.start()]) else None
        means = _means_video(match, around(text, *match.span()), joined)
        before = Written(*match.span(), 3600 * hours + 60 * minutes + seconds, means)
        yield before


def _means_video(match: re.Match[str], words: Around, joined: Written | None) -> bool:
    """What is joined to a time is one too, and what is joined to none is none."""
    pointed = match.re is _POINTED
    if joined and not joined.means_video:
        return False
    if pointed and not (words.opens or words.after("at") or joined):
        return False
    if pointed and words.before("price_after"):
        return False
    return not means_something_else(match, words)

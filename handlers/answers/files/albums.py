"""Which of the files that were sent together belong to one video."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from summarizer import Page
from summarizer.file_name import from_name
from summarizer.video_url import video_id

Named = tuple[str | None, Page]
"""A file's name, and the page that was read in it."""

_ROLE = re.compile(
    r"(?:^|[\s._-])(?:captions?|chapters|comments?|description|info|live_?chat|page|subs"
    r"|subtitles?|transcript|video)(?:[\s._(-]*\w{1,3}\)?)?$",
    re.IGNORECASE,
)
"""What a name says at its end of the part that the file holds, with a number or a language."""
_ENDINGS = re.compile(r"(?:\.[a-z]{2,3}(?:-[a-z]{2,4})?)?(?:\.[a-z]\w{1,5})$", re.IGNORECASE)
_LEAST_TIMES = 8
"""Times that two files must share before they count as those of one video."""
_SHARED = 0.6


def group(files: Sequence[Named]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the files, those of one video together, in the order they were sent.

    Files belong together on evidence alone: the same video id, the same stem of the name, the
    same title, or the same times; never when their ids differ.
    """
    groups = [{number} for number in range(len(files))]
    for one, other in combinations(range(len(files)), 2):
        mine, theirs = groups[one], groups[other]
        together = [files[number] for number in mine | theirs]
        one_video = _same(files[one], files[other]) and len(_videos(together)) <= 1
        if mine is not theirs and one_video:
            mine |= theirs
            for number in theirs:
                groups[number] = mine
    return tuple(dict.fromkeys(tuple(sorted(numbers)) for numbers in groups))


def _same(one: Named, other: Named) -> bool:
    """Whether there is evidence that two files speak of one video."""
    ids = _videos([one]) & _videos([other])
    stems = _stem(one[0]) & _stem(other[0])
    titles = _titles(one[1]) & _titles(other[1])
    return bool(ids or stems or titles) or _same_times(one[1], other[1])


def _videos(files: Iterable[Named]) -> set[str]:
    found = set()
    for name, page in files:
        named = from_name(name).video if name else None
        found |= {named or (video_id(page.url) if page.url else None)}
    return {video for video in found if video}


def _stem(name: str | None) -> set[str]:
    """The name without its ending, language and role; a name of its role alone has no stem."""
    if not name:
        return set()
    stem = _ROLE.sub("", _ENDINGS.sub("", re.split(r"[\\/]", name)[-1])).strip(" ._-").casefold()
    return {stem} if stem and not stem.isdigit() else set()


def _titles(page: Page) -> set[str]:
    return {" ".join(page.title.casefold().split())} if page.title else set()


def _same_times(one: Page, other: Page) -> bool:
    """Whether most times of one stand in the other, and far more of them than by chance.

    Captions that a program made step alike whatever is said: in one language the words decide.
    """
    fewer, more = sorted((_spoken(one), _spoken(other)), key=len)
    if len(fewer) < _LEAST_TIMES:
        return False
    both = fewer.keys() & more.keys()
    share = len(both) / len(fewer)
    if share < _SHARED or share < 2 * len(more) / (max(more) - min(more) + 1):
        return False
    alike = sum(fewer[time] == more[time] for time in both)
    return one.language != other.language or alike >= len(both) / 2


def _spoken(page: Page) -> dict[int, str]:
    """What is said at each second that has a time."""
    return {
        int(cue.start): " ".join(cue.text.casefold().split())
        for cue in page.transcript
        if cue.start is not None
    }

"""Which of the files that came together belong to one video."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePosixPath

from summarizer.file_name import from_name
from summarizer.model import Page
from summarizer.video_url import video_id

Named = tuple[str | None, Page]
"""A file's name, and the page that was read in it."""

_ROLE = re.compile(
    r"(?:^|[\s._-])(?:captions?|chapters|chat|comments?|description|info|live_?chat|messages?|page"
    r"|subs|subtitles?|transcript|video)(?:[\s._(-]*\w{1,3}\)?)?$",
    re.IGNORECASE,
)
"""What a name says at its end of the part that the file holds, with a number or a language."""
_ENDINGS = re.compile(r"(?:\.[a-z]{2,3}(?:-[a-z]{2,4})?)?(?:\.[a-z]\w{1,5})$", re.IGNORECASE)
_NUMBERS = re.compile(r"[\d\W_]+")
_LEAST_TIMES = 8
"""Times that two files must share before they count as those of one video."""
_SHARED = 0.6
_AS_LONG = 0.8
"""Share of its length that a translation has at least."""


@dataclass(frozen=True, slots=True)
class _File:
    """What a file says of its video, each part empty where it says nothing."""

    video: str | None
    stem: str
    title: str
    language: str | None
    spoken: dict[int, str]
    has_speech: bool
    has_comments: bool


def group(files: Sequence[Named]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the files, those of one video together, in the order they were sent.

    Files belong together on evidence alone: the same video id, the same stem of the name, the
    same title, or the same times; never when their ids differ.
    """
    return _group([_look_at(*file) for file in files])


def part(files: Sequence[Named]) -> tuple[tuple[int, ...], ...]:
    """The same for files that were packed together: they are of one video, unless two differ.

    Two differ by their ids, or where both hold speech, or both comments, under different names.
    """
    looked = [_look_at(*file) for file in _by_folder(files)]
    groups = _group(looked)
    firsts = combinations([[looked[number] for number in numbers] for numbers in groups], 2)
    if any(_differ(a, b) for one, other in firsts for a in one for b in other):
        return groups
    return (tuple(range(len(files))),) if files else ()


def _by_folder(files: Sequence[Named]) -> list[Named]:
    """The files, those whose name says only what they hold named by their folder, of several."""
    folders = {PurePosixPath(name).parent for name, _ in files if name}
    if len(folders) < 2:  # noqa: PLR2004 - one folder tells nothing apart
        return list(files)
    return [(_folder(name) if name and not _stem(name) else name, page) for name, page in files]


def _folder(name: str) -> str:
    return PurePosixPath(name).parent.name or name


def _group(files: Sequence[_File]) -> tuple[tuple[int, ...], ...]:
    groups = [{number} for number in range(len(files))]
    for one, other in combinations(range(len(files)), 2):
        mine, theirs = groups[one], groups[other]
        if mine is theirs or not _same(files[one], files[other]):
            continue
        if len({files[number].video for number in mine | theirs} - {None}) <= 1:
            mine |= theirs
            for number in theirs:
                groups[number] = mine
    return tuple(dict.fromkeys(tuple(sorted(numbers)) for numbers in groups))


def _look_at(name: str | None, page: Page) -> _File:
    named = from_name(name).video if name else None
    return _File(
        video=named or (video_id(page.url) if page.url else None),
        stem=_stem(name),
        title=" ".join((page.title or "").casefold().split()),
        language=page.language,
        spoken=_spoken(page),
        has_speech=bool(page.transcript),
        has_comments=bool(page.comments),
    )


def _same(one: _File, other: _File) -> bool:
    """Whether there is evidence that two files speak of one video."""
    pairs = ((one.video, other.video), (one.stem, other.stem), (one.title, other.title))
    return any(a and a == b for a, b in pairs) or _same_times(one, other)


def _differ(one: _File, other: _File) -> bool:
    """Whether there is evidence that two files speak of different videos."""
    if one.video and other.video:
        return one.video != other.video
    if not ((one.has_speech and other.has_speech) or (one.has_comments and other.has_comments)):
        return False
    if _may_translate(one, other):
        return False
    return bool((one.stem and other.stem) or (one.title and other.title))


def _may_translate(one: _File, other: _File) -> bool:
    """Whether the speech of two files is as long, in two languages."""
    ends = sorted(max(file.spoken, default=0) for file in (one, other))
    return one.language != other.language and ends[0] >= _AS_LONG * ends[1] > 0


def _stem(name: str | None) -> str:
    """The name without its ending, language and role; a name of its role alone has no stem."""
    if not name:
        return ""
    bare = _ENDINGS.sub("", re.split(r"[\\/]", name)[-1])
    stem = _ROLE.sub("", bare).strip(" ._-").casefold()
    return "" if _NUMBERS.fullmatch(stem) else stem


def _same_times(one: _File, other: _File) -> bool:
    """Whether most times of one stand in the other, and far more of them than by chance.

    Captions that a program made step alike whatever is said: in one language the words decide.
    """
    fewer, more = sorted((one.spoken, other.spoken), key=len)
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

"""Pages on which a head and a foot frame each remark; data/remark_frames.tsv has the sites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from summarizer.data import rows
from summarizer.model import Comment, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line, join, parse_amount, previous_full
from summarizer.page.kinds.post import read_post

_FEWEST = 2
_SAMPLE = 1000
"""Lines with words in which a site shows."""

_WEIGHED = 4_000
"""Lines with words that say whether a page is of this kind."""

_FOOTED = 0.5
"""Share of the remarks that have a foot."""

_REACH = 8
"""Lines of a head that are looked at above it and below."""

_LONGEST = 800
_PROSE = 60
"""Characters of a line above the remarks that is more than a counter or a button."""

_LONGEST_NAME = 80
_NONE = "-"
_GROUP = re.compile(r"\(\?P<\w+>")
_NEVER = re.compile(r"(?!)")


class Frame(NamedTuple):
    """How a site frames a remark: a row of the table, its cells compiled."""

    site: str
    head: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    foot: re.Pattern[str]
    flags: Sequence[str]


class Remark(NamedTuple):
    """What stands in a frame: ``first`` is the line that its head begins with."""

    first: int
    comment: Comment
    title: str | None
    is_footed: bool


def weigh_framed(landmarks: Landmarks) -> float:
    """1 where a site's frames stand around several remarks, else 0."""
    return 1.0 if _find(landmarks, _WEIGHED) else 0.0


def read_framed(landmarks: Landmarks) -> Page:
    """The remarks as a discussion, below what the page says above them.

    Where the first of them say nothing, no others are looked for.
    """
    is_said = any(remark.comment.text for remark in _find(landmarks, _WEIGHED))
    remarks = _find(landmarks, len(landmarks.full)) if is_said else ()
    page = read_post(landmarks, remarks[0].first) if remarks else Page()
    prose = [line for line in page.description.split("\n") if len(line) >= _PROSE]
    title = next((remark.title for remark in remarks), None)
    return Page(
        title=page.title if title is None else title or None,
        description="\n".join(prose),
        comments=tuple(remark.comment for remark in remarks if remark.comment.text),
    )


def _find(landmarks: Landmarks, most: int) -> Sequence[Remark]:
    """The remarks in the frames of the site that has most; none where it has too few.

    Of the lines with words the first ``most`` are looked at.
    """
    best: Sequence[Remark] = ()
    texts = (landmarks.lines[i].text for i in landmarks.full[:_SAMPLE])
    likely = (text for text in texts if len(text) <= _LONGEST and _any_head().fullmatch(text))
    for frame in _frames() if any(islice(likely, _FEWEST - 1, None)) else ():
        if len(_heads(landmarks, frame, _SAMPLE)) < _FEWEST:
            continue
        heads = _heads(landmarks, frame, most)
        if len(heads) > len(best):
            end = landmarks.full[most] if most < len(landmarks.full) else len(landmarks.lines)
            remarks = list(_remarks(landmarks.lines[:end], frame, heads))
            footed = sum(remark.is_footed for remark in remarks)
            named = sum(remark.comment.author is not None for remark in remarks)
            is_sure = "sure" in frame.flags or footed >= _FOOTED * len(remarks)
            if is_sure and named > _FOOTED * len(remarks):
                best = remarks
    return best


def _heads(landmarks: Landmarks, frame: Frame, most: int) -> list[tuple[int, re.Match[str]]]:
    """The lines, among the first ``most`` with words, that are in a head, and what they say."""
    texts = ((i, landmarks.lines[i].text) for i in landmarks.full[:most])
    found = ((i, frame.head.fullmatch(text)) for i, text in texts if len(text) <= _LONGEST)
    return [(i, head) for i, head in found if head]


@lru_cache(maxsize=1)
def _frames() -> tuple[Frame, ...]:
    return tuple(
        Frame(site, _pattern(head), _pattern(above), _pattern(below), _pattern(foot), flags.split())
        for site, head, above, below, foot, flags in rows("remark_frames")
    )


@lru_cache(maxsize=1)
def _any_head() -> re.Pattern[str]:
    """The heads of all sites in one, without the names of groups: most pages have none."""
    return re.compile("|".join(_GROUP.sub("(", frame.head.pattern) for frame in _frames()))


def _pattern(pattern: str) -> re.Pattern[str]:
    return _NEVER if pattern == _NONE else re.compile(pattern)


def _remarks(
    lines: Sequence[Line], frame: Frame, heads: Sequence[tuple[int, re.Match[str]]]
) -> Iterator[Remark]:
    tops = [_top(lines, frame, at, found) for at, found in heads]
    ends = [*(top[0] for top in tops[1:]), len(lines)]
    for (at, found), (first, parts), end in zip(heads, tops, ends, strict=True):
        head = _groups(found)
        named = at + 1 < end and head.get("name") == lines[at + 1].text
        body, below = _skip_head(lines, frame, at + 1 + bool(named), max(end, at + 1))
        foot = next((i for i in range(body, end) if _fits(frame.foot, lines[i])), end)
        after = _foot_parts(frame, lines[foot : min(foot + 2, end)])
        told = {**parts, **below, **after, **head}
        words = [told["text"]] if told.get("text") else []
        text = "\n".join([*words, join(lines[body:foot])]).strip()
        name = told.get("name", "").strip(" ·•") or None
        likes = parse_amount(told.get("likes") or told.get("liked", ""))
        comment = Comment(text, name, likes, told.get("age"))
        yield Remark(
            first, comment, told.get("title", "") if "title" in frame.flags else None, foot < end
        )


def _top(
    lines: Sequence[Line], frame: Frame, at: int, found: re.Match[str]
) -> tuple[int, dict[str, str]]:
    """The first line of a head, and what its lines above ``at`` say."""
    told: dict[str, str] = {}
    is_named = "name" in found.re.groupindex
    first, above = at, previous_full(lines, at - 1)
    for _ in range(_REACH):
        fits = frame.above.fullmatch(lines[above].text[:_LONGEST]) if above >= 0 else None
        if fits is None:
            break
        told = {**_groups(fits), **told}
        first, above = above, previous_full(lines, above - 1)
        if is_named:
            return first, told  # one line, the subject: more above it are the last remark's
    if not is_named and above >= 0 and len(lines[above].text) <= _LONGEST_NAME:
        return above, {**told, "name": lines[above].text}
    return first, told


def _skip_head(
    lines: Sequence[Line], frame: Frame, first: int, end: int
) -> tuple[int, dict[str, str]]:
    """Where the words begin below a head, and what its lines there say."""
    told: dict[str, str] = {}
    body = first
    for at in range(first, min(first + 2 * _REACH, end)):
        fits = frame.below.fullmatch(lines[at].text[:_LONGEST])
        if fits is None and lines[at].text:
            break
        told = {**told, **(_groups(fits) if fits else {})}
        body = at + 1
    return body, told


def _foot_parts(frame: Frame, lines: Sequence[Line]) -> dict[str, str]:
    fits = (frame.foot.fullmatch(line.text[:_LONGEST]) for line in lines)
    return next((told for found in fits if found and (told := _groups(found))), {})


def _fits(pattern: re.Pattern[str], line: Line) -> bool:
    return bool(line.text) and len(line.text) <= _LONGEST and bool(pattern.fullmatch(line.text))


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value}

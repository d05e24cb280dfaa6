"""Comments to the moments of the video that several of them name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.moments.naming import named_times
from summarizer.opinions import Moment

KEPT = 12
"""More than anybody looks up."""

NEAR = 5.0
"""Seconds from the first to the last of the times that mean one moment: people stop a little late,
or go back a little far."""

SEVERAL = 2
LISTED = 5
"""Times from which on a comment lists chapters and means none of them."""

FULL = 120
"""Characters of a comment that is read in passing."""


class _Naming(NamedTuple):
    """A second, and a comment that names it."""

    second: float
    comment: AnnotatedComment


def gather_moments(
    comments: Sequence[AnnotatedComment], length: float | None, taken: Collection[str] = ()
) -> tuple[Moment, ...]:
    """Up to `KEPT` moments that several people name, those that most name first.

    ``length`` is the video's, in seconds, None where it is not known. Each has a comment that says
    something beside the time, and none that is ``taken``; a moment without one is left out.
    """
    found = (
        _moment(group, taken) for group in _groups(sorted(_namings(comments, length), key=_place))
    )
    several = [moment for moment in found if moment.people >= SEVERAL and moment.text]
    return tuple(sorted(several, key=lambda one: (-one.people, one.start))[:KEPT])


def _namings(comments: Sequence[AnnotatedComment], length: float | None) -> Iterator[_Naming]:
    for comment in comments:
        seconds = named_times(comment.original.text, length)
        if len(seconds) < LISTED:
            yield from (_Naming(second, comment) for second in seconds)


def _place(naming: _Naming) -> tuple[float, str]:
    return naming.second, naming.comment.text


def _groups(namings: Sequence[_Naming]) -> Iterator[list[_Naming]]:
    """``namings``, which are in order, cut into stretches of `NEAR` seconds at most."""
    group: list[_Naming] = []
    for naming in namings:
        if group and naming.second > group[0].second + NEAR:
            yield group
            group = []
        group.append(naming)
    if group:
        yield group


def _moment(group: Sequence[_Naming], taken: Collection[str]) -> Moment:
    """The second that most of a group name, and what says most of it.

    Of equal ones the second that somebody says something of, then the earliest; a comment that
    names that very second comes before the others.
    """
    counts = Counter(naming.second for naming in group)
    telling = [one for one in group if one.comment.quotable and one.comment.text not in taken]
    told = {naming.second for naming in telling}
    start = min(counts, key=lambda second: (-counts[second], second not in told, second))
    best = min(telling, key=lambda one: (one.second != start, _worth(one.comment)), default=None)
    people = {naming.comment.person for naming in group}
    return Moment(start, len(people), best.comment.text if best else "")


def _worth(comment: AnnotatedComment) -> tuple[bool, bool, int, int, str]:
    """Best first: without slurs, short enough, liked, and saying much."""
    return (
        comment.offends,
        len(comment.text) > FULL,
        -comment.likes,
        -len(comment.keywords),
        comment.text,
    )

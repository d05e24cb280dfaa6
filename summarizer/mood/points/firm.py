"""The points that are so much alike that a reader takes each for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.points.grouping import group_firmly
from summarizer.opinions import Topic

MOST = 300
"""Comments that are compared, each with all others; on larger pages phrases tell more."""

KEPT = 5
FEWEST = 3
"""People from which on a point is shown."""


def firm_points(comments: Sequence[AnnotatedComment]) -> tuple[Topic, ...]:
    """Up to `KEPT` points of which several people make each, in a comment of one of them."""
    if len(comments) > MOST:
        return ()
    told = [comment for comment in comments if comment.quotable]
    languages = Counter(comment.language for comment in told if comment.language)
    language = min(languages, key=lambda code: (-languages[code], code), default=None)
    points = group_firmly([comment.text for comment in told], language)
    topics = (_topic([told[member] for member in point.members]) for point in points)
    several = sorted((t for t in topics if t.people >= FEWEST), key=lambda t: (-t.people, t.text))
    return tuple(several[:KEPT])


def _topic(members: Sequence[AnnotatedComment]) -> Topic:
    """The members' number, and the most typical of them."""
    return Topic("", len({member.person for member in members}), members[0].text)

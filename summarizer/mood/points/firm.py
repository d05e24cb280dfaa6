"""The points that are so much alike that a reader takes each for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.points.grouping import group_firmly
from summarizer.mood.topics.everyday import EVERYDAY, shares_elsewhere
from summarizer.opinions import Topic
from summarizer.rank.tokens import stems

MOST = 300
"""Comments that are compared, each with all others; on larger pages phrases tell more."""

KEPT = 3
FEWEST, SHARE = 3, 0.05
"""People, and their share of all who write, from which on a point is shown."""

STATES = 2
"""Words that name or judge something, which a statement has beside those that join them."""

IN_COMMON = 0.5
"""Share of the others with whom the head has so many words in common, if it speaks for them."""


def firm_points(comments: Sequence[AnnotatedComment]) -> tuple[Topic, ...]:
    """Up to `KEPT` points of which many people make each, in a statement of one of them."""
    if len(comments) > MOST:
        return ()
    told = [comment for comment in comments if comment.quotable]
    languages = Counter(comment.language for comment in told if comment.language)
    language = min(languages, key=lambda code: (-languages[code], code), default=None)
    points = group_firmly([comment.text for comment in told], language)
    least = max(FEWEST, SHARE * len({comment.person for comment in comments}))
    groups = ([told[member] for member in point.members] for point in points)
    topics = [one for group in groups for one in _stated(group, language) if one.people >= least]
    return tuple(sorted(topics, key=lambda topic: (-topic.people, topic.text))[:KEPT])


def _stated(members: Sequence[AnnotatedComment], language: str | None) -> list[Topic]:
    """The members' number, and the most typical of them that states what they say; or nothing."""
    heads = (one for one in members if _is_statement(one, language) and _speaks_for(one, members))
    people = len({member.person for member in members})
    return [Topic("", people, head.text) for head in islice(heads, 1)]


def _is_statement(comment: AnnotatedComment, language: str | None) -> bool:
    """Whether a comment says something of something: names alone do not, nor everyday words."""
    if not (comment.readable and comment.joined):
        return False
    shares, words = shares_elsewhere(language), sorted(comment.keywords)
    return sum(shares.get(stem, 0) < EVERYDAY for stem in stems(words, language)) >= STATES


def _speaks_for(head: AnnotatedComment, members: Sequence[AnnotatedComment]) -> bool:
    others = [one for one in members if one is not head]
    common = [one for one in others if len(head.keywords & one.keywords) >= STATES]
    return len(common) >= IN_COMMON * len(others)

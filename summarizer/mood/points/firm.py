"""The statements that several people make in the same words, but for idle ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.copies import wording_of
from summarizer.mood.patterns import laughs
from summarizer.mood.questions import Utterance
from summarizer.mood.sayings import said_in, usual_language
from summarizer.mood.topics.everyday import EVERYDAY, shares_elsewhere
from summarizer.opinions import Topic
from summarizer.rank.tokens import stems

KEPT = 3
FEWEST, SHARE = 3, 0.05
"""People, and their share of all who write, from which on a point is shown."""

STATES = 2
"""Words that name or judge something, which a statement has beside those that join them."""


def firm_points(
    comments: Sequence[AnnotatedComment], everyone: Sequence[Utterance], taken: Collection[str] = ()
) -> tuple[Topic, ...]:
    """Up to `KEPT` points that many of ``everyone`` make, in a statement of one of ``comments``.

    None of them has a wording that is ``taken``. Who asks, denies or laughs makes another one.
    """
    language = usual_language(comments)
    stated = _stated(everyone, language)
    people = defaultdict[_Said, set[str]](set)
    for one in everyone:
        people[stated[one.text]].add(one.person)
    least = max(FEWEST, SHARE * len({one.person for one in everyone}))
    heads: dict[_Said, Topic] = {}
    for comment in comments:
        said = stated[comment.text]
        number = len(people[said])
        if (
            said
            and number >= least
            and wording_of(comment.text) not in taken
            and _is_statement(comment, language)
        ):
            heads.setdefault(said, Topic("", number, comment.text))
    return tuple(sorted(heads.values(), key=lambda topic: (-topic.people, topic.text))[:KEPT])


_Said = tuple[str | bool, ...]


def _stated(everyone: Sequence[Utterance], language: str | None) -> dict[str, _Said]:
    """What each text states and whether it laughs; () of one that asks."""
    asks = {one.text: one.asks for one in everyone}
    return {
        text: () if asks[text] else (laughing, *said_in(text, language))
        for text, laughing in zip(asks, laughs([*asks]), strict=True)
    }


def _is_statement(comment: AnnotatedComment, language: str | None) -> bool:
    """Whether a comment says something of something: names alone do not, nor everyday words."""
    if not (comment.quotable and comment.readable and comment.joined):
        return False
    shares, words = shares_elsewhere(language), sorted(comment.keywords)
    return sum(shares.get(stem, 0) < EVERYDAY for stem in stems(words, language)) >= STATES

"""The statements that several people make in the same words, but for idle ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from summarizer.mood.annotated import LONGEST_QUOTE, AnnotatedComment
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
    least = max(FEWEST, SHARE * len({one.person for one in everyone}))
    stated = _often_stated(everyone, language, least)
    people = _people(everyone, stated)
    heads: dict[_Said, Topic] = {}
    for comment in comments:
        said = stated.get(comment.text, ())
        number = len(people[said]) if said else 0
        if (
            number >= least
            and wording_of(comment.text) not in taken
            and _is_statement(comment, language)
        ):
            heads.setdefault(said, Topic("", number, comment.text))
    return tuple(sorted(heads.values(), key=lambda topic: (-topic.people, topic.text))[:KEPT])


_Said = tuple[str | bool, ...]


def _often_stated(
    everyone: Sequence[Utterance], language: str | None, least: float
) -> dict[str, _Said]:
    """What each text states and whether it laughs, where ``least`` people state as much.

    Who asks states nothing, and what is too long to be shown is the same as nobody's.
    """
    may = dict.fromkeys(one.text for one in everyone if not one.asks)
    stated = {text: said_in(text, language) for text in may if len(text) <= LONGEST_QUOTE}
    often = {said for said, some in _people(everyone, stated).items() if len(some) >= least}
    texts = [text for text, said in stated.items() if said in often]
    laughing = zip(texts, laughs(texts), strict=True)
    return {text: (laughs_too, *stated[text]) for text, laughs_too in laughing}


def _people(
    everyone: Sequence[Utterance], stated: Mapping[str, _Said]
) -> defaultdict[_Said, set[str]]:
    """Who says what is ``stated``."""
    people = defaultdict[_Said, set[str]](set)
    for one in everyone:
        if one.text in stated:
            people[stated[one.text]].add(one.person)
    return people


def _is_statement(comment: AnnotatedComment, language: str | None) -> bool:
    """Whether a comment says something of something: names alone do not, nor everyday words."""
    if not (comment.quotable and comment.readable and comment.joined):
        return False
    shares, words = shares_elsewhere(language), sorted(comment.keywords)
    return sum(shares.get(stem, 0) < EVERYDAY for stem in stems(words, language)) >= STATES

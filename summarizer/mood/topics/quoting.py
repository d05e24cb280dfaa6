"""Topics as they are most often written, each with the comment that says it best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from summarizer.mood.slurs import has_slur
from summarizer.mood.topics.best import Sought, best_of
from summarizer.mood.topics.forms import is_again, is_doubled, is_said_in
from summarizer.mood.topics.naming import names_something
from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import Said, Talk
from summarizer.mood.topics.uses import (
    NEARLY_ALL,
    SEVERAL,
    Use,
    company,
    is_recited,
    uses_of,
    usual_shares,
)
from summarizer.opinions import Topic
from summarizer.rank.tokens import is_single

KEPT, SINGLE = 6, 3
"""Topics that are shown, and those of a word alone among them, which say less."""
TRIED = 3 * KEPT
_A_NOUN = 5
"""Letters from which on a word that nearly all write after a topic belongs to it even if it says
nothing by itself: "trade-in value"."""


class Elsewhere(NamedTuple):
    """What the reply says without the topics: title and channel, and the comments ``quoted``."""

    known: str
    quoted: Collection[str]


def quoted(
    ranked: Sequence[Key], people: Mapping[Key, int], talk: Talk, elsewhere: Elsewhere
) -> Iterator[Topic]:
    """Each topic as it is most often written, with a comment that no other topic has."""
    ranked = ranked[:TRIED]
    uses, usual = uses_of(ranked, talk.said), usual_shares(talk.said)
    topical = frozenset(stem for key in ranked for stem in key)
    taken = {*elsewhere.quoted}
    shown: dict[Key, frozenset[str]] = {}
    for key in ranked:
        own = uses[key]
        persons = frozenset(use.one.comment.person for use in own)
        if not _is_new(key, persons, shown, talk.language):
            continue
        phrase = _name(key, own, people[key], talk.language)
        if not phrase or is_said_in(phrase, elsewhere.known):
            continue
        heard = frozenset[str]().union(*shown.values())
        sought = Sought(talk.language, topical | company(key, own, usual), heard)
        best = best_of([use for use in own if use.one.comment.text not in taken], sought)
        if best is not None:
            taken.add(best)
            shown[key] = persons
            yield Topic(phrase, people[key], best)


def _is_new(
    key: Key,
    persons: frozenset[str],
    shown: Mapping[Key, frozenset[str]],
    language: str | None,
) -> bool:
    """Whether there is room for a topic, and it is none of those ``shown`` in other words."""
    alike = [other for other in shown if len(other) == 1 == len(key)]
    has_room = len(shown) < KEPT and len(alike) < SINGLE
    return has_room and not (
        is_again(key, [*shown], language) or is_doubled(persons, [*shown.values()])
    )


def _name(key: Key, uses: Sequence[Use], people: int, language: str | None) -> str:
    """A topic as most write it; "" if it names nothing that may be shown."""
    phrase, often = _written(key, uses)
    if people < SEVERAL and (often < people or phrase == phrase.lower()):
        return ""  # two people share by chance what is no name, or has two forms
    idle = is_recited(key, uses) or not names_something(key, uses, language)
    return "" if idle or has_slur(phrase, language) else phrase


def _written(key: Key, uses: Sequence[Use]) -> tuple[str, int]:
    """A topic as most comments write it, with the word that nearly all of them write after it.

    And how many write so, in capitals or not.
    """
    after = Counter(word for one, place in uses for word in one.words[place.stop :][:1])
    word, often = min(after.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    longer = len(word) >= _A_NOUN and often >= SEVERAL and often >= NEARLY_ALL * len(uses)
    forms = Counter(_form(one, place.start, len(key) + longer) for one, place in uses)
    form = min(forms, key=lambda form: (-forms[form], form))
    return form, sum(n for other, n in forms.items() if other.casefold() == form.casefold())


def _form(one: Said, place: int, length: int) -> str:
    """So many words from ``place`` on, as the comment writes them if they stand together there."""
    words = one.words[place : place + length]
    single = is_single(words[0][0])
    small = words[0] + "".join(word[1:] for word in words[1:]) if single else " ".join(words)
    text = one.comment.text
    at = text.lower().find(small)
    return text[at : at + len(small)] if at >= 0 else small

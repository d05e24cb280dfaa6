"""Whether what stands around a sentence holds what carries the question."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.ask.index import Index
from summarizer.ask.page.asked import Asked
from summarizer.ask.terms import terms_of
from summarizer.ask.words import (
    holds,
    is_number,
    named_terms,
    tells,
    tells_amount_of_money,
    wanted,
)
from summarizer.choice.phrases import Kind, asks, kinds_of
from summarizer.rank.tokens import words_of

ENDING, SHORTEST_ROOT = 2, 4
"""Letters by which a name and what is derived of it differ at most, and that they share."""
NEAR = 2
"""Sentences on each side of one that are looked through."""
LEAST = 0.45
"""How nearly a term stands there that counts as it."""
ENOUGH = 2
"""Terms near by that answer though another, or a name, stands nowhere in the text."""
RUNNING, FEWEST_RUNNING = 0.03, 3
"""The share, and the number, of sentences from which on a name is what the text is about."""
MOST_OF_IT = 0.6
"""The share of what is asked that is named where its price is told."""
BESIDE = 5
"""Words between a thing and the number that counts it."""
SHORT, BRIEF = 12, 4
"""Words of a sentence that tells of the one before, and of a bare reply."""


class Support:
    """Judges sentences and passages of a text as answers; ``title``: the terms of the one above."""

    def __init__(self, index: Index, asked: Asked, title: frozenset[str]) -> None:
        self._index = index
        self._asked = asked
        self._row = {term: row for row, term in enumerate(asked.matches.terms)}
        self._title = title
        self._nowhere = [t for t in asked.content if not self._often(t) and t not in self._title]

    def holds(self, at: int) -> bool:
        """Whether the sentences around number ``at`` speak of what is asked, not of another."""
        if self._asked.head in self._nowhere and not self._speaks_of_rest(at):
            return False
        if self._asked.matches.names.any():
            return True
        if self._nowhere and len(self._held(at)) < min(ENOUGH, len(self._asked.content)):
            return bool(self._held(at)) and self._tells_kind(at)
        return all(self._is_meant(name, after, at) for name, after in self._asked.names)

    def names_another(self, at: int) -> bool:
        """Whether number ``at`` has another name where the question has one."""
        return any(
            self._is_of_another(name, at) or self._is_replaced(name, after, at)
            for name, after in self._asked.names
        )

    def holds_most(self, at: int) -> bool:
        """Whether number ``at`` itself holds most of what is asked."""
        own = [term for term in self._asked.content if self._stands(term, at)]
        return bool(own) and len(own) >= MOST_OF_IT * len(self._asked.content)

    def tells_amount(self, passage: Sequence[str]) -> bool:
        """Whether sentences side by side tell the price or the number that is asked for.

        Always true where none is asked for, or in a language whose words for it are not known.
        """
        language = self._index.language
        if holds(self._asked.question, "asks price", language):
            return any(self._tells_price(passage, i) for i in range(len(passage)))
        if not holds(self._asked.question, "asks amount", language):
            return True
        return any(self._counts(passage, i) for i in range(len(passage)))

    def _speaks_of_rest(self, at: int) -> bool:
        """Whether what is asked of is told near number ``at``, where its noun stands nowhere.

        "In what city did the last game take place?": the city is named, the word "city" is not.
        """
        held = self._held(at)
        rest = [term for term in self._asked.content if term != self._asked.head]
        enough = len(held) >= max(ENOUGH, MOST_OF_IT * len(rest))
        named = self._asked.head in named_terms(self._index.language)
        return (named and enough) or not held.isdisjoint(self._asked.wanted)

    def _tells_kind(self, at: int) -> bool:
        """Whether number ``at`` tells the kind of answer that is wanted, if one is."""
        language = self._index.language
        kinds = wanted(self._asked.question, language)
        return bool(kinds) and kinds <= tells(self._index.texts[at], language)

    def _is_meant(self, name: tuple[str, ...], after: str, at: int) -> bool:
        """Whether a name is spoken of near number ``at``, and no other one in its place."""
        if self._is_named(name, range(at, at + 1)):
            return not self._is_of_another(name, at)
        if self._is_replaced(name, after, at):
            return False
        if self._is_named(name, self._around(at)):
            return True
        if not any(map(self._often, name)):
            return len(self._held(at)) >= ENOUGH
        return any(map(self._is_topic, name))

    def _is_named(self, name: tuple[str, ...], around: range) -> bool:
        """Whether a part of ``name`` stands there, or of it, as "Russian" of "Russia"."""
        texts = [self._index.texts[at] for at in around]
        said = {term for terms in terms_of(texts, self._index.language) for term in terms}
        return any(self._stands(term, at) for term in name for at in around) or any(
            known.startswith(_root(term)) for term in name for known in said
        )

    def _is_replaced(self, name: tuple[str, ...], after: str, at: int) -> bool:
        """Whether another name stands before what follows ``name`` in the question."""
        own = self._is_named(name, range(at, at + 1))
        return not own and self._stands(after, at) and self._has_other_name(after, at)

    def _is_of_another(self, name: tuple[str, ...], at: int) -> bool:
        """Whether all that is said of ``name`` ends another one: "Long Bridge" for "Old Bridge"."""
        said = [term for term in name if self._stands(term, at)]
        if said != [name[-1]] or len(name) == 1:
            return False
        strange = self._is_common(name[-1], at) and not any(map(self._often, name[:-1]))
        return strange or self._has_other_name(name[-1], at)

    def _is_common(self, term: str, at: int) -> bool:
        """Whether a sentence that begins with a capital writes a term without one."""
        text = self._index.texts[at]
        small = " ".join(word for word in text.split() if word[:1].islower())
        return text[:1].isupper() and term in terms_of([small], self._index.language)[0]

    def _has_other_name(self, after: str, at: int) -> bool:
        """Whether a word with a capital stands right before the term ``after`` in a sentence."""
        words = self._index.texts[at].split()
        terms = [next(iter(ts), "") for ts in terms_of(words, self._index.language)]
        return any(
            term == after and place > 1 and words[place - 1][:1].isupper()
            for place, term in enumerate(terms)
        )

    def _tells_price(self, passage: Sequence[str], at: int) -> bool:
        """Whether a sentence tells the price of what is asked, or of what was just named."""
        text, language = passage[at], self._index.language
        if not tells_amount_of_money(text, language):
            return False
        if all(map(self._is_topic, self._asked.content)):
            return True
        both = [text, passage[at - 1] if at else ""]
        own, before = map(set, terms_of([one.replace("-", " ") for one in both], language))
        content = [term for term in self._asked.content if self._often(term)]
        named = [term for term in content if self._is_like(term, own | before)]
        if len(named) < MOST_OF_IT * len(content):
            return False
        own_words = any(self._is_like(term, own) for term in named)
        return not named or own_words or self._leans(passage, at)

    def _leans(self, passage: Sequence[str], at: int) -> bool:
        """Whether a sentence tells of what the one before names: "It is ...", a reply, "Four."."""
        text = passage[at]
        refers = kinds_of([text], self._index.language)[0] is Kind.REFERS
        return refers or len(words_of(text)) <= BRIEF or (at > 0 and asks(passage[at - 1]))

    def _counts(self, passage: Sequence[str], at: int) -> bool:
        """Whether a sentence tells how many there are of what is asked."""
        text, language, head = passage[at], self._index.language, self._asked.head
        if "number" not in tells(text, language):
            return False
        if not self._asked.wanted:
            return True
        words = words_of(text, language)
        terms = [next(iter(ts), "") for ts in terms_of(words, language)]
        counted = {head} if head else {*self._asked.wanted, *self._asked.content}
        things = [i for i, t in enumerate(terms) if any(self._is_like(one, {t}) for one in counted)]
        numbers = [i for i, word in enumerate(words) if is_number(word, language)]
        if not things:
            return self._leans(passage, at) or (head in self._nowhere and len(words) <= SHORT)
        return any(abs(i - j) <= BESIDE for i in things for j in numbers)

    def _is_like(self, term: str, terms: set[str]) -> bool:
        """Whether ``term`` or one nearly like it is among ``terms``."""
        if term in terms or term in self._index.vocabulary:
            return term in terms
        return not terms.isdisjoint(self._index.spelling.near(term))

    def _held(self, at: int) -> frozenset[str]:
        """The content that stands near number ``at``."""
        around = self._around(at)
        named = [name for name, _ in self._asked.names if self._is_named(name, around)]
        stand = (t for t in self._asked.content if any(self._stands(t, i) for i in around))
        return frozenset(stand).union(*named)

    def _around(self, at: int) -> range:
        return range(max(at - NEAR, 0), min(at + NEAR + 1, len(self._index.texts)))

    def _stands(self, term: str, at: int) -> bool:
        return bool(term and self._asked.matches.found[self._row[term], at] >= LEAST)

    def _is_topic(self, term: str) -> bool:
        """Whether ``term`` is what the whole text is about."""
        said = (self._asked.matches.found[self._row[term]] >= LEAST).sum()
        running = max(FEWEST_RUNNING, RUNNING * len(self._index.texts))
        return term in self._title or bool(said >= running)

    def _often(self, term: str) -> int:
        """In how many sentences ``term`` stands."""
        return int((self._asked.matches.found[self._row[term]] > 0).sum())


def _root(term: str) -> str:
    """What forms and derivations of a name begin with."""
    return term[: max(len(term) - ENDING, SHORTEST_ROOT)]

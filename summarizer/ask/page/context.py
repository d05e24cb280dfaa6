"""The sentences beside an answer that it needs: what it leans on, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from summarizer.ask.terms import terms_of
from summarizer.ask.words import (
    GRAMMAR,
    announces,
    asks_way,
    asks_whether,
    empty_terms,
    generic_terms,
    holds,
    tells,
    wanted,
    weak_terms,
    words_in,
)
from summarizer.choice.phrases import Kind, asks, kinds_of
from summarizer.model import Sentence
from summarizer.rank.tokens import words_of

MOST_BEFORE, MOST_AFTER = 2, 3
"""Sentences that may stand beside one that answers."""
LONGEST = 600
"""Characters of a passage from which on nothing more is added."""
SCRAP = 60
"""Characters up to which a fragment is a scrap of the sentence before."""
ENOUGH, ENOUGH_TO_GO_ON, ENOUGH_STEPS = 3, 6, 8
"""Words beyond those of the question that tell something, that leave nothing open though the next
sentence speaks on of it, and that tell how a thing is done."""
LEAST_TOLD = 2
"""Words of their own that a reply has at least, beside those of the question."""
FEWEST_SHARED, ECHO = 2, 0.75
"""Words, and the share of those asked, that make a sentence the same question."""
LATE = 5
"""Words at the end of a piece without a full stop that only begin what it says."""
_ENDS = frozenset(".!?…。！？؟।\"'”’»)")


class Context:
    """Finds the passage around a sentence, for one question to ``sentences``."""

    def __init__(self, sentences: Sequence[Sentence], question: str, language: str | None) -> None:
        self._sentences = sentences
        self._language = language
        self._question = question
        self._asked = self._content_of(question)
        self._contents: dict[int, frozenset[str]] = {}

    def around(self, index: int) -> range:
        """The sentences of the passage around number ``index``."""
        first = self.first(index)
        return range(first, self.last(index, first) + 1)

    def first(self, index: int) -> int:
        """The first sentence of the passage around number ``index``."""
        first = self._antecedent(index)
        if first == index and self._is_told_before(index):
            return index - 1
        if first == index - 1 and self._refers(first):
            first = max(self._antecedent(first), index - MOST_BEFORE)
        return next((i for i in range(first, index) if self._content(i)), index)

    def last(self, index: int, first: int) -> int:
        """The last sentence of the passage around number ``index`` that begins with ``first``."""
        last = index
        while (
            last - index < MOST_AFTER
            and self._may_follow(index, last)
            and (
                self._is_meagre(first, last, index)
                or self._is_told_later(first, last, index)
                or self._is_told_again(last + 1)
                or self._is_reply(last + 1)
            )
        ):
            last += 1
        return last

    def worth(self, index: int, weights: Mapping[str, float]) -> float:
        """What the terms of the question that number ``index`` holds weigh together."""
        return sum(weights.get(term, 0.0) for term in self._content(index) & self._asked)

    def announces(self, index: int) -> bool:
        """Whether a sentence only says that something follows."""
        return announces(self._sentences[index].text, self._language)

    def asks_alike(self, index: int) -> bool:
        """Whether a sentence asks for the same kind of answer, of nothing but what is asked of."""
        text = self._sentences[index].text
        generic = generic_terms(self._language)
        own, asked = self._content(index) - generic, self._asked - generic
        return (
            asks(text)
            and bool(self._kinds)
            and wanted(text, self._language) == self._kinds
            and own <= asked
            and 2 * len(own) >= max(len(asked), 1)
        )

    def tells_more(self, index: int) -> bool:
        """Whether the passage around number ``index`` is more than the question asked there too."""
        if not self._asks(index) or asks_whether(self._question, self._language):
            return True
        said = [i for i in self.around(index) if self._says(i)]
        told = frozenset[str]().union(*map(self._content, said)) - self._asked
        return len(told - empty_terms(self._language)) >= LEAST_TOLD or bool(
            self._kinds & self._told(said)
        )

    def _antecedent(self, index: int) -> int:
        """The sentence that number ``index`` leans on or replies to; itself, if there is none."""
        if index == 0:
            return index
        if self._asks(index - 1) or (self._refers(index) and self._content(index - 1)):
            return index - 1
        if not holds(self._sentences[index].text, "pronoun", self._language):
            return index
        missing = self._asked - self._content(index)
        near = range(index - 1, max(index - MOST_BEFORE, 0) - 1, -1)
        return next((i for i in near if self._content(i) & missing), index)

    def _may_follow(self, index: int, last: int) -> bool:
        """Whether the sentence after number ``last`` is of the same turn or of its reply."""
        if last + 1 == len(self._sentences):
            return False
        turns = sum(self._is_turn(i) for i in range(index + 1, last + 2))
        length = sum(len(s.text) for s in self._sentences[index : last + 1])
        return turns <= 1 and length <= LONGEST

    def _is_meagre(self, first: int, last: int, index: int) -> bool:
        """Whether what is said up to number ``last`` hardly tells more than the question."""
        said = [i for i in range(first, last + 1) if self._says(i)]
        told = frozenset[str]().union(*map(self._content, said)) - self._asked
        if self._way:
            return last == index or len(told) < ENOUGH_STEPS
        if last > index and told and self.announces(last + 1):
            return False
        if last > index:
            return len(told) < ENOUGH
        goes_on = self._points_back(last + 1)
        return len(told) < (ENOUGH_TO_GO_ON if goes_on else 1) or self._breaks_off(index)

    def _is_told_later(self, first: int, last: int, index: int) -> bool:
        """Whether the kind of answer that is wanted is not told yet, but in what follows.

        A reason often has no word for it: what the same speaker says next may be one.
        """
        missing = self._kinds - self._told(i for i in range(first, last + 1) if self._says(i))
        later = range(last + 1, min(last + MOST_AFTER, len(self._sentences)))
        if "reason" in missing and (last == index or not self._is_turn(last + 1)):
            return True
        return bool(missing & self._told(later))

    def _is_told_before(self, index: int) -> bool:
        """Whether the time that is wanted is told by the sentence before, not by number ``index``.

        What a speaker says of "the best time" may follow when that is.
        """
        missing = self._kinds & {"time"} - self._told([index])
        before = range(max(index - 1, 0), index)
        return (
            bool(missing & self._told(before))
            and self._says(index - 1)
            and not self._is_turn(index)
        )

    def _is_told_again(self, index: int) -> bool:
        """Whether a sentence tells another time or reason of what is asked."""
        again = self._kinds & {"time", "reason"} & self._told([index])
        return bool(again and self._content(index) & self._asked) and self._says(index)

    def _is_reply(self, index: int) -> bool:
        """Whether a sentence says yes or no to what somebody else has just said."""
        words = words_of(self._sentences[index].text)[:1]
        return self._is_turn(index) and not words_in(self._language, "replies").isdisjoint(words)

    def _told(self, indices: Iterable[int]) -> frozenset[str]:
        texts = (self._sentences[i].text for i in indices)
        return frozenset[str]().union(*(tells(text, self._language) for text in texts))

    def _points_back(self, index: int) -> bool:
        """Whether a sentence speaks on of what its speaker has just named."""
        kind = kinds_of([self._sentences[index].text], self._language)[0]
        return kind is Kind.REFERS and not self._is_turn(index)

    def _is_turn(self, index: int) -> bool:
        return self._sentences[index].speaker != self._sentences[index - 1].speaker

    def _breaks_off(self, index: int) -> bool:
        """Whether captions without full stops end just after the words of the question."""
        text = self._sentences[index].text
        if text[-1:] in _ENDS:
            return False
        ending = terms_of([" ".join(words_of(text)[-LATE:])], self._language)[0]
        asked = terms_of([self._question], self._language)[0]
        weak = weak_terms(self._language)
        return any(term in asked and weak.get(term) != GRAMMAR for term in ending)

    def _says(self, index: int) -> bool:
        """Whether a sentence neither asks nor only announces what follows."""
        return not self._asks(index) and not self.announces(index)

    def _asks(self, index: int) -> bool:
        return asks(self._sentences[index].text) or self._echoes(index)

    def _echoes(self, index: int) -> bool:
        """Whether captions without question marks ask what the question asks."""
        words, own = words_of(self._question), words_of(self._sentences[index].text)
        shared = len(self._content(index) & self._asked)
        return (
            shared >= max(FEWEST_SHARED, ECHO * len(self._asked))
            and len(own) <= len(words) + LATE
            and words[0] in own[:LATE]
            and self._sentences[index].text[-1:] not in _ENDS
        )

    def _refers(self, index: int) -> bool:
        """Whether a sentence opens with a word that stands for another, or is a scrap of one."""
        text = self._sentences[index].text
        kind = kinds_of([text], self._language)[0]
        scrap = kind is Kind.FRAGMENT and len(text) <= SCRAP and not asks(text)
        return scrap or kind is Kind.REFERS

    def _content(self, index: int) -> frozenset[str]:
        if index not in self._contents:
            self._contents[index] = self._content_of(self._sentences[index].text)
        return self._contents[index]

    def _content_of(self, text: str) -> frozenset[str]:
        weak = weak_terms(self._language)
        return frozenset(t for t in terms_of([text], self._language)[0] if t not in weak)

    @cached_property
    def _way(self) -> bool:
        return asks_way(self._question, self._language)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return wanted(self._question, self._language)

"""The sentences of a page that answer a question, or the nearest one where none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.ask.answers import Answer, Passage
from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.index import index_of
from summarizer.ask.page.asked import asked_of, parted
from summarizer.ask.page.context import Context
from summarizer.ask.page.direct import direct, tells_wanted
from summarizer.ask.page.passages import passages_of
from summarizer.ask.page.support import Support
from summarizer.ask.page.whole import holds_all, tells_kinds
from summarizer.ask.ranking import ANSWERS, answering, rank_answers, term_weights
from summarizer.ask.terms import terms_of
from summarizer.ask.words import asks_way, holds
from summarizer.model import Sentence

LOOKED_AT = 8
"""Sentences of which some may only ask the same."""
AS_GOOD, NEAR = 0.6, 0.25
"""Shares of the best score from which on another passage is shown too; the lower one if it holds
as much of the question."""
NEAREST = 0.25
"""The score from which on a passage that does not answer is worth a look."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is searched: sentences, the title above them and their language."""

    sentences: tuple[Sentence, ...]
    title: str
    language: str | None


def search(source: Source, question: str, most: int) -> tuple[tuple[Passage, ...], Passage | None]:
    """The passages that answer, and where there is none, the nearest one, if any is near.

    Of two questions in one each is answered.
    """
    if not source.sentences:
        return (), None
    parts = [_Part(source, part) for part in parted(question, source.language)]
    each = [part.answers(most) for part in parts]
    found = each[0] if len(each) == 1 else [answer for one in each for answer in one[:2]]
    context = Context(source.sentences, question, source.language)
    in_order = len(parts) > 1 or asks_way(question, source.language)
    shown = found or parts[0].nearest()
    passages = passages_of(source.sentences, shown, context, in_order=in_order)
    return (passages, None) if found else ((), next(iter(passages), None))


@bounded_cache()
def texts_of(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """What is searched: each turn begins with its speaker."""
    speakers = [None, *(sentence.speaker for sentence in sentences)]
    return tuple(
        f"{s.speaker}: {s.text}" if s.speaker and s.speaker != last else s.text
        for s, last in zip(sentences, speakers, strict=False)
    )


class _Part:
    """One question to a source."""

    def __init__(self, source: Source, question: str) -> None:
        self._source = source
        self._question = question
        self._texts = texts_of(source.sentences)
        self._index = index_of(self._texts, source.language)
        self._asked = asked_of(self._index, question)
        self._title = frozenset(terms_of([source.title], source.language)[0])
        self._support = Support(self._index, self._asked, self._title)
        self._context = Context(source.sentences, question, source.language)
        self._ranked = rank_answers(self._texts, question, source.language)

    def answers(self, most: int) -> list[Answer]:
        """Up to ``most`` sentences that answer, best first."""
        held = [a for a in answering(self._ranked, LOOKED_AT) if self._support.holds(a.index)]
        told = [answer for answer in held if self._context.tells_more(answer.index)]
        found = self._without_padding((told or self._beyond(held))[:most])
        if self._asked.measures or not found:
            found = (
                [answer for answer in found if self._tells_wanted(answer)]
                or self._direct()
                or self._whole()
                or found
            )
        return [answer for answer in found if self._tells_amount(answer)] or self._price()

    def nearest(self) -> list[Answer]:
        """The best sentence, if it is near and tells the amount asked for, if any is."""
        best = [Answer(i, score) for i, score in self._ranked[:1] if score >= NEAREST]
        return [
            answer
            for answer in best
            if self._tells_amount(answer) and not self._support.names_another(answer.index)
        ]

    def _beyond(self, echoes: Sequence[Answer]) -> list[Answer]:
        """What holds most of the question beside ``echoes``, which only ask it; [] without any."""
        near = [i for i, _ in self._ranked[:LOOKED_AT] if echoes and self._support.holds_most(i)]
        return [Answer(i, ANSWERS) for i in near if self._context.tells_more(i)]

    def _price(self) -> list[Answer]:
        """The best sentence that tells the price asked for, if the text answers."""
        wanted = holds(self._question, "asks price", self._source.language)
        found = wanted and answering(self._ranked, 1)
        near = [i for i, _ in self._ranked[:LOOKED_AT]] if found else []
        telling = (Answer(i, ANSWERS) for i in near if self._support.holds(i))
        return [answer for answer in telling if self._tells_amount(answer)][:1]

    def _direct(self) -> list[Answer]:
        """The short sentence that tells what is wanted, as sure as any that answers."""
        scores = dict(self._ranked)
        indices = [i for i in direct(self._index, self._asked) if self._support.holds(i)]
        return [Answer(i, max(scores[i], ANSWERS)) for i in indices]

    def _whole(self) -> list[Answer]:
        """The first sentence that is near, with all that is asked in the passage around it."""
        near = [i for i, score in self._ranked[:LOOKED_AT] if score >= self._least]
        whole = (
            i
            for i in near
            if self._context.asks_alike(i) or (self._support.holds(i) and self._is_whole(i))
        )
        return [Answer(i, ANSWERS) for i in whole if self._context.tells_more(i)][:1]

    @property
    def _least(self) -> float:
        """The score of a sentence that is near; of a text that answers any may tell the measure."""
        return 0.0 if self._asked.measures and self._ranked[0][1] >= ANSWERS else NEAREST

    def _is_whole(self, index: int) -> bool:
        """Whether the passage around a sentence holds all content, and tells the kind wanted."""
        around = self._context.around(index)
        texts = [self._source.sentences[i].text for i in around]
        return (
            holds_all(self._index, self._asked, self._title, around)
            and tells_kinds(self._asked, texts, self._source.language)
            and self._support.tells_amount(texts)
        )

    def _without_padding(self, found: Sequence[Answer]) -> list[Answer]:
        """The best answer, and others that come near it or hold as much of what is asked."""
        weights = term_weights(self._texts, self._question, self._source.language)
        worths = [self._context.worth(answer.index, weights) for answer in found]
        return [
            answer
            for place, (answer, worth) in enumerate(zip(found, worths, strict=True))
            if place == 0
            or (
                answer.score >= (NEAR if worth >= worths[0] else AS_GOOD) * found[0].score
                and not self._context.announces(answer.index)
            )
        ]

    def _tells_wanted(self, answer: Answer) -> bool:
        return tells_wanted(self._asked, self._passage(answer), self._source.language)

    def _tells_amount(self, answer: Answer) -> bool:
        return self._support.tells_amount(self._passage(answer))

    def _passage(self, answer: Answer) -> list[str]:
        """The texts of the passage around a sentence."""
        own = self._context.around(answer.index)
        return [self._source.sentences[i].text for i in own]

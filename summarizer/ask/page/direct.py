"""A short sentence that holds what is asked and the kind of answer wanted, though little else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarizer.ask.index import Index
from summarizer.ask.page.asked import Asked
from summarizer.ask.words import asks_whether, tells, tells_amount_of_money, tells_measure, wanted
from summarizer.ask.words import holds as has_phrase
from summarizer.rank.tokens import words_of

MOST_WORDS = 14
"""Words of a sentence that is short."""
STANDS = 0.8
"""How nearly each term of the question must stand in the sentence."""
Teller = Callable[[str], bool]


def direct(index: Index, asked: Asked) -> tuple[int, ...]:
    """The numbers of the sentence that answers, and of its neighbour if the two do so together.

    () where none does. The sentence holds all the content of the question. What is wanted may also
    stand in the sentence beside if it is a number with a unit: "Heat to 230 degrees. Bake it."
    """
    teller = _teller(index, asked)
    if teller is None or not asked.content:
        return ()
    holding = list(_holding(index, asked))
    alone = [at for at in holding if teller(index.texts[at])]
    if alone:
        return (min(alone, key=lambda at: index.lengths[at]),)
    if not asked.measures:
        return ()
    return next((pair for at in holding for pair in _with_neighbour(index, at, teller)), ())


def tells_wanted(asked: Asked, texts: Sequence[str], language: str | None) -> bool:
    """Whether ``texts`` tell each number with a unit that is wanted."""
    return all(any(tells_measure(t, m, language) for t in texts) for m in asked.measures)


def _with_neighbour(index: Index, at: int, teller: Teller) -> Iterator[tuple[int, int]]:
    """Number ``at`` with the short sentence before or after it that tells what is wanted."""
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(index.texts) and teller(index.texts[beside]):
            yield (beside, at)


def _teller(index: Index, asked: Asked) -> Teller | None:
    """What tells a text with the kind of answer wanted; None where any text may answer."""
    language, question = index.language, asked.question
    if asks_whether(question, language):
        return None
    if asked.measures:
        return lambda text: all(tells_measure(text, m, language) for m in asked.measures)
    if has_phrase(question, "asks price", language):
        return lambda text: tells_amount_of_money(text, language)
    kinds = wanted(question, language)
    return (lambda text: kinds <= tells(text, language)) if kinds else None


def _holding(index: Index, asked: Asked) -> Iterator[int]:
    """The short sentences that hold all the content of the question and do not ask."""
    rows = [asked.matches.terms.index(term) for term in asked.content]
    least = asked.matches.found[rows].min(axis=0)
    for at, share in enumerate(least.tolist()):
        short = len(words_of(index.texts[at])) <= MOST_WORDS
        if share >= STANDS and short and not index.questions[at]:
            yield at

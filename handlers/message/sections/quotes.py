"""The comments that are quoted: which, in what order, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice, zip_longest

from summarizer import Mood, Quote, has_slur

POLES = ("positive", "negative", "neutral", "unclear", "unread")
COLOURED = ("positive", "negative")
UNSURE = ("unclear", "unread")
HALF = 0.5
"""Share of the comments from which on those that are not read speak first: it is their page."""
OF_A_POLE = 3
SHORT_CHARACTERS = 100
"""Longer comments are read behind the button, where a pole has shorter ones."""
LONG_CHARACTERS = 200
"""Longer comments come last: of what is folded a few lines are in sight."""
READ_CHARACTERS = 900
"""As much of the quotes as is read in a minute."""
SEVERAL = 2


def asked_by_several(mood: Mood) -> list[Quote]:
    """The questions that more than one commenter asks."""
    return [question for question in mood.questions if question.askers >= SEVERAL]


def quotes_of(mood: Mood, apart: Iterable[str] = ()) -> list[Quote]:
    """Every quote and question once, pole by pole, without the texts that stand ``apart``.

    Who asks seldom praises or blames, however the question was counted.
    """
    seen = set(apart)
    quotes: list[Quote] = []
    asked = [question for question in mood.questions if question.pole not in COLOURED]
    for quote in sorted((*mood.quotes, *asked), key=lambda q: POLES.index(q.pole)):
        if quote.text not in seen:
            seen.add(quote.text)
            quotes.append(quote)
    return quotes


def quotable(mood: Mood) -> int:
    """How many comments a reply could quote at most."""
    return sum(map(len, (mood.quotes, mood.questions, mood.topics, mood.moments)))


def in_turn(mood: Mood, quotes: Sequence[Quote]) -> list[Quote]:
    """The few that a digest shows: the first of each pole, then the second, and so on.

    The larger of the poles speaks first, those that are not sure last; but for the unread, where
    most comments are. Who says much comes after all others.
    """
    last = [pole for pole in UNSURE if pole != "unread" or mood.unread < HALF * mood.total]
    groups = [list(group) for _, group in groupby(quotes, key=lambda quote: quote.pole)]
    groups.sort(key=lambda of: (of[0].pole in last, -getattr(mood, of[0].pole)))
    few = [sorted(of, key=_comes_late)[:OF_A_POLE] for of in groups]
    shown: list[Quote] = []
    room = READ_CHARACTERS
    for quote in (quote for turn in zip_longest(*few) for quote in turn if quote):
        room -= len(quote.text)
        if room >= 0:
            shown.append(quote)
    return sorted(shown, key=lambda quote: len(quote.text) > LONG_CHARACTERS)


def by_turns(quotes: Sequence[Quote], number: int) -> list[Quote]:
    """So many of ``quotes``, in their order: the first of each pole, then the second, and so on."""
    groups = [list(group) for _, group in groupby(quotes, key=lambda quote: quote.pole)]
    turns = (quote for turn in zip_longest(*groups) for quote in turn if quote)
    chosen = {quote.text for quote in islice(turns, number)}
    return [quote for quote in quotes if quote.text in chosen]


def _comes_late(quote: Quote) -> tuple[bool, bool]:
    return has_slur(quote.text), len(quote.text) > SHORT_CHARACTERS

"""The comments that are quoted: which, in what order, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice, zip_longest

from summarizer import Mood, Quote

POLES = ("positive", "negative", "neutral", "unclear", "unread")
UNSURE = ("unclear", "unread")
OF_A_POLE = 3
SHORT_CHARACTERS = 120
"""Longer comments are read behind the button, where a pole has shorter ones."""
READ_CHARACTERS = 900
"""As much of the quotes as is read in half a minute."""
SEVERAL = 2


def asked_by_several(mood: Mood) -> list[Quote]:
    """The questions that more than one commenter asks."""
    return [question for question in mood.questions if question.askers >= SEVERAL]


def quotes_of(mood: Mood, apart: Iterable[str] = ()) -> list[Quote]:
    """Every quote and question, pole by pole, without the texts that stand ``apart``."""
    every = {quote.text: quote for quote in (*mood.questions, *mood.quotes)}
    elsewhere = {" ".join(text.split()) for text in apart}
    quotes = [q for q in every.values() if " ".join(q.text.split()) not in elsewhere]
    order = {quote.text: place for place, quote in enumerate((*mood.quotes, *mood.questions))}
    return sorted(quotes, key=lambda q: (POLES.index(q.pole), order[q.text]))


def in_turn(mood: Mood, quotes: Sequence[Quote]) -> list[Quote]:
    """The few that a digest shows: the first of each pole, then the second, and so on.

    The larger of the poles speaks first, those that are not sure last.
    """
    groups = groupby(quotes, key=lambda quote: quote.pole)
    few = {pole: list(islice(sorted(of, key=_is_long), OF_A_POLE)) for pole, of in groups}
    poles = sorted(few, key=lambda pole: (pole in UNSURE, -getattr(mood, pole)))
    turns = [quote for turn in zip_longest(*map(few.get, poles)) for quote in turn if quote]
    room = READ_CHARACTERS
    shown = []
    for quote in turns:
        room -= len(quote.text)
        if room >= 0:
            shown.append(quote)
    return shown


def _is_long(quote: Quote) -> bool:
    return len(quote.text) > SHORT_CHARACTERS

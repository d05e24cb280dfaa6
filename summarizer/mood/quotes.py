"""The comments quoted for each pole: whole, sure, liked, typical, and no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, log1p

from summarizer.model import Pole, Quote
from summarizer.mood.voices import Voice

EACH = 3
ALIKE = 0.5
"""Share of common words from which on two comments say the same."""

_TELLING_LENGTH = 40
"""Characters from which on a comment says more than a cheer."""

POLES: tuple[Pole, ...] = ("positive", "neutral", "negative", "unclear", "unread")


def choose_quotes(voices: Sequence[Voice]) -> tuple[Quote, ...]:
    """Up to `EACH` quotes a pole, pole by pole, best first."""
    return tuple(
        quote(voice)
        for pole in POLES
        for voice in _best([voice for voice in voices if voice.pole == pole])
    )


def quote(voice: Voice) -> Quote:
    """A comment in its own words, without its author."""
    return Quote(voice.text, voice.pole, voice.comment.likes)


def distinct(ranked: Iterable[Voice], number: int) -> list[Voice]:
    """The first ``number`` that are not alike."""
    chosen: list[Voice] = []
    for voice in ranked:
        if len(chosen) == number:
            break
        if not any(_alike(voice, other) for other in chosen):
            chosen.append(voice)
    return chosen


def _best(voices: Sequence[Voice]) -> list[Voice]:
    """The quotes of one pole."""
    shared = Counter(key for voice in voices for key in voice.keys)
    worth = {id(voice): _worth(voice, shared, len(voices)) for voice in voices}
    ranked = sorted(voices, key=lambda voice: (-worth[id(voice)], voice.text))
    return distinct((voice for voice in ranked if voice.quotable), EACH)


def _worth(voice: Voice, shared: Counter[str], total: int) -> float:
    """Confidence, likes and centrality in one figure: their product, each bent to a mild factor."""
    sure = 1.0 if voice.pole in ("unclear", "unread") else voice.sure
    liked = log1p(max(voice.likes, 0))  # a Reddit score may be below 0
    length = min(len(voice.text), _TELLING_LENGTH) / _TELLING_LENGTH
    return round(sure * (1 + liked) * (1 + _centrality(voice, shared, total)) * length, 6)


def _centrality(voice: Voice, shared: Counter[str], total: int) -> float:
    """How much of what the others say a comment says too: from 0 to 1."""
    weights = [(shared[key] - 1) / total * log(1 + total / shared[key]) for key in voice.keys]
    return sum(weights) / len(weights) ** 0.5 if weights else 0.0


def _alike(one: Voice, other: Voice) -> bool:
    if not one.keys or not other.keys:
        return one.text.casefold() == other.text.casefold()
    return len(one.keys & other.keys) >= ALIKE * min(len(one.keys), len(other.keys))

"""The comments quoted for each pole: whole, sure, liked, typical, and no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
    weights = _weights(voices)
    quotable = [voice for voice in voices if voice.quotable]
    worth = {id(voice): _worth(voice, weights) for voice in quotable}
    return distinct(sorted(quotable, key=lambda v: (-worth[id(v)], v.text)), EACH)


def _weights(voices: Sequence[Voice]) -> dict[str, float]:
    """What each word that several use says of a comment: more the more use it, less if most do."""
    shared, total = Counter(key for voice in voices for key in voice.keys), len(voices)
    return {
        key: (count - 1) / total * log(1 + total / count)
        for key, count in shared.items()
        if count > 1
    }


def _worth(voice: Voice, weights: Mapping[str, float]) -> float:
    """Confidence, likes and centrality in one figure: their product, each bent to a mild factor."""
    sure = 1.0 if voice.pole in ("unclear", "unread") else voice.sure
    liked = log1p(max(voice.likes, 0))  # a Reddit score may be below 0
    length = min(len(voice.text), _TELLING_LENGTH) / _TELLING_LENGTH
    return round(sure * (1 + liked) * (1 + _centrality(voice, weights)) * length, 6)


def _centrality(voice: Voice, weights: Mapping[str, float]) -> float:
    """How much of what the others say a comment says too: from 0 to 1."""
    said = sum(weights[key] for key in voice.keys if key in weights)
    return said / len(voice.keys) ** 0.5 if said else 0.0


def _alike(one: Voice, other: Voice) -> bool:
    if not one.keys or not other.keys:
        return one.text.casefold() == other.text.casefold()
    return len(one.keys & other.keys) >= ALIKE * min(len(one.keys), len(other.keys))

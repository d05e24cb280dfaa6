"""From probabilities to poles: what is not sure enough to be counted becomes *unclear*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.model import Polarity, Pole
from summarizer.mood.features import Reading
from summarizer.mood.patterns import ironic, laughs
from summarizer.mood.polarity import POLES, Scores
from summarizer.mood.tongue import LEARNT
from summarizer.mood.vader import compound

SURE, UNTOLD, STRONG, PLAIN = 0.56, 0.65, 0.5, 0.45
"""Probability from which on a comment is counted; more where none of its words is known to be as
good or bad as the whole is taken for, less where its words say so strongly, or a few so plainly.
Comments so counted are right about eight points more often than all (`tools/measure_doubt.py`)."""

TOLD, TOLD_PLAINLY, TOLD_STRONGLY, FEW = 0.05, 0.3, 0.6, 8
"""VADER's compound from which on words say something, say it plainly, say it strongly; the words of
a remark that has no room to turn round."""

CERTAIN = 0.7
"""Probability from which on a comment that laughs or says good and bad is counted as negative, and
a question as anything but neutral: who asks what went wrong need not complain."""

BOTH = 0.4
"""Good and bad of at least this strength (as VADER's compound) contradict each other."""

_WARM = frozenset("❤♥💕💖💗💓💞💘💝💜💙💚💛🧡😍🥰😘")
"""Faces beside which laughter is fondness; clapping hands and thumbs are not among them."""


def poles(texts: Sequence[str], readings: Sequence[Reading], chances: Scores) -> list[Pole]:
    """What each comment counts as."""
    rows = [dict(zip(POLES, row, strict=True)) for row in chances.tolist()]
    found = [_pole(reading, chance) for reading, chance in zip(readings, rows, strict=True)]
    doubtful = [i for i, pole in enumerate(found) if _may_turn(pole, rows[i])]
    turned = _turned([texts[i] for i in doubtful], [readings[i] for i in doubtful])
    for i, turns in zip(doubtful, turned, strict=True):
        found[i] = "unclear" if turns else found[i]
    return found


def _pole(reading: Reading, chance: Mapping[Polarity, float]) -> Pole:
    """What a comment counts as if its words mean what they say."""
    if _foreign(reading):
        return "unread"
    best = max(chance, key=chance.__getitem__)
    return best if chance[best] >= _enough(reading, best) else "unclear"


def _may_turn(pole: Pole, chance: Mapping[Polarity, float]) -> bool:
    """Whether a comment is counted, and not as negative beyond doubt."""
    if pole == "unread" or pole == "unclear":  # noqa: PLR1714 - narrows the type
        return False
    return pole != "negative" or chance[pole] < CERTAIN


def _enough(reading: Reading, best: Pole) -> float:
    """How likely ``best`` has to be, to be counted."""
    if best == "neutral":
        return SURE
    if reading.words and "?" in reading.words[-1]:
        return CERTAIN
    said = compound(reading.good, reading.bad) * (1 if best == "positive" else -1)
    if said >= TOLD_PLAINLY and len(reading.words) <= FEW:
        return PLAIN
    if said >= TOLD_STRONGLY:
        return STRONG
    return SURE if said >= TOLD else UNTOLD


def _turned(texts: Sequence[str], readings: Sequence[Reading]) -> list[bool]:
    """Whether the words of each comment may mean something else than they say."""
    laughing = (
        laugh and not _WARM & set(text) for laugh, text in zip(laughs(texts), texts, strict=True)
    )
    mixed = map(_contradicts, readings)
    return [any(signs) for signs in zip(laughing, ironic(texts), mixed, strict=True)]


def _contradicts(reading: Reading) -> bool:
    """Whether much good and much bad is said at once."""
    return min(compound(reading.good, 0), compound(reading.bad, 0)) >= BOTH


def _foreign(reading: Reading) -> bool:
    """Whether a comment is in a language that was not learnt."""
    return reading.language is not None and reading.language not in LEARNT

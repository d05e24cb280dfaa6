"""What tells whether a text answers a question at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.ask.matches import Matches
from summarizer.ask.words import CONTENT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats

NEAR = 2
"""Sentences on each side of the best one that are looked through for words of the question."""
LEAST = 0.5
"""How nearly a term stands there that counts as one of them."""

TWO = 2
"""Words of the question that stand in one sentence of a text that speaks of the same, often."""


def evidence_of(matches: Matches, signals: dict[str, Floats], scores: Floats) -> dict[str, float]:
    """Each piece of evidence by name; of the best sentence by ``scores`` where it is of one."""
    import numpy as np

    best = int(np.argmax(scores))
    known = matches.found.max(axis=1, initial=0.0)
    asked = matches.kinds == CONTENT
    held = _held_near(matches, asked, best)
    together = (matches.found[asked] >= LEAST).sum(axis=0)
    size = float(np.log1p(matches.found.shape[1]))
    return _of_best(matches, signals, best, size) | {
        "bias": 1.0,
        "own, most": float(signals["own"].max(initial=0.0)),
        "anywhere": float(matches.topic @ known) / matches.whole,
        "ahead": float(np.tanh((scores[best] - scores.mean()) / 4)),
        "terms": float(np.log1p(asked.sum())),
        "unknown terms": float(((known == 0) & asked).sum()) / 4,
        "size": size / 6,
        "speaker": float(matches.names.any()),
        "words": float(np.log1p(held)),
        "one of several": float(held <= 1 < asked.sum()),
        "sentences with two": float(np.log1p((together >= TWO).sum())),
        "words in one": float(np.log1p(together.max(initial=0))),
        "yes or no": float(matches.whether) * (1 - float(signals["within 2"][best])),
    }


def _of_best(
    matches: Matches, signals: dict[str, Floats], best: int, size: float
) -> dict[str, float]:
    """The evidence of sentence ``best``, weights as shares of that of a word said once."""
    found = matches.topic * matches.found[:, best]
    return {
        "own": float(signals["own"][best]),
        "within 1": float(signals["within 1"][best]),
        "within 2": float(signals["within 2"][best]),
        "within 16": float(signals["within 16"][best]),
        "rarest": float(found.max(initial=0.0)) / size,
        "weight": float(found.sum()) / size / 3,
        "weight, near": float(signals["within 2"][best]) * matches.whole / size / 3,
        "together": float(signals["together"][best]),
        "adjacent": float(signals["adjacent"][best]),
        "little": float(min(signals["little"][best], 1.0)),
    }


def _held_near(matches: Matches, asked: NDArray[np.bool_], best: int) -> int:
    """How many of the terms ``asked`` stand at most two sentences from number ``best``."""
    around = matches.found[asked, max(best - NEAR, 0) : best + NEAR + 1]
    return int((around.max(axis=1, initial=0.0) >= LEAST).sum())

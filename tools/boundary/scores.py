"""How well a net finds the beginnings in texts that were held back."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from tools.boundary.corpus import Corpus
from tools.boundary.fit import table_of
from tools.boundary.net import Net

ROW, MOST = 2048, 200_000
"""Words tagged at once, and in all."""


def odds_of(net: Net, corpus: Corpus, *, capitals: bool) -> NDArray[np.float32]:
    """The log-odds of each word of ``corpus``, up to the most."""
    table = table_of(corpus, net.shape)
    net.eval()
    found = []
    with torch.no_grad():
        for i in range(0, min(MOST, len(corpus.tokens)), ROW):
            tokens = corpus.tokens[i : i + ROW]
            large = corpus.large[i : i + ROW].astype(np.int64) * capitals
            parts = (table.words[tokens], table.endings[tokens], large)
            found.append(net(*(torch.from_numpy(part)[None] for part in parts))[0].numpy())
    return np.concatenate(found)


def report(net: Net, corpus: Corpus, language: str) -> None:
    """Prints F1 and the best threshold, with capitals and without."""
    for capitals in (True, False):
        odds = odds_of(net, corpus, capitals=capitals)
        begins = corpus.begins[: len(odds)]
        scored = {t / 10: _f1(odds >= t / 10, begins) for t in range(-20, 15, 1)}
        best = max(scored, key=lambda t: scored[t])
        says = "with" if capitals else "without"
        print(f"{language} {says} capitals: F1 {scored[best]:.3f} at {best}, {scored[0]:.3f} at 0")


def _f1(said: NDArray[np.bool_], begins: NDArray[np.bool_]) -> float:
    return float(2 * (said & begins).sum() / max(1, said.sum() + begins.sum()))

"""Learns a net from a corpus; takes up again where it stopped."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from tools.boundary.corpus import Corpus
from tools.boundary.net import Net, Shape

PIECE, BATCH = 256, 20
"""Words of a piece, pieces of a step."""
RATE, SEED = 0.003, 7
ROUNDED = 0.85
"""Share of the steps after which the net learns to be rounded."""
REPLACED, FALTERING = 0.02, 0.5
"""Shares of words misheard, of pieces in which people falter."""
SMALL, SMALL_NOUNS = 0.5, {"de": 0.15}
"""Share of pieces without capitals; where nouns have them recognisers seldom leave them off."""
FILLED, REPEATED = 0.02, 0.01
"""Shares of words before which those falter with "um", and that they say twice."""
EVERY = 100
"""Steps between two checkpoints."""


class Table(NamedTuple):
    """The hashes of the words as a net of ``shape`` sees them, and its fillers."""

    words: NDArray[np.int64]
    endings: NDArray[np.int64]
    fillers: NDArray[np.int64]


def fit(corpora: dict[str, Corpus], shape: Shape, steps: int, folder: Path) -> Net:
    """The net after ``steps``, each of pieces of one language: a large one is taken more often."""
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(mode=True)
    net = Net(shape)
    adam = torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.9, 0.99))
    first = _restored(net, adam, folder)
    begun, total = time.time(), 0.0
    for step, batch in enumerate(_batches(corpora, shape, first, steps), first):
        net.rounded = step >= ROUNDED * steps
        for group in adam.param_groups:
            group["lr"] = _rate(step, steps)
        words, endings, large, begins = (torch.from_numpy(part) for part in batch)
        loss = _loss(net(words, endings, large), begins)
        adam.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        total += loss.item()
        if (step + 1) % EVERY == 0 or step + 1 == steps:
            state = {"net": net.state_dict(), "adam": adam.state_dict(), "step": step + 1}
            torch.save(state, folder / "new.pt")
            (folder / "new.pt").replace(folder / "checkpoint.pt")
            spent = time.time() - begun
            print(f"{step + 1} of {steps}: loss {total / EVERY:.4f}, {spent:.0f} s", flush=True)
            total = 0.0
    net.rounded = True
    return net


def table_of(corpus: Corpus, shape: Shape, fillers: tuple[str, ...] = ()) -> Table:
    """The words of ``corpus`` as a net of ``shape`` sees them."""
    words = corpus.words[:, 0].astype(np.int64) % shape.words
    endings = corpus.words[:, 1].astype(np.int64) % shape.endings
    known = {int(word): i for i, word in enumerate(corpus.words[:, 0])}
    numbers = [known[h] for filler in fillers if (h := crc32(filler.encode())) in known]
    return Table(words, endings, np.array(numbers, np.int64))


def _rate(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / 200)
    return RATE * warm * (0.5 + 0.5 * math.cos(math.pi * step / steps)) + 1e-5


def _loss(found: Tensor, begins: Tensor) -> Tensor:
    """The first word of a piece tells nothing."""
    return binary_cross_entropy_with_logits(found[:, 1:], begins[:, 1:])


def _restored(net: Net, adam: torch.optim.Optimizer, folder: Path) -> int:
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path)
    net.load_state_dict(state["net"])
    adam.load_state_dict(state["adam"])
    return int(state["step"])


def _batches(
    corpora: dict[str, Corpus], shape: Shape, first: int, steps: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]]:
    """Words, endings, capitals and beginnings of each step, from a chance of its own."""
    tables = {language: table_of(corpus, shape, FILLERS) for language, corpus in corpora.items()}
    roots = np.sqrt([len(corpus.tokens) for corpus in corpora.values()])
    for step in range(first, steps):
        chance = np.random.default_rng([SEED, step])
        language = [*corpora][int(chance.choice(len(corpora), p=roots / roots.sum()))]
        table = tables[language]
        tokens, begins, large = _pieces(corpora[language], chance)
        tokens, begins, large = _faltering(tokens, begins, large, table, chance)
        tokens = np.where(chance.random(tokens.shape) < REPLACED, _misheard(tokens, chance), tokens)
        large &= chance.random((BATCH, 1)) >= SMALL_NOUNS.get(language, SMALL)
        yield (
            table.words[tokens], table.endings[tokens], large.astype(np.int64),
            begins.astype(np.float32),
        )  # fmt: skip


FILLERS = ("um", "uh", "äh", "ähm", "euh", "eh", "né", "este")


def _pieces(
    corpus: Corpus, chance: np.random.Generator
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]:
    at = chance.integers(len(corpus.tokens) - PIECE, size=(BATCH, 1)) + np.arange(PIECE)
    return corpus.tokens[at], corpus.begins[at], corpus.large[at]


def _misheard(tokens: NDArray[np.int32], chance: np.random.Generator) -> NDArray[np.int32]:
    """Other words of the same step in their places."""
    return chance.permutation(tokens.ravel()).reshape(tokens.shape)


def _faltering(
    tokens: NDArray[np.int32],
    begins: NDArray[np.bool_],
    large: NDArray[np.bool_],
    table: Table,
    chance: np.random.Generator,
) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.bool_]]:
    """The same pieces, in some of which words are said twice, or after "um"."""
    before = np.where(begins, 4 * FILLED, FILLED) * (len(table.fillers) > 0)
    drawn = chance.random(tokens.shape)
    falters = chance.random((BATCH, 1)) < FALTERING
    filled, again = falters & (drawn < before), falters & (drawn > 1 - REPEATED)
    for row in np.flatnonzero((filled | again).any(axis=1)):
        counts = 1 + (filled[row] | again[row])
        source = np.repeat(np.arange(PIECE), counts)[:PIECE]
        new = np.append(True, source[1:] != source[:-1])
        um = new & filled[row][source]
        spoken = tokens[row][source]
        if len(table.fillers):
            spoken[um] = chance.choice(table.fillers)
        tokens[row], begins[row] = spoken, begins[row][source] & new
        large[row] = large[row][source] & ~um
    return tokens, begins, large

"""The net that tags where sentences begin, in torch, rounded as summarizer/sentences rounds it."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import pad


class Shape(NamedTuple):
    """Sizes of a net; the first four as the hashes need them."""

    words: int = 24576
    endings: int = 2048
    wide: int = 48
    channels: int = 96
    apart: tuple[int, ...] = (1, 2, 5)
    """Words between the five that a convolution looks at."""


FIVE = 5
LEAST, MOST = -127, 127
"""Whole numbers of a weight."""
CEILING, LEVELS = 6.0, 255
"""Highest activation, and the steps from 0 to it."""


class Net(nn.Module):
    """Log-odds that a sentence begins with each word; ``rounded`` when it learns to be rounded."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.rounded = False
        self.word = nn.Embedding(shape.words, shape.wide)
        self.ending = nn.Embedding(shape.endings, shape.wide)
        self.capital = nn.Embedding(2, shape.wide)
        for table in (self.word, self.ending, self.capital):
            nn.init.normal_(table.weight, std=0.3)
        sizes = [shape.wide, *(shape.channels for _ in shape.apart)]
        self.layers = nn.ModuleList(
            nn.Conv1d(a, b, FIVE, dilation=apart)
            for a, b, apart in zip(sizes, sizes[1:], shape.apart, strict=False)
        )
        self.out = nn.Linear(shape.channels, 1)
        nn.init.constant_(self.out.bias, -2.5)

    def forward(self, words: Tensor, endings: Tensor, capitals: Tensor) -> Tensor:
        """Batch x words each -> log-odds, batch x words."""
        tables = self.embeddings()
        parts = (table[ids] for table, ids in zip(tables, (words, endings, capitals), strict=True))
        seen = sum(parts, torch.zeros(())).transpose(1, 2)
        for i, layer in enumerate(self.layers):
            weight, bias = self.weights(i)
            reach = self.shape.apart[i] * (FIVE // 2)
            found = nn.functional.conv1d(
                pad(seen, (reach, reach)), weight, bias, dilation=layer.dilation
            )
            seen = self.level(self.level(found, below=True) + seen) if i else self.level(found)
        weight, bias = self.weights(None)
        return nn.functional.linear(seen.transpose(1, 2), weight, bias).squeeze(2)

    def embeddings(self) -> list[Tensor]:
        """The three tables, on one scale where rounded."""
        tables = [self.word.weight, self.ending.weight, self.capital.weight]
        return [rounding(table, self.step()) for table in tables] if self.rounded else tables

    def step(self) -> Tensor:
        """The size of a whole number in the tables: outliers are cut off."""
        spread = torch.cat([self.word.weight.flatten(), self.ending.weight.flatten()]).detach()
        return 4.0 * spread.std() / MOST

    def weights(self, layer: int | None) -> tuple[Tensor, Tensor]:
        """Weights and bias of a convolution, of the last sum for None."""
        part = self.out if layer is None else self.layers[layer]
        if not self.rounded:
            return part.weight, part.bias
        step = part.weight.detach().abs().amax(dim=tuple(range(1, part.weight.dim())), keepdim=True)
        return rounding(part.weight, step / MOST), part.bias

    def level(self, values: Tensor, *, below: bool = False) -> Tensor:
        """``values`` between 0 (or as far below) and the ceiling, in steps where rounded."""
        values = values.clamp(-CEILING if below else 0.0, CEILING)
        return straight(values, CEILING / LEVELS) if self.rounded else values


def rounding(weight: Tensor, step: Tensor) -> Tensor:
    """``weight`` in whole steps; the slope goes through (Bengio et al. 2013)."""
    whole = (weight / step).round().clamp(LEAST, MOST) * step
    return weight + (whole - weight).detach()


def straight(values: Tensor, step: float) -> Tensor:
    """``values`` in whole steps, slope as if they were not."""
    return values + ((values / step).round() * step - values).detach()

"""A learnt net to the arrays that summarizer/sentences/tagger.py reads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tools.boundary.net import CEILING, LEAST, LEVELS, MOST, Net
from tools.packing import write_arrays

LARGEST = 2**20
"""A bias in whole numbers stays so small that sums stay below 2 ** 24."""


def packed(net: Net) -> dict[str, NDArray[np.generic]]:
    """The arrays, by name."""
    step = net.step().item()
    arrays: dict[str, NDArray[np.generic]] = {
        name: _whole(table.weight, step)
        for name, table in (("word", net.word), ("ending", net.ending), ("capital", net.capital))
    }
    unit = step
    for i, layer in enumerate(net.layers):
        sizes = _steps(layer.weight)
        whole = _whole(layer.weight, sizes[:, None, None])
        # Channels of the word first on the left come first: five x channels -> channels.
        arrays[f"weights{i}"] = whole.transpose(2, 1, 0).reshape(-1, whole.shape[0])
        bias = (layer.bias.detach().numpy() / (unit * sizes)).round()
        arrays[f"bias{i}"] = bias.clip(-LARGEST, LARGEST).astype(np.float32)
        arrays[f"scale{i}"] = (unit * sizes / (CEILING / LEVELS)).astype(np.float32)
        unit = CEILING / LEVELS
    size = float(_steps(net.out.weight)[0])
    arrays["out"] = _whole(net.out.weight, size).reshape(-1)
    arrays["last"] = np.array([net.out.bias.item(), unit * size])
    arrays["apart"] = np.array(net.shape.apart)
    _check(arrays, len(net.layers))
    return arrays


def write(net: Net, path: Path) -> None:
    """Packs ``net`` into the file ``path``, the same bytes each time."""
    write_arrays(path, packed(net))


def _steps(weight: Tensor) -> NDArray[np.float64]:
    return np.asarray(weight.detach().abs().flatten(1).amax(1).double().numpy() / MOST)


def _whole(weight: Tensor, step: float | NDArray[np.float64]) -> NDArray[np.int8]:
    values = weight.detach().double().numpy() / step
    return np.asarray(values.round().clip(LEAST, MOST).astype(np.int8))


def _check(arrays: dict[str, NDArray[np.generic]], layers: int) -> None:
    """No sum can reach 2 ** 24, above which float32 skips whole numbers."""
    largest = 3 * MOST
    for i in range(layers):
        sums = np.abs(arrays[f"weights{i}"].astype(np.int64)).sum(axis=0) * largest
        assert (sums + np.abs(arrays[f"bias{i}"].astype(np.int64))).max() < 2**24
        largest = LEVELS
    assert np.abs(arrays["out"].astype(np.int64)).sum() * LEVELS < 2**24


def load(path: Path, net: Net) -> Net:
    """``net`` with the weights of a checkpoint, rounded."""
    net.load_state_dict(torch.load(path)["net"])
    net.rounded = True
    return net.eval()

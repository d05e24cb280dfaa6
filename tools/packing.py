"""Writes arrays as numpy's .npz does, as small as deflate can."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np

SMALLEST = 9
"""The level, and how much memory deflate may take."""
STRATEGIES = zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_RLE
"""Weights hardly repeat: where deflate looks for repeats in them, its codes become longer."""


def write_arrays(output: Path, arrays: Mapping[str, Any]) -> None:
    """The arrays by their names, for `numpy.load`; the same arrays give the same bytes."""
    with ZipFile(output, "w", ZIP_DEFLATED) as pack:
        for name, array in arrays.items():
            held = BytesIO()
            np.lib.format.write_array(held, np.asanyarray(array))
            with pack.open(f"{name}.npy", "w") as stream:
                # There is no other way to tell a ZipFile by which strategy it should compress.
                stream._compressor = _best_for(held.getvalue())  # type: ignore[attr-defined]  # noqa: SLF001
                stream.write(held.getvalue())


def _best_for(data: bytes) -> zlib._Compress:
    """What makes ``data`` smallest."""
    return _compressing(min(STRATEGIES, key=lambda strategy: _size(data, strategy)))


def _size(data: bytes, strategy: int) -> int:
    compressing = _compressing(strategy)
    return len(compressing.compress(data)) + len(compressing.flush())


def _compressing(strategy: int) -> zlib._Compress:
    return zlib.compressobj(SMALLEST, zlib.DEFLATED, -zlib.MAX_WBITS, SMALLEST, strategy)

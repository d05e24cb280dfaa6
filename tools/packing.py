"""Writes arrays as numpy's .npz does, as small as deflate can."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np

SMALLEST = 9


def write_arrays(output: Path, arrays: Mapping[str, Any]) -> None:
    """The arrays by their names, for `numpy.load`; the same arrays give the same bytes."""
    with ZipFile(output, "w", ZIP_DEFLATED, compresslevel=SMALLEST) as pack:
        for name, array in arrays.items():
            with pack.open(f"{name}.npy", "w") as stream:
                np.lib.format.write_array(stream, np.asanyarray(array))

"""Weights are packed as small as deflate can, and read as they were written."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.packing import write_arrays


def test_weights_without_repeats_take_less_than_numpy_needs(tmp_path: Path) -> None:
    weights = {
        "dense": np.random.default_rng(5).normal(0, 6, (20_000, 2)).astype(np.int8),
        "words": np.frombuffer(b"the same words again\n" * 99, np.uint8),
    }
    ours, theirs = tmp_path / "ours.npz", tmp_path / "theirs.npz"
    write_arrays(ours, weights)
    np.savez_compressed(theirs, allow_pickle=False, **weights)
    assert ours.stat().st_size < 0.95 * theirs.stat().st_size
    with np.load(ours) as read:
        assert [*read] == [*weights]
        assert all(np.array_equal(read[name], weights[name]) for name in weights)
    written = ours.read_bytes()
    write_arrays(ours, weights)
    assert ours.read_bytes() == written

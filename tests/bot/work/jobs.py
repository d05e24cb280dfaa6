"""What the worker processes are made to do in the tests; it must be importable by its name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from summarizer.model import UnreadableError


def add(a: int, b: int) -> int:
    return a + b


def refuse(key: str) -> None:
    raise UnreadableError(key)


def hang() -> None:
    while True:
        pass


def eat() -> int:
    return len(bytearray(2**33))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def pid() -> int:
    return os.getpid()


def wait_for(pipe: str) -> bytes:
    """Say that it began, then wait for a byte: a job of exactly the length a test wants."""
    with Path(pipe + ".began").open("wb", buffering=0) as began:
        began.write(b"!")
    with Path(pipe).open("rb", buffering=0) as end:
        return end.read(1)


def similarities() -> float:
    """Use numpy and scipy as the ranking does, with some 200 MB."""
    import numpy as np
    from scipy import sparse

    rows = sparse.random(2_000, 5_000, density=0.01, random_state=1, format="csr")
    dense = (rows @ rows.T).toarray()
    return float(np.linalg.norm(dense @ dense))


def threads() -> str | None:
    return os.environ.get("OPENBLAS_NUM_THREADS")

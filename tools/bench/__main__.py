"""Prints every figure of ``make bench``: speed and its limit, quality and its bounds."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tools.bench import catalogue, conversation, pages, quality, workers

PARTS = (pages, workers, conversation, catalogue)


def main() -> None:
    """One line a figure."""
    for part in PARTS:
        for name, value, limit in part.figures():
            print(f"{name:<58} {value:>10,.1f}   under {limit:,.0f}")
    for name, value, bound in quality.figures():
        print(f"{name:<58} {value:>10,.1f}   {bound}")


if __name__ == "__main__":
    main()

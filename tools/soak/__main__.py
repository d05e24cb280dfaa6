"""``make soak``: prints a table of trouble and what came of it; status 1 where anything went wrong.

Set ROUNDS, UPDATES, USERS, BURSTS, HALF_OPEN, MACHINES, PATTERN_KB, LARGE_MB, MUTATIONS, DIGESTS
or SEED, or FULL=1 for the numbers of a release; 0 leaves a part out. MACHINES is how many of each
failure three fronts and two workers on Postgres suffer; ``python -m tools.soak.machines`` does that
alone.
PATTERNS="file: pdf" reads only the crafted patterns of that name, and leaves all else out. INPUT=N
shows what comes of one damaged input alone.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tools.soak.crowds import beside_a_flooder, bursts
from tools.soak.growth import patterns
from tools.soak.large import large
from tools.soak.machines.running import many_machines
from tools.soak.memory import digests
from tools.soak.network import half_open, resets, storms
from tools.soak.pages import again, mutations
from tools.soak.process import kills, stops
from tools.soak.table import Row, heading, line

SHORT = {
    "ROUNDS": 5,
    "UPDATES": 60,
    "USERS": 40,
    "BURSTS": 2,
    "HALF_OPEN": 500,
    "MACHINES": 1,
    "PATTERN_KB": 200,
    "LARGE_MB": 5,
    "MUTATIONS": 5_000,
    "DIGESTS": 300,
    "SEED": 1,
}
FULL = SHORT | {
    "ROUNDS": 20,
    "UPDATES": 500,
    "BURSTS": 10,
    "HALF_OPEN": 1_500,
    "MACHINES": 20,
    "PATTERN_KB": 2_000,
    "LARGE_MB": 20,
    "MUTATIONS": 1_000_000,
    "DIGESTS": 10_000,
}
BURST = 60
"""People who ask in the same moment."""


def main() -> int:
    """Run one part after another; the exit status."""
    numbers = FULL if os.environ.get("FULL") else SHORT
    asked = {name: int(os.environ.get(name) or number) for name, number in numbers.items()}
    if number := os.environ.get("INPUT"):
        again(int(number), asked["SEED"])
        return 0
    print(heading(), flush=True)
    well = True
    part = os.environ.get("PATTERNS")
    for row in [patterns(asked["PATTERN_KB"], part)] if part else _rows(asked):
        print(line(row), flush=True)
        well &= row.is_well
    return int(not well)


def _rows(asked: dict[str, int]) -> Iterator[Row]:
    rounds, updates, seed = asked["ROUNDS"], asked["UPDATES"], asked["SEED"]
    if rounds:
        yield asyncio.run(kills(rounds, updates, seed))
        yield asyncio.run(stops(rounds, updates, seed))
    if updates:
        yield asyncio.run(storms(updates, seed))
        yield asyncio.run(resets(updates, seed))
    yield from _people(asked)
    if asked["MACHINES"]:
        yield from many_machines(asked["MACHINES"], seed)
    if asked["PATTERN_KB"]:
        yield patterns(asked["PATTERN_KB"])
    if asked["LARGE_MB"]:
        yield large(asked["LARGE_MB"])
    if asked["MUTATIONS"]:
        yield mutations(asked["MUTATIONS"], seed)
    if asked["DIGESTS"]:
        yield asyncio.run(digests(asked["DIGESTS"], seed))


def _people(asked: dict[str, int]) -> Iterator[Row]:
    """Many at once, and those who do not end what they begin."""
    seed = asked["SEED"]
    if asked["USERS"]:
        yield asyncio.run(beside_a_flooder(asked["USERS"], seed))
    if asked["BURSTS"]:
        yield asyncio.run(bursts(asked["BURSTS"], BURST, seed))
    if asked["HALF_OPEN"]:
        yield asyncio.run(half_open(asked["HALF_OPEN"], asked["USERS"] or 1, seed))


if __name__ == "__main__":
    sys.exit(main())

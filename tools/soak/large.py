"""Files of twenty megabytes: each is read and digested in ten seconds, or refused at once."""

from __future__ import annotations

from math import inf

from tools.soak.growth import MOST_SECONDS, in_workers, seconds_for
from tools.soak.large_files import LARGE
from tools.soak.table import Row


def large(megabytes: int) -> Row:
    """Read and digest a file of each kind of so many megabytes."""
    took = in_workers(cost, LARGE, 1_000_000 * megabytes, inf)
    for name in sorted(took, key=lambda name: -took[name]):
        print(f"file {name!r}: {took[name]:.1f} s", flush=True)
    longest = max(took, key=lambda name: took[name])
    bad = sum(seconds > MOST_SECONDS for seconds in took.values())
    note = f"longest {took[longest]:.1f} s CPU ({longest})"
    return Row(f"files of {megabytes} MB", f"{len(took)}", crashes=bad, note=note)


def cost(name: str, size: int) -> float:
    """Seconds of CPU that a file of this kind and of about ``size`` bytes takes."""
    return seconds_for(LARGE[name](size), 2 * MOST_SECONDS)

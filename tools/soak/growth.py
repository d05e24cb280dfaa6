"""Hostile patterns: twice as much of one may take about twice the time, and never long."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Final, NamedTuple

from summarizer import UnreadableError, digest_page, read_page
from tools.soak.patterns import PAGES
from tools.soak.patterns_files import PATTERNS
from tools.soak.table import Row

PROCESSES: Final = 2
STEEP, NOTICED = 3.0, 0.5
"""Times as long for twice the input that is too much; seconds from which on it is looked at."""
SECONDS_A_MEGABYTE, AT_REST = 1.0, 0.5

Builder = Callable[[int], bytes]


class Growth(NamedTuple):
    """Seconds of CPU that half of an input took, and the whole of it."""

    half: float
    whole: float

    def is_well(self, megabytes: float) -> bool:
        """Whether it takes no longer than it may, and grows no faster than its input."""
        if self.whole < NOTICED:
            return True
        in_time = self.whole <= AT_REST + SECONDS_A_MEGABYTE * max(megabytes, 1.0)
        return in_time and self.whole <= STEEP * max(self.half, 0.01)


def patterns(kilobytes: int) -> Row:
    """Read and digest each pattern at this size and at half of it."""
    context = multiprocessing.get_context("forkserver")
    names = sorted(BUILDERS)
    with ProcessPoolExecutor(PROCESSES, context) as pool:
        grown = list(pool.map(partial(growth, size=1000 * kilobytes), names))
    measured = dict(zip(names, grown, strict=True))
    bad = [name for name in names if not measured[name].is_well(kilobytes / 1000)]
    for name in bad:
        print(f"pattern {name!r}: {measured[name]}", flush=True)
    longest = max(each.whole for each in grown)
    note = f"of {kilobytes:,} KB and of half as much; longest {longest:.2f} s CPU"
    return Row("crafted patterns", f"{len(names)}", crashes=len(bad), note=note)


def growth(name: str, size: int) -> Growth:
    """What the pattern takes at half the size, and at the whole."""
    return Growth(_seconds(BUILDERS[name](size // 2)), _seconds(BUILDERS[name](size)))


def _seconds(data: bytes) -> float:
    began = time.process_time()
    with suppress(UnreadableError):
        digest_page(read_page(data, None))
    return time.process_time() - began


def _repeated(piece: str) -> Builder:
    encoded = piece.encode()
    return lambda size: encoded * (size // len(encoded))


BUILDERS: Final[dict[str, Builder]] = {
    **{f"file: {name}": build for name, build in PATTERNS.items()},
    **{f"page: {piece[:40]!r}": _repeated(piece) for piece in PAGES},
}
"""Name -> what makes so many bytes of the pattern."""

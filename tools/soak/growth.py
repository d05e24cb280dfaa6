"""Hostile patterns: twice as much of one may take about twice the time, and never long."""

from __future__ import annotations

import logging
import multiprocessing
import signal
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
SMALLEST: Final = 0.125
"""Share of a size at which a pattern is first read; each next one is twice as large."""
STEEP, NOTICED = 3.0, 0.5
"""Times as long for twice the input that is too much; seconds from which on it is looked at."""
SECONDS_A_MEGABYTE, AT_REST = 1.0, 0.5
PATIENCE: Final = 30.0
"""Seconds of CPU after which a pattern is given up."""

Builder = Callable[[int], bytes]


class Growth(NamedTuple):
    """Megabytes of the largest input read, seconds of CPU that half of it took, and all of it."""

    megabytes: float
    half: float
    whole: float

    @property
    def steepness(self) -> float:
        """Times as long for twice the input; 2 where all is too quick to be told."""
        return self.whole / max(self.half, 0.01) if self.whole >= NOTICED else 2.0

    @property
    def is_well(self) -> bool:
        """Whether it takes no longer than it may, and grows no faster than its input."""
        in_time = self.whole <= AT_REST + SECONDS_A_MEGABYTE * max(self.megabytes, 1.0)
        return in_time and self.steepness <= STEEP


def patterns(kilobytes: int) -> Row:
    """Read and digest each pattern at sizes up to this one."""
    context = multiprocessing.get_context("forkserver")
    names = sorted(BUILDERS)
    with ProcessPoolExecutor(PROCESSES, context, _be_quiet) as pool:
        grown = list(pool.map(partial(growth, size=1000 * kilobytes), names))
    measured = dict(zip(names, grown, strict=True))
    bad = [name for name in names if not measured[name].is_well]
    for name in bad:
        print(f"pattern {name!r}: {measured[name]}", flush=True)
    longest, steepest = max(g.whole for g in grown), max(g.steepness for g in grown)
    note = f"each of {kilobytes:,} kB: longest {longest:.1f} s CPU;"
    note += f" twice as much of one takes {steepest:.1f} times as long at most"
    return Row("crafted patterns", f"{len(names)}", crashes=len(bad), note=note)


def _be_quiet() -> None:
    """Leave out what pypdf says of each damaged part."""
    logging.disable(logging.ERROR)


def growth(name: str, size: int, patience: float = PATIENCE) -> Growth:
    """What the pattern takes at the largest size that is read in time, and at half of it."""
    read = int(size * SMALLEST)
    half = whole = _seconds(BUILDERS[name](read), patience)
    while read < size and 2 * whole < patience:
        read, half = min(2 * read, size), whole
        whole = _seconds(BUILDERS[name](read), patience)
    return Growth(read / 1e6, half, whole)


def _seconds(data: bytes, patience: float) -> float:
    """Seconds of CPU; infinite where it takes more than ``patience``."""
    began = time.process_time()
    signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        with suppress(UnreadableError):
            digest_page(read_page(data, None))
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def _give_up(*_: object) -> None:
    raise TimeoutError


def _repeated(piece: str) -> Builder:
    encoded = piece.encode()
    return lambda size: encoded * (size // len(encoded))


BUILDERS: Final[dict[str, Builder]] = {
    **{f"file: {name}": build for name, build in PATTERNS.items()},
    **{f"page: {piece[:40]!r}": _repeated(piece) for piece in PAGES},
}
"""Name -> what makes so many bytes of the pattern."""

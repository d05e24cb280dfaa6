"""Hostile patterns: twice as much of one may take about twice the time, and never long."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLongError
from contextlib import suppress
from math import inf
from typing import Final, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessPool

from summarizer import UnreadableError, digest_page, read_page
from tools.soak.patterns import PAGES
from tools.soak.patterns_files import PATTERNS
from tools.soak.patterns_packed import PACKED
from tools.soak.patterns_texts import Builder
from tools.soak.table import Row

PROCESSES: Final = 2
SLOWEST: Final = 10
"""Patterns that are named, the slowest first."""
STEEP, NOTICED = 3.0, 0.5
"""Times as long for twice the input that is too much; seconds from which on it is looked at."""
SECONDS_A_MEGABYTE, AT_REST = 1.0, 0.5
MOST_SECONDS: Final = 10.0
"""For any file that Telegram lets a bot fetch, twenty megabytes."""
UNPACKED: Final = 4.0
"""Megabytes that what is packed or drawn counts for at least: it holds more than its size."""

PATIENCE, AT_LAST = 10.0, 300.0
"""Seconds of CPU after which a pattern is given up; seconds after which its process is ended."""

T = TypeVar("T")


class Growth(NamedTuple):
    """Megabytes that were read, seconds of CPU that half of it took, and all of it."""

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
        usual = AT_REST + SECONDS_A_MEGABYTE * max(self.megabytes, 1.0)
        return self.whole <= min(usual, MOST_SECONDS) and self.steepness <= STEEP


def patterns(kilobytes: int, part: str = "") -> Row:
    """Read and digest each pattern at this size and at half of it.

    ``part``: only those whose name holds it, as "file: pdf" or "page: ".
    """
    names = sorted(name for name in BUILDERS if part in name)
    size = 1000 * kilobytes
    measured = in_workers(growth, names, size, Growth(size / 1e6, inf, inf))
    bad = sum(not grown.is_well for grown in measured.values())
    for name in sorted(names, key=lambda name: -measured[name].whole)[: max(SLOWEST, bad)]:
        print(_told(name, measured[name]), flush=True)
    longest = max(grown.whole for grown in measured.values())
    steepest = max(grown.steepness for grown in measured.values())
    note = f"each of {kilobytes:,} kB: longest {longest:.1f} s CPU;"
    note += f" twice as much of one takes {steepest:.1f} times as long at most"
    return Row("crafted patterns", f"{len(names)}", crashes=bad, note=note)


def in_workers(
    job: Callable[[str, int], T], names: Iterable[str], size: int, ended: T
) -> Mapping[str, T]:
    """What ``job`` gives for each name, in workers as the bot's.

    ``ended`` where it goes on for too long and its worker is ended.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.work.preload", __name__])
    with ProcessPool(PROCESSES, initializer=_be_quiet, context=context) as pool:
        asked = {n: pool.schedule(job, args=(n, size), timeout=AT_LAST) for n in names}
        return {name: _answer(future, ended) for name, future in asked.items()}


def _answer(future: Future[T], ended: T) -> T:
    try:
        return future.result()
    except (TooLongError, ProcessExpired):
        return ended


def _told(name: str, grown: Growth) -> str:
    mark = "" if grown.is_well else ", too long"
    return f"pattern {name!r}: {grown.half:.2f}, then {grown.whole:.2f} s{mark}"


def _be_quiet() -> None:
    """Leave out what pypdf says of each damaged part."""
    logging.disable(logging.ERROR)


def growth(name: str, size: int, patience: float = PATIENCE) -> Growth:
    """What the pattern takes at half the size and, if that is read in time, at the size."""
    half = seconds_for(BUILDERS[name](size // 2), patience)
    whole = seconds_for(BUILDERS[name](size), patience) if half < inf else inf
    is_packed = name.removeprefix(FILE) in PACKED
    return Growth(max(size / 1e6, UNPACKED if is_packed else 0), half, whole)


def seconds_for(data: bytes, patience: float = PATIENCE) -> float:
    """Seconds of CPU to read and digest it; infinite where it takes more than ``patience``."""
    began = time.process_time()
    signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        with suppress(UnreadableError):
            digest_page(read_page(data, None))
    except TimeoutError:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def _give_up(*_: object) -> None:
    raise TimeoutError


def _repeated(piece: str) -> Builder:
    encoded = piece.encode()
    return lambda size: encoded * (size // len(encoded))


FILE: Final = "file: "
BUILDERS: Final[dict[str, Builder]] = {
    **{f"{FILE}{name}": build for name, build in PATTERNS.items()},
    **{f"page: {piece[:40]!r}": _repeated(piece) for piece in PAGES},
}
"""Name -> what makes so many bytes of the pattern."""

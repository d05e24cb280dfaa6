"""A million damaged inputs: each read, many digested and rendered, in bounded time and memory."""

from __future__ import annotations

import faulthandler
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from bot.work.workers import prepare
from handlers.message import Texts, render
from summarizer import UnreadableError, clean_url, digest_page, find_links, read_page, suspicious
from tests import tdlib
from tools.soak.inputs import Input, made
from tools.soak.table import Row

PROCESSES: Final = 2
AT_ONCE: Final = 1_000
LONGEST_SECONDS: Final = 2.0
PATIENCE_SECONDS: Final = 20.0
"""Of the processor's time: then it hangs, and is ended."""
JOB_MEGABYTES: Final = 512
MOST_MEGABYTES: Final = 400

Outcome = Literal["refused", "read", "shown"]


class InvalidReplyError(Exception):
    """A reply that Telegram would not take."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of one lot: replies, refusals, and what must not happen; seconds of CPU."""

    shown: int
    refused: int
    invalid: int
    crashes: int
    seconds: float
    longest: float
    megabytes: int


def mutations(count: int, seed: int) -> Row:
    """Read, digest and render so many damaged inputs."""
    lots = [range(begin, min(begin + AT_ONCE, count)) for begin in range(0, count, AT_ONCE)]
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.work.preload", __name__])
    with ProcessPoolExecutor(PROCESSES, context, _get_ready) as pool:
        tallies = list(pool.map(partial(tally, seed), lots))
    return _row(count, tallies)


def _row(count: int, tallies: list[Tally]) -> Row:
    fat = sum(lot.megabytes > MOST_MEGABYTES for lot in tallies)
    shown, refused = sum(lot.shown for lot in tallies), sum(lot.refused for lot in tallies)
    mean = 1000 * sum(lot.seconds for lot in tallies) / count
    return Row(
        "damaged inputs",
        f"{count:,}",
        invalid=sum(lot.invalid for lot in tallies),
        crashes=sum(lot.crashes for lot in tallies) + fat,
        note=f"{shown:,} rendered, {refused:,} refused; {mean:.1f} ms CPU each,"
        f" longest {max(lot.longest for lot in tallies):.2f} s,"
        f" at most {max(lot.megabytes for lot in tallies)} MB",
    )


def tally(seed: int, numbers: range) -> Tally:
    """Try these inputs; what must not happen is printed with the words that repeat it."""
    outcomes = [_timed(seed, number) for number in numbers]
    kinds = [kind for kind, _ in outcomes]
    seconds = [one for _, one in outcomes]
    return Tally(
        kinds.count("shown"),
        kinds.count("refused"),
        kinds.count("invalid"),
        kinds.count("crash"),
        sum(seconds),
        max(seconds),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def _timed(seed: int, number: int) -> tuple[str, float]:
    """The outcome, "crash" or "invalid", and the seconds it took."""
    one = made(seed, number)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE_SECONDS)
    kind: str
    try:
        kind = outcome(one)
    except Exception as problem:  # noqa: BLE001 - any of them is what is looked for
        kind = "invalid" if isinstance(problem, InvalidReplyError) else "crash"
        _say(seed, number, "".join(traceback.format_exception_only(problem)))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    seconds = time.process_time() - began
    if seconds > LONGEST_SECONDS:
        _say(seed, number, f"{seconds:.1f} seconds")
        kind = "crash"
    return kind, seconds


def outcome(one: Input) -> Outcome:
    """Do what the bot does with it.

    Raises:
        InvalidReplyError: Telegram would not take the reply.
        Exception: anything else is a defect too.
    """
    if one.is_links:
        for link in find_links(str(one.data)):
            suspicious(clean_url(link.url))
        return "read"
    try:
        page = read_page(one.data, one.name)
    except UnreadableError:
        return "refused"
    if one.view is None:
        return "read"
    _judge(render(digest_page(page), _TEXTS, one.view, compact=one.compact).html)
    return "shown"


def _judge(html: str) -> None:
    try:
        text, entities = tdlib.parse(html)
    except ValueError as refusal:
        raise InvalidReplyError(str(refusal)) from refusal
    if tdlib.units(text) > _UNITS or len(entities) > _ENTITIES:
        raise InvalidReplyError(f"{tdlib.units(text)} units, {len(entities)} entities")


def again(number: int, seed: int) -> None:
    """Show an input and what comes of it, with the whole traceback."""
    one = made(seed, number)
    print(one)
    print(outcome(one))


def _get_ready() -> None:
    """Prepare a process as the bot prepares its workers; what hangs or dies says where."""
    faulthandler.enable()
    prepare(JOB_MEGABYTES)
    signal.signal(signal.SIGVTALRM, _give_up)


def _give_up(*_: object) -> None:
    raise TimeoutError(f"it takes more than {PATIENCE_SECONDS:.0f} seconds")


def _say(seed: int, number: int, what: str) -> None:
    print(f"SEED={seed} INPUT={number}: {what.strip()}", file=sys.stderr, flush=True)


_TEXTS: Final = Texts()
_UNITS: Final = 4_096
_ENTITIES: Final = 100

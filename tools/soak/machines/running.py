"""The part of the soak: so many of each failure while people write, a row of the table for each."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from tools.soak.machines.failures import ALONE, COMPARED, ONCE, POLLED, SHARED, Do
from tools.soak.machines.judge import Verdict, judge
from tools.soak.machines.opening import Size, opened
from tools.soak.machines.trial import Trial
from tools.soak.table import Row

ENDS: Final = frozenset({0, 4, -9, -15})
"""Exit statuses that are expected: asked to end, lease lost, killed, asked to end too early."""
PAUSE: Final = (1.0, 3.0)
"""Seconds, at least and at most, from the end of a failure to the next."""
USUAL_SECONDS: Final = 60.0
RECOVERY_SECONDS: Final = 40.0
"""So long the next failure waits for an answer after the last one."""

FLEETS: Final[Mapping[str, tuple[Size, Mapping[str, Do]]]] = {
    "shared": (Size(), SHARED),
    "polled": (Size(pushed=False), POLLED),
    "alone": (Size(fronts=1, workers=0), ALONE),
    "apart": (Size(apart=True), SHARED),
}


def many_machines(count: int, seed: int) -> Iterator[Row]:
    """Give the rows of all that several machines can suffer; none where there is no Postgres."""
    for fleet in ("shared", "polled"):
        with TemporaryDirectory(prefix="soak-") as folder:
            try:
                yield from asyncio.run(_listed(machines(fleet, count, seed, Path(folder))))
            except FileNotFoundError as missing:
                print(f"the part on many machines is left out: {missing}", file=sys.stderr)
                return


async def _listed(rows: AsyncIterator[Row]) -> list[Row]:
    return [row async for row in rows]


async def machines(
    fleet: str, count: int, seed: int, folder: Path, *only: str
) -> AsyncIterator[Row]:
    """Give the row of each failure of a fleet, those alone whose name has one of ``only``."""
    size, failures = FLEETS[fleet]
    async with opened(size, seed, folder) as trial:
        for name, do in failures.items():
            if not only or any(part in name for part in only):
                yield await _suffered(trial, name, do, count, folder)


async def _suffered(trial: Trial, name: str, do: Do, count: int, folder: Path) -> Row:
    usual = await _usual_wait(trial) if do in COMPARED else None
    trial.begin()
    count, crashes = 1 if do in ONCE else count, _crashes(trial)
    async with trial.people():
        await trial.until_spoken(RECOVERY_SECONDS)
        for _ in range(count):
            await asyncio.sleep(trial.rng.uniform(*PAUSE))
            await do(trial)
            await trial.until_spoken(RECOVERY_SECONDS)
            await trial.until_ready()
            await trial.until_caught_up()
    await trial.until_answered()
    verdict = judge(trial.record)
    if usual is not None:
        wait = max(verdict.waits, default=0.0)
        waits = f"longest wait {usual:.1f} s without, {wait:.1f} s with: {wait - usual:+.1f} s"
        trial.remarks.append(waits)
    (folder / f"{name}.json").write_bytes(msgspec.json.encode(trial.record))
    for kind in ("lost", "disordered", "wrong", "doubles", "unknowable"):
        for one in getattr(verdict, kind):
            print(f"{name}: {kind}: {one}", file=sys.stderr, flush=True)
    plain = row(name, count, verdict, _crashes(trial) - crashes)
    return replace(plain, note="; ".join((plain.note, *trial.remarks)))


async def _usual_wait(trial: Trial) -> float:
    """The longest that anybody waits while nothing fails."""
    trial.begin()
    async with trial.people():
        await asyncio.sleep(USUAL_SECONDS)
    await trial.until_answered()
    return max(judge(trial.record).waits, default=0.0)


def row(name: str, count: int, verdict: Verdict, crashes: int = 0) -> Row:
    """The verdict as a line of the table."""
    wrong = len(verdict.disordered) + len(verdict.wrong) + verdict.is_too_fast
    return Row(
        name,
        f"{count} in {verdict.asked} updates",
        lost=len(verdict.lost),
        repeats=len(verdict.doubles),
        unknowable=len(verdict.unknowable),
        invalid=wrong,
        crashes=crashes,
        note=_note(verdict),
    )


def _note(verdict: Verdict) -> str:
    recovery = verdict.recovery or (0.0,)
    return (
        f"{len(verdict.disordered)} out of order, {len(verdict.wrong)} wrong joins;"
        f" first answer after {median(recovery):.1f} s, at most {max(recovery):.1f};"
        f" {verdict.removed} doubles removed; longest wait {max(verdict.waits, default=0.0):.0f} s;"
        f" at most {verdict.in_a_second} a second, {verdict.in_a_minute} a minute in a group,"
        f" {verdict.in_a_chat} in 3 s in a chat"
    )


def _crashes(trial: Trial) -> int:
    """Tracebacks and ends that nobody asked for, so far."""
    logs = [
        one.log.read_text(encoding="utf-8") for one in trial.machines.values() if one.log.exists()
    ]
    ends = [status for one in trial.machines.values() for status in one.statuses]
    return sum(log.count("Traceback") for log in logs) + sum(end not in ENDS for end in ends)

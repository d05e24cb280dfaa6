"""What is done to the machines, one failure after another."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

from tools.soak.machines.trial import Trial

LEASE_SECONDS: Final = 5.0
BURST: Final = 1_000


async def kill_front(trial: Trial) -> None:
    """Kill -9 of whoever speaks to people."""
    machine = trial.front
    machine.kill()
    await trial.note(machine, is_kill=True)


async def kill_worker(trial: Trial) -> None:
    """Kill -9 of some worker."""
    machine = trial.rng.choice(trial.workers)
    machine.kill()
    await trial.note(machine, is_kill=True)


async def stop_front(trial: Trial, shortest: float, longest: float) -> None:
    """SIGSTOP of whoever speaks to people, SIGCONT some seconds later."""
    machine = trial.front
    machine.stop()
    await trial.note(machine)
    await asyncio.sleep(trial.rng.uniform(shortest, longest))
    machine.resume()


async def cut_front(trial: Trial) -> None:
    """The front's way to the database cut, silently or by hanging up, mended some seconds later."""
    machine = trial.front
    proxy = trial.proxies[machine.name]
    await proxy.cut(silently=trial.rng.random() < 0.5)
    await trial.note(machine)
    await asyncio.sleep(trial.rng.uniform(1.2 * LEASE_SECONDS, 1.8 * LEASE_SECONDS))
    proxy.mend()


async def stop_postgres(trial: Trial, seconds: float) -> None:
    """Postgres stopped, as by a loss of power or in order, and started again."""
    assert trial.postgres
    mode = trial.rng.choice(("immediate", "fast"))
    await asyncio.to_thread(trial.postgres.stop, mode)
    await asyncio.sleep(seconds)
    await asyncio.to_thread(trial.postgres.start)
    await trial.note(None)


async def terminate_next(trial: Trial) -> None:
    """SIGTERM of one machine after another, as at an upgrade."""
    machine = trial.next_to_restart()
    machine.terminate()
    await trial.note(machine)
    await machine.ended()


async def change_poller(trial: Trial) -> None:
    """The front killed or asked to end, by turns."""
    machine = trial.front
    is_kill = len(trial.record.failures) % 2 == 0
    (machine.kill if is_kill else machine.terminate)()
    await trial.note(machine, is_kill=is_kill)


async def burst_without_front(trial: Trial) -> None:
    """Many write in the moment in which the front dies: the others take it all meanwhile."""
    machine, refused = trial.front, trial.balancer.repeats
    machine.kill()
    await trial.note(machine, is_kill=True)
    seconds = await trial.burst(BURST)
    refused = trial.balancer.repeats - refused
    taken = f"{BURST} taken within {seconds:.1f} s"
    trial.remarks.append(f"{taken}, {refused} times by nobody at first")


Do = Callable[[Trial], Awaitable[None]]

SHARED: Final[Mapping[str, Do]] = {
    "kill -9 of the front": kill_front,
    "kill -9 of a worker": kill_worker,
    "SIGSTOP past the lease, SIGCONT": partial(
        stop_front, shortest=1.2 * LEASE_SECONDS, longest=2 * LEASE_SECONDS
    ),
    "SIGSTOP within the lease, SIGCONT": partial(stop_front, shortest=1.0, longest=4.0),
    "front cut from Postgres": cut_front,
    "Postgres stopped for 2 s": partial(stop_postgres, seconds=2.0),
    "Postgres stopped for 30 s": partial(stop_postgres, seconds=30.0),
    "SIGTERM one by one": terminate_next,
    "many write while no front is there": burst_without_front,
}
"""By what the table says of them; where updates are pushed."""

ONCE: Final = frozenset({burst_without_front})
"""What is done once, however often all else is."""
COMPARED: Final = frozenset({terminate_next})
"""Before these, people write for a while in which nothing fails: how long they wait is compared."""

POLLED: Final[Mapping[str, Do]] = {"poller's front changes": change_poller}

ALONE: Final[Mapping[str, Do]] = {
    "kill -9 of the front": kill_front,
    "SIGTERM one by one": terminate_next,
}
"""What one machine without Postgres can suffer."""

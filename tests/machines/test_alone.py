"""The part on many machines, tried on what one can suffer."""

from __future__ import annotations

from pathlib import Path

from tools.soak.machines.running import machines


async def test_one_machine_that_is_killed_and_stopped_loses_nothing(tmp_path: Path) -> None:
    rows = [row async for row in machines("alone", 1, 1, tmp_path)]
    assert [row.lost for row in rows] == [0, 0]
    assert [row.repeats for row in rows] == [0, 0]

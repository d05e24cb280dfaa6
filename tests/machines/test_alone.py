"""The part on many machines, tried on what one can suffer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.soak.machines.running import machines


@pytest.mark.long
async def test_one_machine_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    [row] = [row async for row in machines("alone", 1, 1, tmp_path, "kill")]
    assert (row.lost, row.repeats) == (0, 0)

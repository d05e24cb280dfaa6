"""``python -m tools.soak.machines FLEET COUNT [FAILURE ...]``: this part of the soak alone.

FLEET is shared, polled, alone, or apart: shared with a network for each machine, which root alone
may have. FAILURE is a part of its name, none means all. Logs stay in a folder of build/machines,
one for each choice, so two may run beside each other. Status 1 where anything went wrong.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path
from time import monotonic

from tools.soak.machines.running import machines
from tools.soak.table import heading, line

FOLDER = Path("build/machines").absolute()


async def main(fleet: str, count: str, *only: str) -> int:
    """Print the rows; the exit status."""
    folder = FOLDER / "-".join((fleet, *only)).replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(heading(), flush=True)
    well, begun = True, monotonic()
    async for row in machines(fleet, int(count), int(os.environ.get("SEED", "1")), folder, *only):
        print(line(row), flush=True)
        print(f"{monotonic() - begun:.0f} s so far", file=sys.stderr, flush=True)
        well &= row.is_well
    return int(not well)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:])))

"""``python -m tools.soak.machines FLEET COUNT [FAILURE]``: this part of the soak alone.

FLEET is shared, polled or alone; FAILURE a part of its name. Logs stay in build/machines. Status 1
where anything went wrong.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

from tools.soak.machines.running import machines
from tools.soak.table import heading, line

FOLDER = Path("build/machines").absolute()


async def main(fleet: str, count: str, only: str = "") -> int:
    """Print the rows; the exit status."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    print(heading(), flush=True)
    well = True
    async for row in machines(fleet, int(count), int(os.environ.get("SEED", "1")), FOLDER, only):
        print(line(row), flush=True)
        well &= row.is_well
    return int(not well)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:])))

"""Without DATABASE_URL nothing of Postgres's library is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import asyncio, sys
from pathlib import Path
import bot.app, bot.service, bot.find_command, bot.migrate_command, bot.operator.terminal
from bot.storage.inbox import Inbox
from bot.storage.store import Bounds, Store

async def main(folder):
    async with Store.open(folder / "a.db", Bounds()), Inbox.open(folder / "b.db", lambda _: True):
        print(sorted(name for name in sys.modules if name.startswith("psycopg")))

asyncio.run(main(Path(sys.argv[1])))
"""


def test_neither_the_program_nor_its_files_load_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"

"""Jobs that end when a test tells them to, so that nothing depends on how long they take."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path


class Gate:
    """A job that ends when it is told to; the test knows when it began."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        os.mkfifo(self.path)
        os.mkfifo(self.path + ".began")

    async def began(self) -> None:
        await asyncio.to_thread(Path(self.path + ".began").read_bytes)

    async def open(self) -> None:
        await asyncio.to_thread(Path(self.path).write_bytes, b"!")

"""With FETCH=off, the default, nothing of the fetching is loaded, and nothing else is spoken to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CONVERSATION = """
import asyncio, socket, sys
from pathlib import Path

spoken = []
looked = []
def hook(event, args):
    if event == "socket.connect" and args[0].family != socket.AF_UNIX:
        spoken.append(args[1])
    if event == "socket.getaddrinfo":
        looked.append(args[0])
sys.addaudithook(hook)

from bot.app import assembled
from bot.config import read_settings
from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.telegram.connection import Connection
from tests.telegram import running

async def main(folder):
    telegram = Telegram()
    settings = read_settings(
        {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_PATH": str(Path(folder, "d.db")), "WORKERS": "1"}
    )
    async with assembled(settings, Connection(settings, LocalRequest(telegram))) as assembly:
        async with running(assembly.application, telegram) as bot:
            ann = telegram.person("Ann")
            ann.says("https://www.youtube.com/watch?v=abcdefghijk")
            await bot.idle()
            ann.says("https://news.example/a\\nhttps://news.example/b")
            await bot.idle()
            print(len(telegram.said(ann.private)), spoken, looked)
    print([name for name in sys.modules if name.startswith(("bot.fetch", "yt_dlp"))])

asyncio.run(main(sys.argv[1]))
"""


def test_no_socket_is_opened_and_no_code_of_fetching_is_loaded(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CONVERSATION, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout.splitlines() == ["2 [] []", "[]"], run.stderr

"""The bot against the Telegram in memory, to be tried in a browser."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.config import read_settings
from bot.conversation import EXAMPLE
from bot.local import local_telegram
from bot.service import serve


async def run_locally(environment: Mapping[str, str], dotenv: Path) -> None:
    """Run the bot for a chat page on this machine, until SIGTERM or SIGINT; nothing is kept."""
    example = EXAMPLE.read_text(encoding="utf-8")
    with TemporaryDirectory(prefix="digest-bot-") as folder:
        async with local_telegram(example) as local:
            own = {
                "TELEGRAM_BOT_TOKEN": local.token,
                "TELEGRAM_BASE_URL": local.base_url,
                "TELEGRAM_BASE_FILE_URL": local.base_file_url,
                "DATABASE_PATH": str(Path(folder) / "digest.sqlite3"),
            }
            settings = read_settings({**environment, **own}, dotenv)
            settings = replace(
                settings, telegram_proxy="", webhook_url="", guest_mode=True, inline_mode=True
            )
            sys.stdout.write(f"No token: try the bot in your browser at {local.page}\n")
            sys.stdout.write("Stop it with Ctrl+C.\n")
            sys.stdout.flush()
            await serve(settings)

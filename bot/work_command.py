"""``video-digest work``: this machine digests for bots that run on others."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from bot.config import read_settings
from bot.conversation import limits
from bot.logs import set_up_logs
from bot.machines.jobs import serve_jobs


def work(environment: Mapping[str, str], dotenv: Path) -> None:
    """Do the jobs that lie in the Postgres of DATABASE_URL, until SIGTERM or SIGINT.

    Raises:
        SettingsError: there is no DATABASE_URL, or a setting has a value that cannot be.
        StorageError: the database cannot be used.
        WorkersError: the worker processes cannot be started.
    """
    settings = read_settings(environment, dotenv, needed="DATABASE_URL")
    set_up_logs(settings.log_level, settings.secrets, layout=settings.log_format)
    asyncio.run(serve_jobs(limits(settings), settings.database_url))

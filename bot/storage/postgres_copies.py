"""How what is kept in Postgres is copied and put back: by Postgres's own programs."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Final

from bot.errors import StorageError
from bot.storage.bot_schema import schema_of

_LEFT_OUT: Final = ("updates", "answers")
"""Given back later, the inbox would answer old messages again."""


def refuse_to_copy(token: str, file: Path) -> None:
    """Say how the bot's part of the database is copied.

    Raises:
        StorageError: always, with the command.
    """
    schema = schema_of(token)
    left_out = " ".join(f"--exclude-table-data={schema}.{table}" for table in _LEFT_OUT)
    raise StorageError(
        "nothing is copied: DATABASE_URL is in Postgres, whose own program copies it while the bot"
        f" runs: pg_dump --format=custom --schema={schema} {left_out}"
        f' --file={quote(str(file))} "$DATABASE_URL"'
    )


def refuse_to_restore(file: Path) -> None:
    """Say how a copy is put back.

    Raises:
        StorageError: always, with the command.
    """
    raise StorageError(
        "nothing is restored: DATABASE_URL is in Postgres, whose own program puts a copy of"
        " pg_dump's back, all processes of the bot being stopped: pg_restore --clean --if-exists"
        f' --no-owner --single-transaction --dbname="$DATABASE_URL" {quote(str(file))}'
    )

"""The place for some tables in; a database out: a SQLite file, safely owned, or Postgres."""

from bot.storage.database.file_lock import bytes_of, is_owned, make_private, owned
from bot.storage.database.model import (
    Database,
    Dialect,
    Migration,
    Part,
    Row,
    Statement,
    vacuumed_soon,
)
from bot.storage.database.opening import migrate_postgres, open_postgres
from bot.storage.database.schema import (
    Format,
    Schema,
    check_ours,
    check_sound,
    find_fault,
    reading,
)
from bot.storage.database.sqlite import SqliteDatabase

__all__ = [
    "Database",
    "Dialect",
    "Format",
    "Migration",
    "Part",
    "Row",
    "Schema",
    "SqliteDatabase",
    "Statement",
    "bytes_of",
    "check_ours",
    "check_sound",
    "find_fault",
    "is_owned",
    "make_private",
    "migrate_postgres",
    "open_postgres",
    "owned",
    "reading",
    "vacuumed_soon",
]

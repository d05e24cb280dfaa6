"""A path and the tables it is to have in; a SQLite file of ours out, safely opened and owned."""

from bot.storage.database.file_lock import is_owned, make_private, owned
from bot.storage.database.schema import (
    Migration,
    Schema,
    check_ours,
    check_sound,
    find_fault,
    reading,
)
from bot.storage.database.sqlite import Database, Format, Row, Statement

__all__ = [
    "Database",
    "Format",
    "Migration",
    "Row",
    "Schema",
    "Statement",
    "check_ours",
    "check_sound",
    "find_fault",
    "is_owned",
    "make_private",
    "owned",
    "reading",
]

"""Statements carried out on a connection: alone, all or none, or on a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Final

from psycopg import errors

from bot.storage.database.model import Row, Statement
from bot.storage.database.pool import Connection

Result = tuple[int, list[Row]]
"""How many lines a statement has changed, or given, and those that it has returned."""


async def result(connection: Connection, one: Statement) -> Result:
    """Carry out one statement."""
    cursor = await connection.execute(_query(one.sql), _cleaned(one.values), binary=True)
    return cursor.rowcount, await cursor.fetchall() if cursor.description else []


async def transaction(connection: Connection, statements: tuple[Statement, ...]) -> list[int]:
    """Carry out all or none; return how many lines each has changed."""
    if len(statements) == 1:  # Postgres carries out one alone, or not at all
        return [await _changed(connection, statements[0])]
    async with connection.transaction():
        return [await _changed(connection, one) for one in statements]


async def on_condition(
    connection: Connection, condition: Statement, statements: tuple[Statement, ...]
) -> list[Result] | None:
    """Carry out all statements if the condition gives a line, which it may lock; else None.

    One alone and its condition are one question: the way there and back costs most.
    """
    if len(statements) == 1 and _CHANGES.match(statements[0].sql):
        return await _at_once(connection, condition, statements[0])
    async with connection.transaction():
        holds = await _changed(connection, condition)
        return [await result(connection, one) for one in statements] if holds else None


async def _at_once(
    connection: Connection, condition: Statement, one: Statement
) -> list[Result] | None:
    """Where the condition gives no line, a division by zero undoes what was done beside it."""
    sql = _joined(condition.sql, one.sql, len(one.values))
    try:
        _, rows = await result(connection, Statement(sql, (*one.values, *condition.values)))
    except errors.DivisionByZero:
        return None
    if not _returns(one.sql):
        return [(int(rows[0][1]), [])]
    lines = [row[1:-1] for row in rows if row[-1]]
    return [(len(lines), lines)]


@lru_cache(maxsize=256)
def _joined(condition: str, sql: str, values: int) -> str:
    """The condition comes first, as in a transaction: it may wait for a lock."""
    numbers = count(values + 1)
    held = _PLACE.sub(lambda _: f"?{next(numbers)}", condition)
    return (_RETURNING if _returns(sql) else _CHANGING).format(sql=sql, held=held)


def _returns(sql: str) -> bool:
    """Whether a statement gives lines of its own."""
    return "RETURNING" in sql


async def _changed(connection: Connection, one: Statement) -> int:
    return (await result(connection, one))[0]


@lru_cache(maxsize=512)
def _query(sql: str) -> bytes:
    """The statement with Postgres's marks: ``?`` is the next value, ``?2`` the second."""
    numbers = count(1)
    return _MARK.sub(lambda mark: _numbered(mark, numbers), sql).encode()


def _numbered(mark: re.Match[str], numbers: Iterator[int]) -> str:
    if mark[0].startswith("'"):
        return mark[0]
    return f"${mark[1] or next(numbers)}"


def _cleaned(values: tuple[object, ...]) -> list[object]:
    """The values as Postgres can hold them: its texts have neither NUL nor half a character."""
    return [_clean(value) if isinstance(value, str) else value for value in values]


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


_MARK: Final = re.compile(r"'[^']*'|\?(\d*)")
_PLACE: Final = re.compile(r"\?")
_CHANGES: Final = re.compile(r"\s*(?:INSERT|UPDATE|DELETE)\b")
_CHANGING: Final = """
    WITH act AS ({sql} RETURNING true), held AS MATERIALIZED ({held})
    SELECT 1 / (SELECT count(*)::int FROM held), (SELECT count(*) FROM act)"""
_RETURNING: Final = """
    WITH act AS ({sql}, true), held AS MATERIALIZED ({held})
    SELECT 1 / held.lines, act.* FROM (SELECT count(*)::int AS lines FROM held) AS held
    LEFT JOIN act ON true"""

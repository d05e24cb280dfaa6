"""The database in Postgres: a real server, which the tests stop and start."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.errors import OutageError, SettingsError, StorageError
from bot.storage.bot_schema import PARTS
from bot.storage.database import Part, Statement, open_postgres
from bot.storage.database.connecting import connected
from bot.storage.database.postgres import PostgresDatabase
from tests.postgres import Server

NOTES = "CREATE TABLE notes (id BIGINT PRIMARY KEY, words TEXT, bytes BYTEA)"
TABLES = Part("notes", ((NOTES,),))
INSERT = "INSERT INTO notes (id, words) VALUES (?, ?)"


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[PostgresDatabase]:
    async with open_postgres(database_url, "bot_1", (TABLES,)) as database:
        yield database


async def test_statements_are_carried_out_all_or_none(database: PostgresDatabase) -> None:
    assert await database.write(Statement(INSERT, (1, "a")), Statement(INSERT, (2, "b"))) == [1, 1]
    with pytest.raises(StorageError, match=r"UniqueViolation \(23505\)") as caught:
        await database.write(Statement(INSERT, (3, "secret")), Statement(INSERT, (1, "secret")))
    assert "secret" not in str(caught.value)
    assert await database.read("SELECT id, words FROM notes ORDER BY id") == [(1, "a"), (2, "b")]
    changed = await database.write(Statement("DELETE FROM notes WHERE id IN (?2, ?1)", (1, 2)))
    assert changed == [2]


async def test_a_question_mark_in_quotes_stays_one(database: PostgresDatabase) -> None:
    assert await database.read("SELECT '?', ?::text, ?::int8", "so?", 5) == [("?", "so?", 5)]


async def test_a_line_comes_back_from_a_statement_that_returns(database: PostgresDatabase) -> None:
    assert await database.write_returning(f"{INSERT} RETURNING id, words", 1, "a") == [(1, "a")]


async def test_bytes_and_great_numbers_come_back_as_they_were(database: PostgresDatabase) -> None:
    row = (-(2**62), "ü🙂", b"\0\xff")
    await database.write(Statement("INSERT INTO notes VALUES (?, ?, ?)", row))
    assert await database.read("SELECT id, words, bytes FROM notes WHERE id = ?", row[0]) == [row]


async def test_what_a_text_cannot_hold_is_replaced(database: PostgresDatabase) -> None:
    await database.write(Statement(INSERT, (1, "a\0b\ud800")))
    assert await database.read("SELECT words FROM notes WHERE words = ?", "a\0b\ud800") == [
        ("a\ufffdb?",)
    ]


async def test_who_is_cancelled_leaves_no_transaction_half_done(
    database: PostgresDatabase,
) -> None:
    slow = Statement("UPDATE notes SET words = words || pg_sleep(0.2)")
    await database.write(Statement(INSERT, (1, "a")))
    writing = asyncio.ensure_future(database.write(Statement(INSERT, (2, "b")), slow))
    await asyncio.sleep(0)
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    while len(await database.read("SELECT id FROM notes")) < 2:  # noqa: ASYNC110 - only the server knows
        await asyncio.sleep(0.01)
    assert await database.read("SELECT id, words FROM notes ORDER BY id") == [(1, "a"), (2, "b")]


async def test_what_is_under_way_when_it_closes_comes_to_its_end(database_url: str) -> None:
    async with open_postgres(database_url, "bot_1", (TABLES,)) as database:
        insert = Statement("INSERT INTO notes SELECT 1, 'a' || pg_sleep(0.2)")
        writing = asyncio.ensure_future(database.write(insert, Statement(INSERT, (2, "b"))))
        await asyncio.sleep(0)
        writing.cancel()
    with psycopg.connect(database_url) as connection:
        assert connection.execute("SELECT count(*) FROM bot_1.notes").fetchone() == (2,)


async def test_two_that_wait_for_each_other_both_come_to_an_end(
    database: PostgresDatabase,
) -> None:
    await database.write(Statement(INSERT, (1, "")), Statement(INSERT, (2, "")))
    add = "UPDATE notes SET words = words || ? || pg_sleep(0.1) WHERE id = ?"
    await asyncio.gather(
        database.write(Statement(add, ("a", 1)), Statement(add, ("a", 2))),
        database.write(Statement(add, ("b", 2)), Statement(add, ("b", 1))),
    )
    rows = await database.read("SELECT words FROM notes")
    assert [sorted(words) for (words,) in rows] == [["a", "b"]] * 2


async def test_two_schemas_do_not_see_each_other(database_url: str) -> None:
    async with (
        open_postgres(database_url, "bot_1", (TABLES,)) as one,
        open_postgres(database_url, "bot_2", (TABLES,)) as other,
    ):
        await one.write(Statement(INSERT, (1, "a")))
        assert await other.read("SELECT * FROM notes") == []
        assert one.name.endswith("schema bot_1")
        other_waits = asyncio.ensure_future(other.notified("news", 0.3))
        await one.notified("news", 5)  # that it listens
        await one.notify("news")
        assert await one.notified("news", 5)
        await other_waits
        assert not await other.notified("news", 0.1)


async def test_a_notification_is_heard_also_by_who_asks_later(database: PostgresDatabase) -> None:
    assert await database.notified("news", 5)  # as soon as it listens
    assert not await database.notified("news", 0.05)
    await database.notify("news")
    await database.notify("news")
    await database.read("SELECT 1")
    assert await database.notified("news", 5)


async def test_a_server_that_was_restarted_is_found_again(
    postgres: Server, database: PostgresDatabase
) -> None:
    await database.notified("news", 5)
    await asyncio.gather(*(database.read("SELECT pg_sleep(0.1)") for _ in range(4)))
    postgres.stop()
    with pytest.raises(OutageError, match="Postgres"):
        await database.write(Statement(INSERT, (1, "a")))
    postgres.start()
    await asyncio.gather(*(database.read("SELECT 1") for _ in range(8)))
    await database.write(Statement(INSERT, (1, "a")))
    assert await database.notified("news", 20)  # something may have been missed
    await database.notify("news")
    assert await database.notified("news", 20)


async def test_a_server_that_dies_at_work_is_an_outage(
    postgres: Server, database: PostgresDatabase
) -> None:
    slow = Statement("INSERT INTO notes SELECT 1, 'a' || pg_sleep(5)")
    writing = asyncio.ensure_future(database.write(slow, Statement(INSERT, (2, "b"))))
    while not await database.read(  # noqa: ASYNC110 - only the server knows
        "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'INSERT%' AND state = 'active'"
    ):
        await asyncio.sleep(0.01)
    await asyncio.to_thread(postgres.stop, "immediate")
    with pytest.raises(OutageError):
        await writing
    await asyncio.to_thread(postgres.start)
    assert await database.read("SELECT * FROM notes") == []


async def test_a_connection_ended_since_the_process_stood_still_in_a_transaction_is_an_outage(
    database: PostgresDatabase, database_url: str
) -> None:
    hasty = f"{database_url}?options=-c%20idle_in_transaction_session_timeout%3D10ms"

    async def stand_still() -> None:
        async with connected(hasty, "bot_1") as connection, connection.transaction():
            pid = connection.info.backend_pid
            while await database.read("SELECT 1 FROM pg_stat_activity WHERE pid = ?", pid):
                await database.read("SELECT pg_sleep(0.01)")
            await connection.execute("SELECT 1")

    with pytest.raises(OutageError):
        await stand_still()


async def test_nobody_at_the_address_is_an_outage_that_hides_the_password() -> None:
    url = "postgresql://me:hidden@127.0.0.1:9/name"
    with pytest.raises(OutageError, match="not reached") as caught:
        async with open_postgres(url, "bot_1", (TABLES,)):
            pass
    assert "hidden" not in str(caught.value)


async def test_an_address_that_cannot_be_read_is_a_wrong_setting() -> None:
    with pytest.raises(SettingsError, match=r"^DATABASE_URL is no address of a Postgres database$"):
        async with open_postgres("postgresql://me:hidden@[::1/name", "bot_1", (TABLES,)):
            pass


def test_without_the_library_the_setting_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg_pool", None)
    with pytest.raises(SettingsError, match=r"requirements/postgres\.txt"):
        open_postgres("postgresql://127.0.0.1/name", "bot_1", (TABLES,))


async def test_its_clock_is_the_servers(database: PostgresDatabase) -> None:
    before = (await database.read("SELECT extract(epoch FROM clock_timestamp())::float8"))[0][0]
    now = database.now()
    after = (await database.read("SELECT extract(epoch FROM clock_timestamp())::float8"))[0][0]
    assert before - 1 < now < after + 1


async def test_the_tables_that_hold_words_are_vacuumed_soon(database_url: str) -> None:
    async with open_postgres(database_url, "bot_1", PARTS) as database:
        await database.scrub()
        assert database.size() > 0
        rows = await database.read(
            "SELECT relname FROM pg_class WHERE array_to_string(reloptions, ' ') LIKE ?",
            "%autovacuum_vacuum_threshold=50%",
        )
    assert {"updates", "pages", "terms", "links"} <= {name for (name,) in rows}


async def test_it_can_be_written_until_the_server_only_reads(
    database: PostgresDatabase, database_url: str
) -> None:
    await database.prove_writable()
    with psycopg.connect(database_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
    async with open_postgres(database_url, "bot_1", (TABLES,)) as reading:
        with pytest.raises(StorageError, match="ReadOnlySqlTransaction"):
            await reading.prove_writable()

"""The store's tables, and the longer statements on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.storage.catalogue_sql import CATALOGUE, IN_POSTGRES, REINDEX
from bot.storage.database import Dialect, Migration, Part, Schema, vacuumed_soon
from handlers.protocols import Sender

LINK_SECONDS: Final = 600
TOUCH_SECONDS: Final = 3_600  # pages are marked as used once an hour: reading stays cheap
UNDER_WAY_SECONDS: Final = 60  # a younger page without a reply may be waiting for it

_FIRST: Final[Migration] = (
    """CREATE TABLE pages (
        key TEXT PRIMARY KEY,
        json BLOB NOT NULL,
        used REAL NOT NULL
    )""",
    "CREATE INDEX pages_by_use ON pages (used)",
    """CREATE TABLE digests (
        key TEXT PRIMARY KEY,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        json BLOB NOT NULL
    )""",
    "CREATE INDEX digests_by_page ON digests (page)",
    # What a message of the bot shows: a button works only where its page stands here.
    """CREATE TABLE replies (
        chat INTEGER NOT NULL,
        message INTEGER NOT NULL,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        digest TEXT NOT NULL,
        asker INTEGER NOT NULL,
        thread INTEGER,
        video TEXT,
        at REAL NOT NULL,
        PRIMARY KEY (chat, message)
    )""",
    "CREATE INDEX replies_by_page ON replies (page, chat)",
    "CREATE INDEX replies_by_age ON replies (at)",
    """CREATE TABLE sources (
        chat INTEGER NOT NULL,
        source INTEGER NOT NULL,
        message INTEGER NOT NULL,
        PRIMARY KEY (chat, source, message),
        FOREIGN KEY (chat, message) REFERENCES replies ON DELETE CASCADE ON UPDATE CASCADE
    )""",
    "CREATE INDEX sources_by_reply ON sources (chat, message)",
    """CREATE TABLE links (
        chat INTEGER NOT NULL,
        user INTEGER NOT NULL,
        thread INTEGER NOT NULL,
        url TEXT NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (chat, user, thread)
    )""",
)

_DATES: Final[Migration] = (  # when something was sent, by Telegram's clock
    "ALTER TABLE replies ADD COLUMN date REAL NOT NULL DEFAULT 0",
    "ALTER TABLE links ADD COLUMN date REAL NOT NULL DEFAULT 0",
)

_SETTINGS: Final[Migration] = (
    "CREATE TABLE settings (chat INTEGER PRIMARY KEY, json BLOB NOT NULL)",
)

_BANS: Final[Migration] = ("CREATE TABLE bans (id INTEGER PRIMARY KEY, at REAL NOT NULL)",)

SCHEMA: Final = Schema(
    int.from_bytes(b"vdbs"), (_FIRST, _DATES, _BANS, CATALOGUE, REINDEX, _SETTINGS)
)
"""A change of the tables is a new migration at the end, never an edit."""

_FIRST_IN_POSTGRES: Final[Migration] = (
    """CREATE TABLE pages (
        key TEXT PRIMARY KEY,
        json BYTEA NOT NULL,
        used DOUBLE PRECISION NOT NULL
    )""",
    "CREATE INDEX pages_by_use ON pages (used)",
    """CREATE TABLE digests (
        key TEXT PRIMARY KEY,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        json BYTEA NOT NULL
    )""",
    "CREATE INDEX digests_by_page ON digests (page)",
    # "number" tells what was written last, as SQLite's rowid does.
    """CREATE TABLE replies (
        chat BIGINT NOT NULL,
        message BIGINT NOT NULL,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        digest TEXT NOT NULL,
        asker BIGINT NOT NULL,
        thread BIGINT,
        video TEXT,
        date DOUBLE PRECISION NOT NULL DEFAULT 0,
        at DOUBLE PRECISION NOT NULL,
        number BIGINT GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (chat, message)
    )""",
    "CREATE INDEX replies_by_page ON replies (page, chat)",
    "CREATE INDEX replies_by_age ON replies (at)",
    """CREATE TABLE sources (
        chat BIGINT NOT NULL,
        source BIGINT NOT NULL,
        message BIGINT NOT NULL,
        number BIGINT GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (chat, source, message),
        FOREIGN KEY (chat, message) REFERENCES replies ON DELETE CASCADE ON UPDATE CASCADE
    )""",
    "CREATE INDEX sources_by_reply ON sources (chat, message)",
    """CREATE TABLE links (
        chat BIGINT NOT NULL,
        "user" BIGINT NOT NULL,
        thread BIGINT NOT NULL,
        url TEXT NOT NULL,
        date DOUBLE PRECISION NOT NULL,
        at DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (chat, "user", thread)
    )""",
    "CREATE TABLE settings (chat BIGINT PRIMARY KEY, json BYTEA NOT NULL)",
    "CREATE TABLE bans (id BIGINT PRIMARY KEY, at DOUBLE PRECISION NOT NULL)",
)

_USED: Final = """
    SELECT (SELECT coalesce(sum(octet_length(json)), 0) FROM pages)
        + (SELECT coalesce(sum(octet_length(json)), 0) FROM digests)
        + (SELECT coalesce(sum(pg_column_size(words)), 0) FROM terms)"""
"""The lengths stand in the rows: nothing is unpacked to add them up."""

_WITH_WORDS: Final = ("pages", "digests", "replies", "links", "catalogue", "terms", "listings")

PART: Final = Part(
    "store", ((*_FIRST_IN_POSTGRES, *IN_POSTGRES, *vacuumed_soon(*_WITH_WORDS)),), _USED
)

LATEST: Final = """
    SELECT max(at) FROM (
        SELECT max(used) AS at FROM pages UNION ALL SELECT max(at) FROM replies) AS times"""

_OF_CHATS: Final = {
    "replies": "message",
    "links": '"user", thread',
    "listings": "message",
    "settings": "0",
}
"""Tables whose rows are a chat's own -> what tells those of one chat apart: of settings nothing."""

FORGET: Final = tuple(f"DELETE FROM {table} WHERE chat = ?" for table in _OF_CHATS)  # noqa: S608

_MOVE: Final = (
    """DELETE FROM {table} WHERE chat = ?1
        AND ({own}) IN (SELECT {own} FROM {table} WHERE chat = ?2)""",
    "UPDATE {table} SET chat = ?1 WHERE chat = ?2",
)
MOVE: Final = tuple(
    statement.format(table=table, own=own)
    for table, own in _OF_CHATS.items()
    for statement in _MOVE
)
"""From chat 2 to chat 1, where a row of the same place gives way."""

SELECT_DIGEST: Final = """
    SELECT digests.json, pages.key, pages.used
    FROM digests JOIN pages ON pages.key = digests.page WHERE digests.key = ?"""

TOUCH: Final = "UPDATE pages SET used = ? WHERE key = ?"

INSERT_REPLY: Final = """
    INSERT INTO replies (chat, message, page, digest, asker, thread, video, date, at)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pages WHERE key = ?"""

INSERT_SOURCE: Final = """
    INSERT INTO sources (source, chat, message)
    SELECT ?, chat, message FROM replies WHERE chat = ? AND message = ? ON CONFLICT DO NOTHING"""

_REPLY: Final = """
    SELECT chat, message, page, digest, asker, thread,
        (SELECT {sources} FROM sources
         WHERE chat = replies.chat AND message = replies.message),
        video, date
    FROM replies WHERE chat = ? AND {{which}} ORDER BY {number} DESC LIMIT 1"""

SELECT_REPLY: Final[Mapping[Dialect, str]] = {
    "sqlite": _REPLY.format(sources="json_group_array(source)", number="rowid"),
    "postgres": _REPLY.format(
        sources="coalesce(json_agg(source ORDER BY number), '[]')::text", number="number"
    ),
}

SAME_THREAD: Final = "coalesce(thread, 0) = coalesce(?, 0)"

INSERT_LINK: Final = """
    INSERT INTO links (chat, "user", thread, url, date, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat, "user", thread)
    DO UPDATE SET url = excluded.url, date = excluded.date, at = excluded.at"""

SELECT_LINK: Final = """
    SELECT url FROM links WHERE chat = ? AND "user" = ? AND thread = ? AND date > ?"""

INSERT_DIGEST: Final = """
    INSERT INTO digests (json, key, page) SELECT ?, ?, key FROM pages WHERE key = ?
    ON CONFLICT (key) DO UPDATE SET json = excluded.json, page = excluded.page"""

INSERT_PAGE: Final = """
    INSERT INTO pages (json, key, used) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET json = excluded.json, used = excluded.used"""

DROP_FORMER_PAGE: Final = """
    DELETE FROM pages
    WHERE key = (SELECT page FROM replies WHERE chat = ? AND message = ?) AND key <> ?
    AND NOT EXISTS (SELECT 1 FROM replies WHERE page = key AND (chat, message) <> (?, ?))"""

DROP_PAGES_OF_CHAT: Final = """
    DELETE FROM pages WHERE key IN (SELECT page FROM replies WHERE chat = ?)
    AND NOT EXISTS (SELECT 1 FROM replies WHERE page = key AND chat <> ?)"""

DROP_ORPHANS: Final = """
    DELETE FROM pages WHERE used <= ? AND NOT EXISTS (SELECT 1 FROM replies WHERE page = key)"""

DROP_OLDEST: Final = """
    DELETE FROM pages WHERE key IN (SELECT key FROM pages ORDER BY used, key LIMIT 8)"""


def place_of(sender: Sender) -> tuple[int, int, int]:
    """Return the key of a sender; thread 0 is none, since NULL is never equal."""
    return (sender.chat, sender.user, sender.thread or 0)

"""The store's tables, and the longer statements on them."""

from __future__ import annotations

from typing import Final

from bot.storage.catalogue_sql import CATALOGUE, REINDEX
from bot.storage.database import Migration, Schema
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

LATEST: Final = """
    SELECT max(at) FROM (
        SELECT max(used) AS at FROM pages UNION ALL SELECT max(at) FROM replies)"""

_OF_CHATS: Final = ("replies", "links", "listings", "settings")
"""Tables whose rows are a chat's own."""

FORGET: Final = tuple(f"DELETE FROM {table} WHERE chat = ?" for table in _OF_CHATS)  # noqa: S608

MOVE: Final = tuple(
    f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?"  # noqa: S608
    for table in _OF_CHATS
)

SELECT_DIGEST: Final = """
    SELECT digests.json, pages.key, pages.used
    FROM digests JOIN pages ON pages.key = digests.page WHERE digests.key = ?"""

TOUCH: Final = "UPDATE pages SET used = ? WHERE key = ?"

INSERT_REPLY: Final = """
    INSERT INTO replies (chat, message, page, digest, asker, thread, video, date, at)
    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pages WHERE key = ?"""

INSERT_SOURCE: Final = """
    INSERT OR IGNORE INTO sources (source, chat, message)
    SELECT ?, chat, message FROM replies WHERE chat = ? AND message = ?"""

SELECT_REPLY: Final = """
    SELECT chat, message, page, digest, asker, thread,
        (SELECT json_group_array(source) FROM sources
         WHERE chat = replies.chat AND message = replies.message),
        video, date
    FROM replies WHERE chat = ? AND {which} ORDER BY rowid DESC LIMIT 1"""

INSERT_LINK: Final = (
    "INSERT OR REPLACE INTO links (chat, user, thread, url, date, at) VALUES (?, ?, ?, ?, ?, ?)"
)

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
    """Return the key of a sender; thread 0 is none, since SQLite's NULL is never equal."""
    return (sender.chat, sender.user, sender.thread or 0)

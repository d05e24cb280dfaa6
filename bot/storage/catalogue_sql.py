"""The catalogue's tables beside the store's, and the statements on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.storage.database import Dialect, Migration

CATALOGUE: Final[Migration] = (
    # "video" is the same for copies of one video, as far as title and channel tell.
    """CREATE TABLE catalogue (
        id INTEGER PRIMARY KEY,
        page TEXT NOT NULL UNIQUE REFERENCES pages ON DELETE CASCADE,
        title TEXT NOT NULL,
        video TEXT
    )""",
    "CREATE INDEX catalogue_by_video ON catalogue (video)",
    # The distinct terms of each page: they are far fewer than its words, and are deleted without
    # the page at hand. The tokenizer takes them as they are: `summarizer.search` has made them.
    """CREATE VIRTUAL TABLE terms USING fts5(
        words, detail = none, columnsize = 0, tokenize = 'ascii'
    )""",
    """CREATE TRIGGER terms_leave AFTER DELETE ON catalogue BEGIN
        DELETE FROM terms WHERE rowid = old.id;
    END""",
    # Each page of a chat once, as the reply shows it that stands last.
    """CREATE VIEW kept AS
        SELECT chat, message, replies.page AS page, digest, asker, thread, replies.video AS video,
            date, title, id, catalogue.video AS copies, replies.rowid AS number
        FROM replies JOIN catalogue ON catalogue.page = replies.page
        WHERE replies.rowid = (
            SELECT max(twin.rowid) FROM replies AS twin
            WHERE twin.chat = replies.chat AND twin.page = replies.page AND twin.digest <> '')""",
    # A list that the bot has sent: its buttons turn the pages of this search; "" lists all.
    """CREATE TABLE listings (
        chat INTEGER NOT NULL,
        message INTEGER NOT NULL,
        asker INTEGER NOT NULL,
        thread INTEGER,
        words TEXT NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (chat, message)
    )""",
)

REINDEX: Final[Migration] = ("DELETE FROM catalogue",)
"""Pages are indexed again where they are next looked for: by the names of commenters too."""

IN_POSTGRES: Final[Migration] = (
    """CREATE TABLE catalogue (
        id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        page TEXT NOT NULL UNIQUE REFERENCES pages ON DELETE CASCADE,
        title TEXT NOT NULL,
        video TEXT
    )""",
    "CREATE INDEX catalogue_by_video ON catalogue (video)",
    # A tsvector takes a megabyte: the terms of a longer page stand in several.
    """CREATE TABLE terms (
        id BIGINT NOT NULL REFERENCES catalogue ON DELETE CASCADE,
        piece INTEGER NOT NULL,
        words TSVECTOR NOT NULL,
        PRIMARY KEY (id, piece)
    )""",
    "CREATE INDEX terms_by_word ON terms USING gin (words)",
    """CREATE VIEW kept AS
        SELECT DISTINCT ON (chat, replies.page)
            chat, message, replies.page AS page, digest, asker, thread, replies.video AS video,
            date, title, id, catalogue.video AS copies, number
        FROM replies JOIN catalogue ON catalogue.page = replies.page
        WHERE digest <> '' ORDER BY chat, replies.page, number DESC""",
    """CREATE TABLE listings (
        chat BIGINT NOT NULL,
        message BIGINT NOT NULL,
        asker BIGINT NOT NULL,
        thread BIGINT,
        words TEXT NOT NULL,
        at DOUBLE PRECISION NOT NULL,
        PRIMARY KEY (chat, message)
    )""",
)

OPTIMIZE: Final[Mapping[Dialect, Migration]] = {
    "sqlite": ("INSERT INTO terms (terms) VALUES ('optimize')",),
    "postgres": (),
}
"""Writes the index anew where it holds deleted terms: SQLite 3.40 has no secure-delete for it."""

_LATEST_COPIES = """
    SELECT chat, message, page, digest, asker, thread, video, date, title, total
    FROM (
        SELECT number AS latest, count(*) OVER () AS total
        FROM (
            SELECT number, date,
                row_number() OVER (PARTITION BY coalesce(copies, page) {newest}) AS titled,
                row_number() OVER (PARTITION BY coalesce(video, page) {newest}) AS addressed
            FROM {pages}
        ) AS ranked WHERE titled = 1 AND addressed = 1 {newest} LIMIT {some}
    ) AS shown JOIN kept ON number = latest WHERE chat = ?1 {newest}"""
"""Of pages about one video, with the same title on the same channel or the same address, the last
one; then the total. Whole rows are read of those that are shown: windows copy what they sort."""
_NEWEST = "ORDER BY date DESC, number DESC"
_OF_CHAT = "kept WHERE chat = ?1"
# "+": else SQLite looks for each page of the chat once for every row that matches.
_WITH_TERMS = "kept WHERE chat = ?1 AND +id IN ({ids})"
_IDS: Final[Mapping[Dialect, str]] = {
    "sqlite": "SELECT rowid FROM terms WHERE terms MATCH {query}",
    # Each term is looked for alone: those of a long page stand in several rows.
    "postgres": """
        SELECT id FROM json_array_elements_text({query}::json) AS term
        JOIN terms ON words @@ term::tsquery
        GROUP BY id HAVING count(DISTINCT term) = json_array_length({query}::json)""",
}
"""The pages that hold all terms, as ``match`` writes them."""

SELECT_ALL: Final = _LATEST_COPIES.format(pages=_OF_CHAT, newest=_NEWEST, some="?2 OFFSET ?3")

SELECT_FOUND: Final[Mapping[Dialect, str]] = {
    dialect: _LATEST_COPIES.format(
        pages=_WITH_TERMS.format(ids=ids.format(query="?2")), newest=_NEWEST, some="?3 OFFSET ?4"
    )
    for dialect, ids in _IDS.items()
}

SELECT_ANYWHERE: Final[Mapping[Dialect, str]] = {
    "sqlite": """
        SELECT title, json FROM terms JOIN catalogue ON id = terms.rowid JOIN pages ON key = page
        WHERE terms MATCH ?1 ORDER BY used DESC LIMIT ?2""",
    "postgres": f"""
        SELECT title, json FROM catalogue JOIN pages ON key = page
        WHERE id IN ({_IDS["postgres"].format(query="?1")}) ORDER BY used DESC LIMIT ?2""",  # noqa: S608
}
"""In all chats: for who has the file before them."""

_PAGES: Final = "SELECT key, json FROM pages WHERE key IN (SELECT {keys})"
SELECT_PAGES: Final[Mapping[Dialect, str]] = {
    "sqlite": _PAGES.format(keys="value FROM json_each(?)"),
    "postgres": _PAGES.format(keys="json_array_elements_text(?::json)"),
}

SELECT_REPLY: Final = """
    SELECT chat, message, page, digest, asker, thread, video, date
    FROM kept WHERE chat = ? AND page = ?"""

SELECT_EARLIER: Final = """
    SELECT chat, message, page, digest, asker, thread, video, date
    FROM kept WHERE chat = ?1 AND page <> ?2 AND (
        copies = (SELECT video FROM catalogue WHERE page = ?2)
        OR video IN (SELECT video FROM replies WHERE chat = ?1 AND page = ?2))
    ORDER BY date DESC, number DESC LIMIT 1"""

SELECT_NEW: Final = """
    SELECT key, json FROM pages
    WHERE key IN (SELECT page FROM replies WHERE chat = ? AND digest <> '')
    AND NOT EXISTS (SELECT 1 FROM catalogue WHERE page = key) LIMIT ?"""

INSERT_PAGE: Final = """
    INSERT INTO catalogue (page, title, video) SELECT ?, ?, ? FROM pages WHERE key = ?
    ON CONFLICT DO NOTHING"""

INSERT_TERMS: Final[Mapping[Dialect, str]] = {
    "sqlite": """
        INSERT INTO terms (rowid, words) SELECT id, ? FROM catalogue
        WHERE page = ? AND NOT EXISTS (SELECT 1 FROM terms WHERE rowid = id)""",
    "postgres": """
        INSERT INTO terms (id, piece, words)
        SELECT id, ?3, array_to_tsvector(string_to_array(?1, ' ')) FROM catalogue
        WHERE page = ?2 ON CONFLICT DO NOTHING""",
}

INSERT_LISTING: Final = """
    INSERT INTO listings (chat, message, asker, thread, words, at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (chat, message) DO UPDATE SET asker = excluded.asker,
        thread = excluded.thread, words = excluded.words, at = excluded.at"""

SELECT_LISTING: Final = """
    SELECT chat, message, asker, thread, words FROM listings WHERE chat = ? AND message = ?"""

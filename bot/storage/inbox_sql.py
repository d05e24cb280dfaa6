"""The inbox's tables, and the statements on them."""

from __future__ import annotations

from typing import Final

from bot.storage.database import Part, Schema, vacuumed_soon

SCHEMA: Final = Schema(
    int.from_bytes(b"vdbi"),
    (
        (
            """CREATE TABLE updates (
            number INTEGER PRIMARY KEY,
            json TEXT,
            tries INTEGER NOT NULL DEFAULT 0,
            at REAL NOT NULL
        )""",
            """CREATE TABLE answers (
            answer TEXT PRIMARY KEY,
            message INTEGER,
            times INTEGER NOT NULL DEFAULT 1,
            at REAL NOT NULL
        )""",
        ),
        (
            "ALTER TABLE updates ADD COLUMN done REAL",
            "ALTER TABLE updates ADD COLUMN answer TEXT",  # set: what it says is held
        ),
    ),
)
PART: Final = Part(
    "inbox",
    (
        (
            """CREATE TABLE updates (
            number BIGINT PRIMARY KEY,
            json TEXT,
            tries INTEGER NOT NULL DEFAULT 0,
            at DOUBLE PRECISION NOT NULL,
            done DOUBLE PRECISION,
            answer TEXT
        )""",
            # What is not done is few among what is remembered for two days.
            "CREATE INDEX updates_with_words ON updates (number) WHERE json IS NOT NULL",
            "CREATE INDEX updates_by_age ON updates (at)",
            """CREATE TABLE answers (
            answer TEXT PRIMARY KEY,
            message BIGINT,
            times INTEGER NOT NULL DEFAULT 1,
            at DOUBLE PRECISION NOT NULL
        )""",
            "CREATE INDEX answers_by_age ON answers (at)",
            *vacuumed_soon("updates"),
        ),
    ),
)
LATEST: Final = """
    SELECT max(at) FROM (
        SELECT max(at) AS at FROM updates UNION ALL SELECT max(at) FROM answers) AS times"""
INSERT: Final = """
    INSERT INTO updates (number, json, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"""
RECORDED: Final = "SELECT message FROM answers WHERE answer = ?"
COUNT_TRY: Final = "UPDATE updates SET tries = tries + 1 WHERE json IS NOT NULL AND done IS NULL"
SELECT_OPEN: Final = """
    SELECT number, json, tries, at FROM updates WHERE json IS NOT NULL AND done IS NULL
    ORDER BY number"""
SELECT_OLD: Final = """
    SELECT number FROM updates WHERE json IS NOT NULL AND done IS NULL AND at <= ?"""
SELECT_HELD: Final = """
    SELECT number, json FROM updates WHERE json IS NOT NULL AND done IS NOT NULL
    ORDER BY number"""
HOLD: Final = "UPDATE updates SET answer = ? WHERE number = ?"
DONE: Final = """
    UPDATE updates SET done = ?, json = CASE WHEN answer IS NOT NULL THEN json END
    WHERE number = ?"""
FORGET: Final = """
    UPDATE updates SET json = NULL WHERE json IS NOT NULL AND done IS NOT NULL AND answer LIKE ?"""
"""The key of an answer begins with its chat."""
LET_GO: Final = """
    UPDATE updates SET json = NULL WHERE json IS NOT NULL AND done IS NOT NULL
    AND answer NOT IN (
        SELECT answer FROM updates
        WHERE json IS NOT NULL AND answer IS NOT NULL AND (done IS NULL OR done > ?)
    )"""
SENDING: Final = """
    INSERT INTO answers (answer, at) VALUES (?, ?)
    ON CONFLICT (answer) DO UPDATE SET times = answers.times + 1
    RETURNING message, times"""
SENT: Final = """
    INSERT INTO answers (answer, message, at) VALUES (?, ?, ?) ON CONFLICT (answer)
    DO UPDATE SET message = excluded.message, at = excluded.at, times = excluded.times"""

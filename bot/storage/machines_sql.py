"""The tables by which the processes of one bot know of each other."""

from __future__ import annotations

from typing import Final

from bot.storage.database import Part

PART: Final = Part(
    "machines",
    (
        (
            """CREATE TABLE lease (
            name TEXT PRIMARY KEY,
            holder TEXT NOT NULL,
            epoch BIGINT NOT NULL,
            until TIMESTAMPTZ NOT NULL,
            UNIQUE (name, epoch)
        )""",  # so the epoch is part of a key: FOR KEY SHARE keeps it, and lets ``until`` change
            """CREATE TABLE sends (
            chat BIGINT NOT NULL,
            count INTEGER NOT NULL,
            at TIMESTAMPTZ NOT NULL
        )""",
            """CREATE TABLE counted (
            who BIGINT NOT NULL,
            count INTEGER NOT NULL,
            at TIMESTAMPTZ NOT NULL
        )""",
        ),
    ),
)
"""``sends`` holds the last minute, ``counted`` the last hour."""

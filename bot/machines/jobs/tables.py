"""The tables of jobs, and of the processes that ask for them and do them.

They are unlogged: the front has all of a job until it is done, so nothing would be lost with them;
and what people sent is not copied into Postgres's log.
"""

from __future__ import annotations

from typing import Final

from bot.storage.database import Part

SCHEMA: Final = "work"
"""It is common to all tokens: a worker needs none."""

CHANNEL: Final = "jobs"
"""Where it is told that there is a job; that it is done is told where the front's id says."""

JOBS: Final = Part(
    "jobs",
    (
        (
            # takes: the version whose jobs it does, NULL for one that asks for them;
            # since: when it came, or came back after a silence.
            """
            CREATE UNLOGGED TABLE processes (
                id TEXT PRIMARY KEY,
                takes TEXT,
                since TIMESTAMPTZ NOT NULL,
                seen TIMESTAMPTZ NOT NULL)""",
            # worker: who does it, NULL while it waits; outcome: NULL until it is done;
            # turn: how many rounds of all people's jobs are before it.
            """
            CREATE UNLOGGED TABLE jobs (
                id TEXT PRIMARY KEY,
                front TEXT NOT NULL,
                version TEXT NOT NULL,
                person BIGINT NOT NULL,
                quick BOOLEAN NOT NULL,
                turn BIGINT NOT NULL,
                asked TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
                name TEXT NOT NULL,
                arguments BYTEA NOT NULL,
                size BIGINT NOT NULL,
                tries INTEGER NOT NULL DEFAULT 0,
                worker TEXT,
                outcome BYTEA)""",
            # Files are packed already, and packing pages costs more than moving them.
            "ALTER TABLE jobs ALTER arguments SET STORAGE EXTERNAL",
            "ALTER TABLE jobs ALTER outcome SET STORAGE EXTERNAL",
            """
            CREATE INDEX jobs_by_turn ON jobs (version, turn, asked)
            WHERE worker IS NULL AND outcome IS NULL""",
            "CREATE INDEX jobs_by_front ON jobs (front)",
        ),
    ),
)

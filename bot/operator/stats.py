"""The bot's figures in words."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from bot.operator.parts import Parts
from bot.storage.census import Census, take_census
from bot.storage.database import Database, SqliteDatabase, bytes_of
from bot.storage.inbox import inbox_path
from bot.storage.store import Store


async def stats_of_running(parts: Parts) -> str:
    """Return what the bot has done since its start, and what it keeps."""
    ledger, inbox = parts.ledger, parts.inbox
    digests = sum(ledger.digests.values())
    lines = [
        f"Version {version('video-digest-bot')}",
        f"Updates: {_sum(ledger.updates)}",
        f"Digests: {_sum(ledger.digests)}; {_average(ledger.seconds.total, digests)}",
        f"From the cache: {ledger.cache['hit']:,} of {digests:,}",
        f"Links to be fetched: {_sum(ledger.fetches)}",
        f"Quota refusals: {parts.quota.refusals:,}",
        f"Waiting: {inbox.depth:,} updates, the oldest for {inbox.oldest_seconds:.0f} s",
        f"Workers started anew: {_sum(parts.workers.restarts)}",
        f"Sent: {_sum(parts.limiter.sends)}; tried again: {_sum(parts.limiter.retries)}",
        *await stats_of_store(parts.store),
    ]
    return "\n".join(lines)


async def stats_of_store(store: Store) -> list[str]:
    """Return the lines on what is kept."""
    census = await take_census(store.database, store.clock())
    return [*_kept(census), *_sizes(store.database), f"Banned: {len(store.bans.ids):,}"]


def _kept(census: Census) -> list[str]:
    day = f"{census.replies:,} replies to {census.people:,} people in {census.chats:,} chats"
    return [f"Last day: {day}", f"Pages kept: {census.pages:,}"]


def _sizes(database: Database) -> list[str]:
    line = f"Database {database.size() / _MB:.1f} MB"
    if isinstance(database, SqliteDatabase):
        line += f", inbox {bytes_of(inbox_path(database.path)) / _MB:.1f} MB"
    return [line]


def _sum(counts: dict[str, int]) -> str:
    """The sum, and what it is made of."""
    parts = ", ".join(f"{name} {number:,}" for name, number in sorted(counts.items()))
    return f"{sum(counts.values()):,}" + (f" ({parts})" if parts else "")


def _average(seconds: float, count: int) -> str:
    return f"{seconds / count:.1f} s each" if count else "none yet"


_MB: Final = 2**20

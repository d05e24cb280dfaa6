"""The figures that are shown, one table: names, meanings, and where each is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bot.operator.parts import Parts

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or one for each value of its labels; a counter's name ends in ``_total``."""

    name: str
    kind: Literal["counter", "gauge"]
    meaning: str
    read: Callable[[Parts], Mapping[Labels, float]]
    labels: Labels = ()


def _one(value: float) -> Mapping[Labels, float]:
    return {(): value}


def _by_name(counts: Mapping[str, int]) -> Mapping[Labels, float]:
    return {(name,): number for name, number in counts.items()}


def _lease_age(parts: Parts) -> float:
    return parts.front.lease.age if parts.front and not parts.stands_by else 0.0


PREFIX: Final = "video_digest_"
SECONDS: Final = f"{PREFIX}digest_seconds"
"""The histogram of digests, from the begin of an answer to its end."""

FIGURES: Final = (
    Figure(
        "updates_total",
        "counter",
        "Updates addressed to the bot, by kind",
        lambda parts: _by_name(parts.ledger.updates),
        ("kind",),
    ),
    Figure(
        "jobs_total",
        "counter",
        "Answers that have ended, by what was answered and how it ended",
        lambda parts: dict(parts.ledger.jobs.items()),
        ("kind", "outcome"),
    ),
    Figure(
        "digests_total",
        "counter",
        "Answers that needed a digest, by how they ended",
        lambda parts: _by_name(parts.ledger.digests),
        ("outcome",),
    ),
    Figure(
        "cache_total",
        "counter",
        "Answers that needed a digest, by whether it was kept (hit) or made (miss)",
        lambda parts: _by_name(parts.ledger.cache),
        ("result",),
    ),
    Figure(
        "fetches_total",
        "counter",
        "Links that were to be fetched, by what came: fetched, partly, kept, or why nothing did",
        lambda parts: _by_name(parts.ledger.fetches),
        ("outcome",),
    ),
    Figure(
        "queue_updates",
        "gauge",
        "Updates that are not answered yet",
        lambda parts: _one(parts.inbox.depth),
    ),
    Figure(
        "queue_oldest_seconds",
        "gauge",
        "Age of the oldest update that is not answered yet",
        lambda parts: _one(parts.inbox.oldest_seconds),
    ),
    Figure(
        "worker_restarts_total",
        "counter",
        "Worker processes started anew: timeout, crash, or all of them (broken)",
        lambda parts: _by_name(parts.workers.restarts),
        ("reason",),
    ),
    Figure(
        "sends_total",
        "counter",
        "Messages, edits and files that Telegram took, by method",
        lambda parts: _by_name(parts.limiter.sends),
        ("method",),
    ),
    Figure(
        "retries_total",
        "counter",
        "Calls that Telegram did not take at once: 429 (asked to wait), network (no answer)",
        lambda parts: _by_name(parts.limiter.retries),
        ("reason",),
    ),
    Figure(
        "quota_refusals_total",
        "counter",
        "Digests not begun since somebody had all they may have",
        lambda parts: _one(parts.quota.refusals),
    ),
    Figure(
        "database_bytes",
        "gauge",
        "Size of the database with pages and replies",
        lambda parts: _one(parts.store.database.size()),
    ),
    Figure(
        "inbox_bytes",
        "gauge",
        "Size of the inbox",
        lambda parts: _one(parts.inbox.database.size()),
    ),
    Figure(
        "front",
        "gauge",
        "1 where this process answers people, 0 where it stands by",
        lambda parts: _one(not parts.stands_by),
    ),
    Figure(
        "front_epoch",
        "gauge",
        "How many times a process had become the front when this one did; 0 before",
        lambda parts: _one(parts.front.lease.epoch if parts.front else 0),
    ),
    Figure(
        "lease_age_seconds",
        "gauge",
        "How long ago the front last renewed its lease; 0 for others",
        lambda parts: _one(_lease_age(parts)),
    ),
    Figure(
        "refused_records_total",
        "counter",
        "What was not written since another process answers by now",
        lambda parts: _one(parts.front.fenced.refused if parts.front else 0),
    ),
    Figure(
        "removed_doubles_total",
        "counter",
        "Answers removed since another process has given them too",
        lambda parts: _one(parts.limiter.sends["deleteMessage"]),
    ),
    Figure(
        "shared_jobs",
        "gauge",
        "Jobs beyond this machine's places: waiting, or elsewhere, on another machine",
        lambda parts: _by_name(getattr(parts.workers, "shared", {})),  # a sole machine has none
        ("state",),
    ),
    Figure(
        "telegram_silent_seconds",
        "gauge",
        "How long ago Telegram last answered",
        lambda parts: _one(parts.status.silent_seconds),
    ),
    Figure(
        "banned",
        "gauge",
        "People and groups that are banned",
        lambda parts: _one(len(parts.store.bans.ids)),
    ),
)

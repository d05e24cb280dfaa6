"""Settings that are read again while the bot runs."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

from bot.config import Settings

READ_AGAIN: Final = frozenset(
    {
        "admin_chat",
        "admins",
        "allowed_chats",
        "allowed_users",
        "digests_an_hour",
        "fetch_comments",
        "fetch_hosts",
        "group_digests_an_hour",
        "group_quotas",
        "job_seconds",
        "log_level",
        "max_file_mb",
        "privacy_contact",
        "retention_days",
    }
)
"""What the running bot can follow; all others hold a file, a port or a process."""


@dataclass(frozen=True, slots=True)
class Change:
    """The settings in force from now on; which of them changed, and which wait for a start."""

    settings: Settings
    now: tuple[str, ...] = ()
    later: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not (self.now or self.later):
            return "nothing has changed"
        told = (f"changed {_names(self.now)}", f"at the next start {_names(self.later)}")
        kinds = (self.now, self.later)
        return "; ".join(words for words, names in zip(told, kinds, strict=True) if names)


def change(old: Settings, new: Settings) -> Change:
    """Return what of ``new`` the bot that runs with ``old`` can follow."""
    changed = [f.name for f in fields(Settings) if getattr(old, f.name) != getattr(new, f.name)]
    now = tuple(name for name in changed if name in READ_AGAIN)
    later = tuple(name for name in changed if name not in READ_AGAIN)
    return Change(replace(old, **{name: getattr(new, name) for name in now}), now, later)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(name.upper() for name in names)

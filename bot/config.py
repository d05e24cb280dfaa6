"""Settings of the bot, read from the environment and checked once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; each stands in the environment under its name in capitals.

    The defaults are those of ``.env.example``, which says in a line what each is for.
    """

    telegram_bot_token: str = field(repr=False)
    telegram_base_url: str = "https://api.telegram.org/bot"
    telegram_base_file_url: str = "https://api.telegram.org/file/bot"
    database_path: Path = Path("digest.sqlite3")
    retention_days: int = 30
    database_mb: int = 200
    max_file_mb: int = 20
    max_parts: int = 60
    workers: int = 2
    job_seconds: int = 20
    job_mb: int = 512
    queue: int = 20
    digests_an_hour: int = 20
    allowed_chats: frozenset[int] = frozenset()
    allowed_users: frozenset[int] = frozenset()
    privacy_contact: str = ""
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = 8080
    webhook_path: str = "telegram"
    webhook_secret: str = field(default="", repr=False)
    log_level: str = "INFO"


def read_settings(environment: Mapping[str, str], dotenv: Path | None = None) -> Settings:
    """Return the settings; the environment goes before the lines of the file ``dotenv``.

    An empty value is the default.

    Raises:
        SettingsError: one is missing, or its value cannot be.
    """
    written = {**_lines(dotenv), **{name: text for name, text in environment.items() if text}}
    values: dict[str, Any] = {
        entry.name: _value(entry, written[entry.name.upper()].strip())
        for entry in dataclasses.fields(Settings)
        if written.get(entry.name.upper(), "").strip()
    }
    if "telegram_bot_token" not in values:
        raise SettingsError("TELEGRAM_BOT_TOKEN is missing: ask @BotFather for one, put it in .env")
    settings = Settings(**values)
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError("WEBHOOK_SECRET is missing: with WEBHOOK_URL anyone could send updates")
    return settings


def has_token(environment: Mapping[str, str], dotenv: Path | None = None) -> bool:
    """Return whether a token is set, right or wrong."""
    return bool(environment.get(_TOKEN) or _lines(dotenv).get(_TOKEN))


def _lines(dotenv: Path | None) -> dict[str, str]:
    """Return the settings of a file; a file that is not there has none."""
    from dotenv import dotenv_values

    if dotenv is None or not dotenv.is_file():
        return {}
    return {name: text for name, text in dotenv_values(dotenv).items() if text}


def _value(entry: dataclasses.Field[Any], text: str) -> object:
    """Return the value that ``text`` gives the setting."""
    name = entry.name.upper()
    rule, advice = _RULES.get(entry.name, ("", ""))
    if rule and not re.fullmatch(rule, text):
        raise SettingsError(f"{name} {advice}")
    try:
        return _READERS[str(entry.type)](text)
    except ValueError as problem:
        raise SettingsError(f"{name} {problem}") from None


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < 1:
        raise ValueError("must be a whole number, at least 1")
    return int(text)


def _ids(text: str) -> frozenset[int]:
    parts = text.replace(",", " ").split()
    if not all(re.fullmatch(r"-?[0-9]{1,19}", part) for part in parts):
        raise ValueError("must be numeric ids with commas between them")
    return frozenset(map(int, parts))


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "int": _whole_number,
    "str": str,
    "Path": lambda text: Path(text).expanduser(),
    "frozenset[int]": _ids,
}

_TOKEN: Final = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - its name

_PORT: Final = (
    r"[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]"  # 1 to 65535
)

_RULES: Final[Mapping[str, tuple[str, str]]] = {
    "telegram_bot_token": (
        r"[0-9]+:[\w-]+",
        "must look like 123456:letters, as @BotFather gave it",
    ),
    "telegram_base_url": (r"https?://\S+/bot", "must begin with http and end in /bot"),
    "telegram_base_file_url": (r"https?://\S+/bot", "must begin with http and end in /bot"),
    "webhook_url": (r"https://\S+", "must begin with https://"),
    "webhook_port": (_PORT, "must be a port, 1 to 65535"),
    "webhook_path": (r"[\w./-]+", "must be letters, digits, '-', '_', '.' or '/'"),
    "webhook_secret": (r"[\w-]{1,256}", "must be 1 to 256 letters, digits, '-' or '_'"),
    "log_level": ("DEBUG|INFO|WARNING|ERROR", "must be DEBUG, INFO, WARNING or ERROR"),
}

"""Settings of the bot, read from the environment and checked once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from bot.environment import PROXY, written
from bot.errors import SettingsError
from handlers.fetching import Mode


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; each stands in the environment under its name in capitals.

    The defaults are those of ``.env.example``, which says in a line what each is for.
    """

    telegram_bot_token: str = field(repr=False)
    telegram_base_url: str = "https://api.telegram.org/bot"
    telegram_base_file_url: str = "https://api.telegram.org/file/bot"
    telegram_proxy: str = field(default="", repr=False)
    database_path: Path = Path("digest.sqlite3")
    database_url: str = field(default="", repr=False)
    retention_days: int = 30
    database_mb: int = 200
    max_file_mb: int = 20
    max_parts: int = 60
    workers: int = 2
    job_seconds: int = 20
    job_mb: int = 512
    digests_an_hour: int = 20
    group_digests_an_hour: int = 20
    group_quotas: tuple[tuple[int, int], ...] = ()
    show_authors: bool = False
    guest_mode: bool = False
    inline_mode: bool = False
    fetch: Mode = "off"
    fetch_hosts: frozenset[str] = frozenset()
    fetch_comments: int = 200
    fetch_keep_hours: int = 6
    fetch_proxy: str = field(default="", repr=False)
    allowed_users: frozenset[int] = frozenset()
    allowed_chats: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    admin_chat: int = 0
    privacy_contact: str = ""
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = 8080
    webhook_path: str = "telegram"
    webhook_secret: str = field(default="", repr=False)
    backup_every: int = 0
    backup_keep: int = 7
    backup_folder: Path = Path("backups")
    metrics_port: int = 0
    metrics_listen: str = "127.0.0.1"
    log_level: str = "INFO"
    log_format: str = "text"

    @property
    def webhook_address(self) -> str:
        """Where Telegram is told to push updates to; "" where the bot asks for them itself."""
        path = self.webhook_path.strip("/")
        return f"{self.webhook_url.rstrip('/')}/{path}" if self.webhook_url else ""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log may show."""
        addresses = (self.telegram_proxy, self.fetch_proxy, self.database_url)
        passwords = (urlsplit(address).password or "" for address in addresses)
        return (self.telegram_bot_token, self.webhook_secret, *passwords)


def read_settings(
    environment: Mapping[str, str], dotenv: Path | None = None, needed: str = "TELEGRAM_BOT_TOKEN"
) -> Settings:
    """Return the settings; the environment goes before the lines of the file ``dotenv``.

    An empty value is the default; what is ``needed`` has none.

    Raises:
        SettingsError: one is missing or misspelt, or its value cannot be.
    """
    texts = written(_FIELDS, environment, dotenv, SECRETS)
    proxies = _proxies(environment)
    if PROXY in texts and not proxies:
        texts.setdefault("TELEGRAM_PROXY", texts[PROXY])
    if needed not in texts:
        bot = "ask @BotFather for one, then video-digest init"
        raise SettingsError(f"{needed} is missing: {bot if needed == _TOKEN else _SHARED}")
    values: dict[str, Any] = {
        entry.name: _read(name, _reader(entry), texts[name])
        for name, entry in _FIELDS.items()
        if name in texts
    }
    settings = Settings(**{"telegram_bot_token": "", **values})
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError("WEBHOOK_SECRET is missing: with WEBHOOK_URL anyone could send updates")
    for name, text in proxies.items() if not settings.telegram_proxy else ():
        _read(name, _PROXY, text if "://" in text else f"http://{text}")
    return settings


def has_token(environment: Mapping[str, str], dotenv: Path | None = None) -> bool:
    """Return whether a token is set, right or wrong.

    Raises:
        SettingsError: a name is misspelt, which may be the token's; or its file cannot be read.
    """
    return _TOKEN in written(_FIELDS, environment, dotenv, SECRETS)


def _proxies(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the proxies that the environment names for all programs: httpx finds them there."""
    return {name: text for name, text in environment.items() if text and name.upper() in _PROXIES}


def _reader(entry: dataclasses.Field[Any]) -> Callable[[str], object]:
    return _READERS.get(entry.name.upper()) or _READERS_BY_TYPE[str(entry.type)]


def _read(name: str, reader: Callable[[str], object], text: str) -> object:
    """Return the value that ``text`` gives the setting."""
    try:
        return reader(text)
    except ValueError as problem:
        raise SettingsError(f"{name} {problem}") from None


def _whole_number(text: str, most: int = 1_000_000) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= most:
        raise ValueError(f"must be a whole number from 1 to {most}")
    return int(text)


def _yes_or_no(text: str) -> bool:
    if text.lower() not in {"yes", "no"}:
        raise ValueError("must be yes or no")
    return text.lower() == "yes"


def _ids(pattern: str, advice: str, text: str) -> frozenset[int]:
    parts = text.replace(",", " ").split()
    if not parts or not all(re.fullmatch(pattern, part) for part in parts):
        raise ValueError(f"must be {advice}, with commas between them")
    return frozenset(map(int, parts))


def _hosts(text: str) -> frozenset[str]:
    hosts = text.lower().replace(",", " ").split()
    if not all(re.fullmatch(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}", host) for host in hosts):
        raise ValueError("must be names of hosts, like news.example, with commas between them")
    return frozenset(hosts)


def _id(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,19}", text):
        raise ValueError("must be the id of one chat or person, a number")
    return int(text)


def _quotas(text: str) -> tuple[tuple[int, int], ...]:
    parts = text.replace(",", " ").split()
    if not parts or not all(re.fullmatch(r"-[0-9]{1,19}:[1-9][0-9]{0,5}", part) for part in parts):
        raise ValueError("must be ids of groups with a number each, like -100123:50,-100456:5")
    return tuple((int(group), int(most)) for group, most in (part.split(":") for part in parts))


def _words(pattern: str, advice: str, text: str) -> str:
    if not re.fullmatch(pattern, text, re.ASCII):
        raise ValueError(f"must {advice}")
    return text


def _address(pattern: str, advice: str, text: str) -> str:
    with suppress(ValueError):  # urlsplit's, of what is no address
        parts = urlsplit(text)
        if re.fullmatch(pattern, text) and parts.hostname and parts.port != 0:
            return text
    raise ValueError(f"must {advice}; the port, if there is one, is from 1 to 65535")


_FIELDS: Final = {entry.name.upper(): entry for entry in dataclasses.fields(Settings)}
SECRETS: Final = tuple(name for name, entry in _FIELDS.items() if not entry.repr)
"""The settings that may stand in files of their own, and are shown nowhere."""
_TOKEN: Final = "TELEGRAM_BOT_TOKEN"  # noqa: S105 - its name
_SHARED: Final = "the address of the Postgres that the bots share"
_PROXIES: Final = (PROXY, "HTTP_PROXY", "ALL_PROXY")

_SERVER: Final = partial(_address, r"https?://\S+/bot", "begin with http and end in /bot")
_PROXY: Final = partial(
    _address, r"(?:https?|socks5h?)://\S+", "begin with http://, https://, socks5:// or socks5h://"
)

_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "TELEGRAM_BOT_TOKEN": partial(
        _words, r"[0-9]+:[\w-]+", "look like 123456:letters, as @BotFather gave it"
    ),
    "TELEGRAM_BASE_URL": _SERVER,
    "TELEGRAM_BASE_FILE_URL": _SERVER,
    "TELEGRAM_PROXY": _PROXY,
    "DATABASE_URL": partial(
        _words, r"postgres(?:ql)?://\S+", "begin with postgresql:// or postgres://"
    ),
    "WORKERS": partial(_whole_number, most=256),
    "ALLOWED_USERS": partial(
        _ids, r"[0-9]{1,19}", "numbers, the ids of people (those of groups go into ALLOWED_CHATS)"
    ),
    "ALLOWED_CHATS": partial(
        _ids, r"-[0-9]{1,19}", "ids of groups, which begin with - (people's go into ALLOWED_USERS)"
    ),
    "ADMINS": partial(_ids, r"[0-9]{1,19}", "numbers, the ids of people"),
    "ADMIN_CHAT": _id,
    "GROUP_QUOTAS": _quotas,
    "FETCH": lambda text: _words("off|open|all", "be off, open or all", text.lower()),
    "FETCH_HOSTS": _hosts,
    "FETCH_KEEP_HOURS": partial(_whole_number, most=24 * 7),
    "FETCH_PROXY": partial(_address, r"(?:http|socks5)://\S+", "begin with http:// or socks5://"),
    "METRICS_PORT": partial(_whole_number, most=65_535),
    "WEBHOOK_URL": partial(_address, r"https://\S+", "begin with https://"),
    "WEBHOOK_PORT": partial(_whole_number, most=65_535),
    "WEBHOOK_PATH": partial(
        _words,
        r"(?!/*(?:health|ready)/*$)/*(?:[\w-][\w.-]*/+)*[\w-][\w.-]*/*",
        "be letters, digits, '-', '_', '.' or '/', and neither health nor ready, the signs of life",
    ),
    "WEBHOOK_SECRET": partial(
        _words, r"[\w-]{1,256}", "be 1 to 256 letters, digits, '-' or '_', without accents"
    ),
    "LOG_LEVEL": lambda text: _words(
        "DEBUG|INFO|WARNING|ERROR", "be DEBUG, INFO, WARNING or ERROR", text.upper()
    ),
    "LOG_FORMAT": lambda text: _words("text|json", "be text or json", text.lower()),
}

_READERS_BY_TYPE: Final[Mapping[str, Callable[[str], object]]] = {
    "bool": _yes_or_no,
    "int": _whole_number,
    "str": str,
    "Path": lambda text: Path(text).expanduser(),
}

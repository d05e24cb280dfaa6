"""Logging without secrets and without users' words."""

from __future__ import annotations

import copy
import json
import logging
import re
import sqlite3
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, TextIO

from telegram.error import TelegramError

from bot.errors import StorageError

_LINE: Final = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def set_up_logs(
    level: str, secrets: Iterable[str], stream: TextIO = sys.stderr, layout: str = "text"
) -> None:
    """Send all records to the stream, from ``level`` on for this project.

    ``layout`` is ``text``, or ``json``: an object a line.

    Libraries are heard from INFO on at most: below it they tell what messages say. What ends the
    process, and warnings, are logged too.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter((JsonFormatter if layout == "json" else DiscreetFormatter)(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    set_level(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_the_end


def set_level(level: str) -> None:
    """Log from this level on; it may be changed while the program runs."""
    logging.getLogger().setLevel(max(logging.INFO, logging.getLevelName(level)))
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


class DiscreetFormatter(logging.Formatter):
    """Formats a record without secrets, without what users wrote.

    Values other than numbers, short names and harmless errors stand as their type; an error from
    the program's inner parts keeps its place in the source and loses its text.
    """

    def __init__(self, secrets: Iterable[str] = (), layout: str = _LINE) -> None:
        super().__init__(layout)
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with the traceback below it."""
        discreet = copy.copy(record)
        discreet.exc_text = None  # another handler's, with its texts
        if isinstance(record.args, tuple):
            discreet.args = tuple(map(_harmless, record.args))
        elif record.args:
            discreet.args = {name: _harmless(value) for name, value in record.args.items()}
        line = _ADDRESS.sub("<Bot API>", super().format(discreet))
        for secret in self._secrets:
            line = line.replace(secret, "<secret>")
        return _TOKEN.sub("<token>", line)

    def formatException(self, ei: _ExceptionInfo) -> str:  # noqa: N802 # logging's own name
        """Return the traceback of an error and of those that led to it."""
        return "".join(_told(ei[1])).rstrip("\n")


class JsonFormatter(DiscreetFormatter):
    """Formats a record as one JSON object: at, level, logger, message, and a job's own fields."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(secrets, "%(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a traceback follows its message after a line break inside."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields = {"at": at, "level": record.levelname, "logger": record.name}
        told = {"message": super().format(record), **getattr(record, "fields", {})}
        return json.dumps(fields | told, ensure_ascii=False)


_ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

_OURS: Final = ("bot", "handlers", "summarizer")
_TALKATIVE: Final = (
    "httpx",
    "httpcore",
    "apscheduler",
    "matplotlib",
    "tornado.access",
    "tornado.general",
)

_TOKEN: Final = re.compile(r"\b[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
_ADDRESS: Final = re.compile(r"https?://[^\s/]{1,300}/(?:file/)?bot[^\s'\"]{0,500}")
_PLACE: Final = re.compile(r'^  File "[^"\n]{1,500}", line [0-9]+, in \S+$', re.MULTILINE)

_HARMLESS: Final = (TelegramError, sqlite3.Error, OSError, StorageError)
"""Errors whose texts are of the network, the disk, or this program's own making."""

_LONGEST_NAME: Final = 200


def _harmless(value: object) -> object:
    """Return what may stand in a line for a value."""
    if isinstance(value, (int | float | type | None, *_HARMLESS)):
        return value
    if isinstance(value, BaseException):
        return type(value).__name__
    text = value if isinstance(value, str) else f"<{type(value).__name__}>"
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"


def _told(error: BaseException | None) -> Iterator[str]:
    """Yield the lines of an error, the one that came first before the others."""
    chain: list[BaseException] = []
    while error and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for one in reversed(chain):
        yield from traceback.format_tb(one.__traceback__)
        yield from (f"{place}\n" for place in _PLACE.findall(getattr(one, "traceback", "")))
        told = f": {one}" if isinstance(one, _HARMLESS) else ""
        yield f"{type(one).__name__}{told}\n"


def _log_the_end(
    kind: type[BaseException], error: BaseException, place: TracebackType | None
) -> None:
    logging.getLogger("bot").critical("the bot ends", exc_info=(kind, error, place))

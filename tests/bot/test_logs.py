from __future__ import annotations

import io
import json
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from telegram import Update
from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.errors import StorageError
from bot.logs import JsonFormatter, set_up_logs
from bot.storage.store import Bounds, Store
from bot.work.workers import Limits, Workers
from handlers.protocols import Reply
from summarizer.model import Page
from tests.bot.updates import message
from tests.bot.work import jobs

TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMM_nn-oo"
WORDS = "what the user wrote"


@contextmanager
def logs(level: str) -> Iterator[io.StringIO]:
    """What a run at that level writes; afterwards all is as before."""
    root, hook = logging.getLogger(), sys.excepthook
    before = root.handlers[:], root.level
    stream = io.StringIO()
    set_up_logs(level, [TOKEN, "hush", ""], stream)
    try:
        yield stream
    finally:
        logging.captureWarnings(capture=False)
        root.handlers[:], root.level = before
        sys.excepthook = hook
        for name in ("bot", "handlers", "summarizer"):
            logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with logs("DEBUG") as stream:
        yield stream


def test_a_line_of_json_has_its_parts_and_fields_and_neither_secrets_nor_words() -> None:
    formatter = JsonFormatter(["hush"])
    error = (ValueError, ValueError(WORDS), None)
    said = ("bot", logging.ERROR, "", 1, "hush: error %s", ("ab12",), error)
    record = logging.getLogger("bot").makeRecord(*said, extra={"fields": {"ms": 7}})
    line = formatter.format(record)
    told = json.loads(line)
    assert told.items() >= {"level": "ERROR", "logger": "bot", "ms": 7}.items()
    assert told["message"].startswith("<secret>: error ab12\n")
    assert told["message"].endswith("ValueError")
    assert told["at"].endswith("+00:00")
    assert "\n" not in line
    assert WORDS not in line


async def fail(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    raise ValueError(WORDS)


def application() -> Application:  # type: ignore[type-arg] # its parts are not looked at
    request = HTTPXRequest(connect_timeout=1)
    builder = Application.builder().token(TOKEN).request(request)
    app = builder.base_url("http://127.0.0.1:9/bot").updater(None).build()
    app.add_handler(MessageHandler(filters.ALL, fail))
    return app


async def test_a_debug_run_tells_neither_the_token_nor_what_users_wrote(
    log: io.StringIO, tmp_path: Path
) -> None:
    app = application()
    with pytest.raises(NetworkError):
        await app.bot.send_message(7, WORDS)
    app._initialized = True  # noqa: SLF001 # without asking Telegram who the bot is
    await app.process_update(message(1, WORDS))
    async with Store.open(tmp_path / "digest.sqlite3", Bounds()) as store:
        await store.keep_page("p", Page(title=WORDS))
        await store.keep_reply(Reply(1, 10, "p", video=WORDS))
    assert "in fail" in log.getvalue()
    assert TOKEN not in log.getvalue()
    assert "127.0.0.1:9" not in log.getvalue()
    assert WORDS not in log.getvalue()


def test_a_token_is_taken_out_of_addresses_and_errors(log: io.StringIO) -> None:
    logger = logging.getLogger("bot")
    logger.debug("an address: %s", f"http://127.0.0.1:9/bot{TOKEN}/sendMessage")
    logger.debug("a file: %s", f"https://api.telegram.org/file/bot{TOKEN}/documents/1.txt")
    refusal = InvalidToken(f"The token `{TOKEN}` was rejected; hush")
    logger.error("refused", exc_info=refusal)
    assert TOKEN not in log.getvalue()
    assert TOKEN.partition(":")[2] not in log.getvalue()
    assert "hush" not in log.getvalue()
    assert "telegram.org" not in log.getvalue()
    assert "InvalidToken: The token `<secret>` was rejected; <secret>" in log.getvalue()


def test_values_stand_as_their_type_unless_they_are_harmless(log: io.StringIO) -> None:
    logger = logging.getLogger("bot")
    logger.info("%s %s %s", message(1, WORDS), Page(WORDS), {WORDS: 1})
    logger.info("%s %s", ValueError(WORDS), NetworkError("Bad Gateway"))
    logger.info("%s %.1f %s", 3, 0.25, None)
    logger.info("a press: %(data)s %(update)s", {"data": 3, "update": message(1, WORDS)})
    assert [line.split(": ", 1)[1] for line in log.getvalue().splitlines()] == [
        "<Update> <Page> <dict>",
        "ValueError Bad Gateway",
        "3 0.2 None",
        "a press: 3 <Update>",
    ]


async def test_an_error_in_a_worker_keeps_its_place_and_loses_its_text(log: io.StringIO) -> None:
    async with Workers(Limits(processes=1)) as workers:
        try:
            await workers.run(jobs.refuse, WORDS)
        except ValueError:
            logging.getLogger("bot").exception("refused")
    told = log.getvalue()
    assert WORDS not in told
    assert "jobs.py" in told
    assert "UnreadableError" in told


def test_an_error_that_caused_another_is_told_first(log: io.StringIO) -> None:
    try:
        try:
            int(WORDS)
        except ValueError as problem:
            raise StorageError("the disk is full") from problem
    except StorageError as problem:
        problem.__cause__.__cause__ = problem  # type: ignore[union-attr] # a circle must end too
        logging.getLogger("bot").exception("stopped")
    told = log.getvalue()
    assert told.index("ValueError\n") < told.index("StorageError: the disk is full")
    assert WORDS not in told


def test_a_long_name_is_cut(log: io.StringIO) -> None:
    logging.getLogger("bot").info("%s", "n" * 1_000)
    assert log.getvalue().rstrip().endswith("n" * 200 + "…")


def test_what_ends_the_process_is_logged_discreetly(log: io.StringIO) -> None:
    sys.excepthook(ValueError, ValueError(TOKEN), None)
    assert "CRITICAL bot: the bot ends\nValueError\n" in log.getvalue()
    assert TOKEN not in log.getvalue()


def test_libraries_are_heard_from_info_on(log: io.StringIO) -> None:
    logging.getLogger("aiosqlite").debug("executing")
    logging.getLogger("httpx").info("HTTP Request")
    logging.getLogger("telegram.ext").info("started")
    logging.getLogger("handlers.answers.batches.digest").debug("digested %s sentences", 21)
    assert [line.split(": ", 1)[1] for line in log.getvalue().splitlines()] == [
        "started",
        "digested 21 sentences",
    ]


def test_a_quiet_bot_tells_warnings_only() -> None:
    with logs("WARNING") as log, warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.getLogger("bot").info("small")
        logging.getLogger("telegram").info("small")
        warnings.warn("large", stacklevel=1)
    assert "small" not in log.getvalue()
    assert "large" in log.getvalue()

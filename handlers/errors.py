"""The last net: what was not expected is logged with its context and told in one sentence."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from dataclasses import replace
from html import escape
from zlib import crc32

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from handlers.answers import Answer
from handlers.desk import Desk
from handlers.forgetting import forget_chat
from handlers.protocols import BusyError, JobFailedError
from handlers.texts import Texts
from summarizer import UnreadableError

logger = logging.getLogger(__name__)

EXPECTED = (UnreadableError, BusyError, JobFailedError)


async def guarded(desk: Desk, answer: Answer, work: Awaitable[None]) -> None:
    """Do the work; where it fails, give ``answer`` with what to do instead.

    Without network nothing is given, and the updates are left to come again. A chat that has
    blocked or removed the bot is forgotten.
    """
    try:
        await work
    except EXPECTED as problem:
        await _give(desk, answer, advice(problem, desk.texts))
    except Forbidden:
        await desk.outbox.done(*answer.updates)
        await forget_chat(desk, answer.place.chat)
    except Exception as problem:  # noqa: BLE001 - the one place that catches all
        await _unexpected(desk, answer, problem)


def advice(problem: Exception, texts: Texts) -> str:
    """The sentence that says what to do about an expected problem."""
    if isinstance(problem, UnreadableError):
        return problem.advice
    if isinstance(problem, BusyError):
        return texts("busy", n=problem.before)
    return texts(f"job-{problem.reason}" if isinstance(problem, JobFailedError) else "error")


async def _unexpected(desk: Desk, answer: Answer, problem: Exception) -> None:
    """Log with the chat and a number that the apology names too."""
    chat = answer.place.chat
    if isinstance(problem, NetworkError | RetryAfter) and not isinstance(problem, BadRequest):
        logger.warning("chat %s could not be answered: %s", chat, type(problem).__name__)
        if not isinstance(problem, TimedOut):  # then the answer may have arrived
            await desk.outbox.later(*answer.updates)
        return
    number = f"{crc32(answer.key.encode()):08x}"
    logger.error("error %s in chat %s", number, chat, exc_info=problem)
    await _give(desk, answer, desk.texts("error", number=number))


async def _give(desk: Desk, answer: Answer, text: str) -> None:
    """Tell why; if even that fails, the log has it, and what is refused is not tried again."""
    try:
        await desk.answers.give(replace(answer, html=escape(text, quote=False)))
    except Forbidden:
        await desk.outbox.done(*answer.updates)
        await forget_chat(desk, answer.place.chat)
    except BadRequest as problem:
        logger.warning("chat %s takes no answer: %s", answer.place.chat, problem)
        await desk.outbox.done(*answer.updates)
    except NetworkError as problem:
        logger.warning("chat %s got no apology: %s", answer.place.chat, type(problem).__name__)

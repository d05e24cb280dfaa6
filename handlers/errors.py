"""Failures of answers: expected ones are told, others logged under a number that is told."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from zlib import crc32

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.answers import Answer
from handlers.chats import forget_chat
from handlers.desk import Desk
from handlers.protocols import BusyError, JobFailedError
from handlers.texts import Texts
from summarizer import UnreadableError

logger = logging.getLogger(__name__)

EXPECTED = (UnreadableError, BusyError, JobFailedError)


async def guarded(desk: Desk, answer: Answer, work: Awaitable[None]) -> None:
    """Do the work; where it fails, give ``answer`` with what to do instead.

    Then its updates are done, however it ended: one left open would take its place in the inbox
    for ever. Without network they are left to come again. A chat that has blocked or removed the
    bot is forgotten.
    """
    try:
        await _attempted(desk, answer, work)
    except Forbidden:
        await forget_chat(desk, answer.place.chat)
    except TelegramError as problem:
        chat = answer.place.chat
        logger.warning("chat %s could not be answered: %s", chat, type(problem).__name__)
        if _passes(problem):
            await desk.outbox.retry_later(*answer.updates)
            return
    await desk.outbox.done(*answer.updates)


def advice(problem: Exception, texts: Texts) -> str:
    """The sentence that says what to do about an expected problem."""
    if isinstance(problem, UnreadableError):
        return problem.advice
    if isinstance(problem, BusyError):
        return texts("busy", n=problem.before)
    return texts(f"job-{problem.reason}" if isinstance(problem, JobFailedError) else "error")


async def _attempted(desk: Desk, answer: Answer, work: Awaitable[None]) -> None:
    """Do the work, or tell why not; raises what Telegram says where that cannot be told."""
    try:
        await work
    except EXPECTED as problem:
        await desk.answers.say(answer, advice(problem, desk.texts))
    except Exception as problem:
        if isinstance(problem, Forbidden) or _passes(problem):
            raise
        number = f"{crc32(answer.key.encode()):08x}"
        logger.exception("error %s in chat %s", number, answer.place.chat)
        await desk.answers.say(answer, desk.texts("error", number=number))


def _passes(problem: Exception) -> bool:
    """Whether it may be otherwise in a minute: no network, or too much at once."""
    is_refusal = isinstance(problem, BadRequest)
    return isinstance(problem, NetworkError | RetryAfter) and not is_refusal

"""Failures of answers: expected ones are explained, others logged under a number that is said."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from math import ceil
from zlib import crc32

from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from handlers.answers.chats import forget_chat
from handlers.answers.services import Services
from handlers.delivery import Answer, Place
from handlers.fetching import FetchError
from handlers.journal import note_error
from handlers.message import Texts, capture_keyboard
from handlers.permissions import has_left
from handlers.protocols import AdviceError, JobFailedError, QuotaError
from summarizer import UnreadableError

logger = logging.getLogger(__name__)

EXPECTED = (AdviceError, UnreadableError, JobFailedError, QuotaError, FetchError)
_NOT_ALLOWED = (
    "administrator rights",
    "_forbidden",
    "no rights",
    "not enough rights",
    "restricted",
    "topic_closed",
)
"""Telegram's words for what the admins of a chat have forbidden there, such as pictures."""
_GONE = ("chat not found", "thread not found", "topic_deleted")
"""Telegram's words for a place that is not there any more: nobody can be answered."""


async def explain(services: Services, answer: Answer, problem: Exception) -> bool:
    """Send as ``answer`` what to do about the problem; whether that is the end of it.

    Without network it is not: then the answer is to be given in a minute. A chat that has blocked
    or removed the bot is forgotten.
    """
    try:
        await _say(services, answer, problem)
    except TelegramError as refusal:
        chat = answer.place.chat
        if _is_forbidden(refusal) and await has_left(services.bot, chat):
            await forget_chat(services, chat)
        else:
            logger.warning("chat %s could not be answered: %s", chat, type(refusal).__name__)
        return not _passes(refusal)
    return True


def advice(problem: Exception, texts: Texts) -> str:
    """The sentence that says what to do about an expected problem."""
    if isinstance(problem, AdviceError):
        return str(problem)
    if isinstance(problem, UnreadableError):
        return texts(f"unreadable.{problem.key}", **problem.values)
    if isinstance(problem, QuotaError):
        return texts("quota", n=ceil(problem.seconds / 60))
    if isinstance(problem, FetchError):
        return f"{texts(problem.key, **problem.values)}\n{texts('fetch-instead')}"
    return texts(f"job-{problem.reason}" if isinstance(problem, JobFailedError) else "error")


def reason(problem: Exception, answer: Answer, texts: Texts) -> str:
    """What to do about a problem; of an unexpected one, which is logged, its number."""
    if isinstance(problem, EXPECTED):
        return advice(problem, texts)
    number = error_number(answer)
    note_error(number)
    logger.error("error %s in chat %s", number, answer.place.chat, exc_info=problem)
    return texts("error", number=number)


def error_number(answer: Answer) -> str:
    """The number under which an unexpected error is logged, and said to the user."""
    return f"{crc32(answer.key.encode()):08x}"


async def _say(services: Services, answer: Answer, problem: Exception) -> None:
    """Say what to do, or why it failed; raises what Telegram says where that cannot be said."""
    if isinstance(problem, FetchError):
        answer = replace(answer, keyboard=capture_keyboard(services.texts))
    if _is_forbidden(problem) or _passes(problem) or _says(problem, _GONE):
        raise problem
    if _says(problem, _NOT_ALLOWED):
        logger.warning("chat %s does not allow an answer: %s", answer.place.chat, problem)
        await _say_not_allowed(services, answer)
    else:
        await services.delivery.send_text(answer, reason(problem, answer, services.texts))


async def _say_not_allowed(services: Services, answer: Answer) -> None:
    """Say it in the chat; where nothing may be written there, in private to who asked."""
    try:
        await services.delivery.send_text(answer, services.texts("not-allowed"))
    except (BadRequest, Forbidden) as problem:
        if not _says(problem, _NOT_ALLOWED):
            raise
        private = replace(answer, key=f"{answer.key}:private", place=Place(answer.asker))
        with suppress(BadRequest, Forbidden):  # of somebody who has never spoken to the bot
            await services.delivery.send_text(private, services.texts("not-allowed-there"))


def _passes(problem: Exception) -> bool:
    """Whether it may be otherwise in a minute: no network, too much at once, a token refused."""
    if isinstance(problem, InvalidToken):  # a method that is not known is one too
        return "unauthorized" in problem.message.lower()
    is_refusal = isinstance(problem, BadRequest)
    return isinstance(problem, NetworkError | RetryAfter) and not is_refusal


def _is_forbidden(problem: Exception) -> bool:
    """Whether the bot may say nothing there; it may also only be told what it must not send."""
    return isinstance(problem, Forbidden) and not _says(problem, _NOT_ALLOWED)


def _says(problem: Exception, words: Iterable[str]) -> bool:
    """Whether it is a refusal in such words."""
    refusal = problem.message.lower() if isinstance(problem, BadRequest | Forbidden) else ""
    return any(each in refusal for each in words)

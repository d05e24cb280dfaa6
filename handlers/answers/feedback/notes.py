"""The note that only who presses a button sees."""

from __future__ import annotations

import logging

from telegram import CallbackQuery
from telegram.error import TelegramError

logger = logging.getLogger(__name__)


async def answer_press(query: CallbackQuery, note: str | None, begun: str | None = None) -> None:
    """Stop the button's clock, with an objection or with what is begun.

    A press that came minutes ago, before a restart, has no clock left.
    """
    try:
        await query.answer(note or begun, show_alert=note is not None)
    except TelegramError as problem:
        logger.info("a press was not answered: %s", problem)

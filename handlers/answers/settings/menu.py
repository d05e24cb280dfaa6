"""The command that shows what is chosen for a chat, with a button for each choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from telegram import InlineKeyboardMarkup

from handlers.answers.services import Services
from handlers.answers.settings.permission import may_choose
from handlers.delivery import Answer
from handlers.message import Choice, choice_keyboard
from handlers.paste import Incoming
from handlers.permissions import is_group

LENGTHS: Final = (0, 3, 5, 8, 12, 20)
"""Sentences of a digest that can be chosen, one after another; 0 for as many as suit the page."""


async def settings(services: Services, asked: Incoming, answer: Answer) -> None:
    """Show what is chosen; in a group to its admins."""
    if not await may_choose(services, asked.sender.chat, asked.sender.user):
        await services.delivery.send_text(answer, services.texts("settings-others"))
        return
    shown = replace(answer, keyboard=settings_keyboard(services, asked.sender.chat))
    await services.delivery.send_text(shown, services.texts("settings"))


def settings_keyboard(services: Services, chat: int) -> InlineKeyboardMarkup:
    """A button for each setting, which says what is chosen; a press chooses the next."""
    return choice_keyboard([*_choices(services, chat)])


def _choices(services: Services, chat: int) -> Iterator[Choice]:
    texts, chosen = services.texts, services.chosen
    yield Choice("language", 0, texts("settings-language", name=texts.format.name))
    key = "settings-length" if chosen.sentences else "settings-length-free"
    yield Choice("length", _next_length(chosen.sentences), texts(key, n=chosen.sentences))
    shown = services.digester.default.authors
    key = "settings-authors" if shown else "settings-no-authors"
    yield Choice("authors", int(not shown), texts(key))
    if is_group(chat):
        key = "settings-compact" if chosen.compact else "settings-whole"
        yield Choice("compact", int(not chosen.compact), texts(key))


def _next_length(sentences: int) -> int:
    return next((one for one in LENGTHS if one > sentences), 0)

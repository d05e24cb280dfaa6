"""What a press does that chooses how a chat is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from telegram import CallbackQuery

from handlers.answers.feedback import answer_press
from handlers.answers.services import Services
from handlers.answers.settings.keeping import why_not_kept
from handlers.answers.settings.menu import LENGTHS, settings_keyboard
from handlers.answers.settings.obeying import as_chosen
from handlers.answers.settings.permission import may_choose
from handlers.chat_settings import ChatSettings
from handlers.delivery import Answer
from handlers.message import Press, language_keyboard, languages

LANGUAGE: Final = "language"
SETTINGS_ACTIONS: Final = (LANGUAGE, "setting")
"""``language``: in place of a page the button has the code; ``setting``: its name, and a value."""


async def pressed_setting(
    services: Services, query: CallbackQuery, press: Press, answer: Answer
) -> None:
    """Answer the press at once, with a private note where it can do nothing; then show it."""
    note = await _objection(services, query, press, answer.place.chat)
    await answer_press(query, note)
    if note is None and query.message:
        now = await as_chosen(services, answer.place.chat, query)
        await _show(now, press, answer.place.chat, query.message.message_id)
    await services.outbox.done(*answer.updates)


async def _objection(
    services: Services, query: CallbackQuery, press: Press, chat: int
) -> str | None:
    """Why the press can do nothing; None where what it chooses is kept now."""
    if not await may_choose(services, chat, query.from_user.id):
        return services.texts("settings-others")
    if press.action != LANGUAGE and press.page == LANGUAGE:
        return None  # it asks for the languages
    chosen = _chosen(services.chosen, press)
    if chosen is None:
        return services.texts("press-unknown")
    return await why_not_kept(services, chat, chosen)


def _chosen(now: ChatSettings, press: Press) -> ChatSettings | None:
    """The settings with what the press chooses; None where there is no such choice."""
    if press.action == LANGUAGE:
        return replace(now, language=press.page) if press.page in languages() else None
    change = _CHANGES.get(press.page)
    return change(now, press.number) if change else None


async def _show(services: Services, press: Press, chat: int, message: int) -> None:
    texts = services.texts
    if press.action == LANGUAGE:
        key, keyboard = "language-set", None
    elif press.page == LANGUAGE:
        key, keyboard = "language-choose", language_keyboard(texts)
    else:
        key, keyboard = "settings", settings_keyboard(services, chat)
    await services.delivery.edit(chat, message, texts.mark + texts(key), keyboard)


_CHANGES: Final[Mapping[str, Callable[[ChatSettings, int], ChatSettings]]] = {
    "length": lambda now, n: replace(now, sentences=n if n in LENGTHS else 0),
    "authors": lambda now, n: replace(now, authors=bool(n)),
    "compact": lambda now, n: replace(now, compact=bool(n)),
}

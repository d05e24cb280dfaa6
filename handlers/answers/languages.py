"""Which language a chat is answered in, and the command and the presses that choose it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from telegram import CallbackQuery, ChatMemberUpdated, InlineQuery

from handlers.answers.feedback import answer_press
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.message import Press, Texts, language_keyboard, languages, nearest
from handlers.paste import Batch, Incoming
from handlers.permissions import is_admin

LANGUAGE_ACTION: Final = "language"
"""The action of a button that chooses a language; it has the language's code for a page."""


async def in_language(services: Services, chat: int, subject: object) -> Services:
    """The services with the texts for an answer to ``subject``: the chat's, else the asker's."""
    chosen = (await services.settings.of(chat)).language
    known = chosen if chosen in languages() else nearest(_spoken(subject))
    return replace(services, texts=Texts(known))


async def language(services: Services, asked: Incoming, answer: Answer) -> None:
    """Offer the languages, each by its own name; in a group to its admins."""
    if not await _may_choose(services, asked.sender.chat, asked.sender.user):
        await services.delivery.send_text(answer, services.texts("settings-others"))
        return
    offered = replace(answer, keyboard=language_keyboard(services.texts))
    await services.delivery.send_text(offered, services.texts("language-choose"))


async def pressed_language(
    services: Services, query: CallbackQuery, press: Press, answer: Answer
) -> None:
    """Answer the press at once, with a private note where it can do nothing; then say it is so."""
    chat, code = answer.place.chat, press.page
    note = await _objection(services, query, chat, code)
    await answer_press(query, note)
    if note is None and query.message:
        texts = Texts(code)
        said = texts.mark + texts("language-set")
        await services.delivery.edit(chat, query.message.message_id, said, None)
    await services.outbox.done(*answer.updates)


async def _objection(services: Services, query: CallbackQuery, chat: int, code: str) -> str | None:
    """Why the language cannot be chosen; None where it is chosen now."""
    if code not in languages():
        return services.texts("press-unknown")
    if not await _may_choose(services, chat, query.from_user.id):
        return services.texts("settings-others")
    settings = replace(await services.settings.of(chat), language=code)
    return (
        None if await services.settings.keep(chat, settings) else services.texts("settings-failed")
    )


async def _may_choose(services: Services, chat: int, user: int) -> bool:
    return chat > 0 or await is_admin(services.bot, chat, user)


def _spoken(subject: object) -> str | None:
    """The code of the language that whoever asks has set in their client, as far as it is known."""
    match subject:
        case Batch():
            return (subject.asked or subject.parts[0]).language
        case Incoming():
            return subject.language
        case CallbackQuery() | ChatMemberUpdated() | InlineQuery():
            return subject.from_user.language_code
    return None

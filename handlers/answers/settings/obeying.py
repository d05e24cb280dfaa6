"""What is chosen for a chat, obeyed by an answer in it."""

from __future__ import annotations

from dataclasses import replace

from telegram import CallbackQuery, ChatMemberUpdated, InlineQuery

from handlers.answers.services import Services
from handlers.message import Texts, languages, nearest
from handlers.paste import Batch, Incoming


async def as_chosen(services: Services, chat: int, subject: object) -> Services:
    """The services for an answer to ``subject`` in the chat: its texts, digests of its kind."""
    chosen = await services.settings.of(chat)
    known = chosen.language if chosen.language in languages() else nearest(_spoken(subject))
    digester = services.digester.obeying(chosen)
    return replace(services, texts=Texts(known), digester=digester, chosen=chosen)


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

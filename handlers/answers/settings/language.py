"""The command that lets a chat choose the language of its replies."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.services import Services
from handlers.answers.settings.permission import may_choose
from handlers.delivery import Answer
from handlers.message import language_keyboard
from handlers.paste import Incoming


async def language(services: Services, asked: Incoming, answer: Answer) -> None:
    """Offer the languages, each by its own name; in a group to its admins."""
    if not await may_choose(services, asked.sender.chat, asked.sender.user):
        await services.delivery.send_text(answer, services.texts("settings-others"))
        return
    offered = replace(answer, keyboard=language_keyboard(services.texts))
    await services.delivery.send_text(offered, services.texts("language-choose"))

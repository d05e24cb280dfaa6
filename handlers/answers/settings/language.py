"""The command that lets a chat choose the language of its replies."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.services import Services
from handlers.answers.settings.keeping import why_not_kept
from handlers.answers.settings.obeying import as_chosen
from handlers.answers.settings.permission import may_choose
from handlers.delivery import Answer
from handlers.message import language_keyboard, language_named
from handlers.paste import Incoming


async def language(services: Services, asked: Incoming, answer: Answer) -> None:
    """Choose the language named behind the command, else offer all; in a group to its admins."""
    if not await may_choose(services, asked.sender.chat, asked.sender.user):
        await services.delivery.send_text(answer, services.texts("settings-others"))
    elif code := language_named(asked.argument, services.texts):
        await _choose(services, asked, answer, code)
    else:
        offered = replace(answer, keyboard=language_keyboard(services.texts))
        await services.delivery.send_text(offered, services.texts("language-choose"))


async def _choose(services: Services, asked: Incoming, answer: Answer, code: str) -> None:
    """Keep the choice, and say so in the language that is answered in from now on."""
    chat = asked.sender.chat
    failed = await why_not_kept(services, chat, replace(services.chosen, language=code))
    texts = (await as_chosen(services, chat, asked)).texts
    said = replace(answer, mark=texts.mark)
    await services.delivery.send_text(said, failed or texts("language-set"))

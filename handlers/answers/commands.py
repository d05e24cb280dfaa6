"""The commands, one table: routes, the menu and /help are read from it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Final

from handlers.answers.chats import forget_chat
from handlers.answers.kept import find, history
from handlers.answers.questions import ask
from handlers.answers.services import Handler, Services
from handlers.answers.settings import language, settings
from handlers.delivery import Answer
from handlers.message import capture_keyboard, example_keyboard
from handlers.paste import Incoming
from handlers.permissions import is_admin

logger = logging.getLogger(__name__)


async def start(services: Services, _: Incoming, answer: Answer) -> None:
    """Say what the bot does and how to begin, with a button that shows it."""
    offered = replace(answer, keyboard=example_keyboard(services.texts))
    await services.delivery.send_text(offered, services.texts(f"start{_fetching(services)}"))


async def help_(services: Services, asked: Incoming, answer: Answer) -> None:
    """Say how to copy a page, and list the commands; an operator's only to them, in private."""
    own = services.operator.commands(asked.sender.user) if asked.private else {}
    listed = {c.name: services.texts(f"commands.{c.name}") for c in COMMANDS} | dict(own)
    lines = [f"{services.texts.command(name)} - {about}" for name, about in listed.items()]
    running = services.texts("help-version", version=version("video-digest-bot"))
    said = [services.texts("help"), "", *lines, "", running]
    offered = replace(answer, keyboard=capture_keyboard(services.texts))
    await services.delivery.send_text(offered, "\n".join(said))


async def privacy(services: Services, _: Incoming, answer: Answer) -> None:
    """Say what is kept, and for how long."""
    policy, mention = services.policy, services.bot.name
    said = (
        (f"privacy{_fetching(services)}", True),
        ("privacy-guest", policy.guests),
        ("privacy-inline", policy.inline),
        ("privacy-contact", policy.privacy_contact),
    )
    values = {"n": policy.retention_days, "mention": mention, "contact": policy.privacy_contact}
    lines = [services.texts(key, **values) for key, is_so in said if is_so]
    await services.delivery.send_text(answer, "\n".join(lines))


def _fetching(services: Services) -> str:
    """What the keys of texts end in that say what is fetched."""
    return f"-{services.fetcher.mode}" if services.fetcher else ""


async def forget(services: Services, asked: Incoming, answer: Answer) -> None:
    """Remove all that is kept of the chat; in a group an admin has to ask.

    What the same person asked for before is answered first, and then forgotten too.
    """
    chat, user = asked.sender.chat, asked.sender.user
    if not asked.private and not await is_admin(services.bot, chat, user):
        await services.delivery.send_text(answer, services.texts("forget-admins"))
        return
    with services.resequencer.begun(asked.sender, answer.key) as earlier_ended:
        await earlier_ended()
        known = await forget_chat(services, chat)
    key = "forget-failed" if known is None else "forgotten"
    await services.delivery.send_text(answer, services.texts(key, n=known or 0))


async def operate(services: Services, asked: Incoming, answer: Answer) -> None:
    """Carry out a command of whoever runs the bot."""
    command = asked.command
    name, argument = (command.name, asked.argument) if command else ("", "")
    await services.delivery.send_text(answer, await services.operator.carry_out(name, argument))


@dataclass(frozen=True, slots=True)
class Command:
    """A row: ``handler`` is None where the command needs a page, which the intake finds."""

    name: str
    handler: Handler[Incoming] | None = None
    in_groups: bool = True
    for_admins: bool = False


COMMANDS: Final = (
    Command("digest"),
    Command("links"),
    Command("comments"),
    Command("ask", ask),
    Command("find", find),
    Command("history", history),
    Command("settings", settings, for_admins=True),
    Command("language", language, for_admins=True),
    Command("help", help_),
    Command("privacy", privacy),
    Command("forget", forget, for_admins=True),
    Command("start", start, in_groups=False),
)

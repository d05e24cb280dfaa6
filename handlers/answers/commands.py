"""The commands, one table: routes, the menu and /help are read from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from handlers.answers.chats import forget_chat
from handlers.answers.kept import find, history
from handlers.answers.questions import ask
from handlers.answers.services import Handler, Services
from handlers.delivery import Answer
from handlers.message import capture_keyboard, example_keyboard
from handlers.paste import Incoming
from handlers.permissions import is_admin


async def start(services: Services, _: Incoming, answer: Answer) -> None:
    """Say what the bot does and how to begin, with a button that shows it."""
    offered = replace(answer, keyboard=example_keyboard(services.texts))
    await services.delivery.send_text(offered, services.texts("start"))


async def help_(services: Services, asked: Incoming, answer: Answer) -> None:
    """Say how to copy a page, and list the commands; an operator's only to them, in private."""
    own = services.operator.commands(asked.sender.user) if asked.private else {}
    lines = [f"/{c.name} - {c.about}" for c in COMMANDS]
    lines += [f"/{name} - {about}" for name, about in own.items()]
    running = services.texts("help-version", version=version("video-digest-bot"))
    said = [services.texts("help"), "", *lines, "", running]
    offered = replace(answer, keyboard=capture_keyboard(services.texts))
    await services.delivery.send_text(offered, "\n".join(said))


async def privacy(services: Services, _: Incoming, answer: Answer) -> None:
    """Say what is kept, and for how long."""
    contact = services.policy.privacy_contact
    text = services.texts("privacy", n=services.policy.retention_days)
    asking = services.texts("privacy-contact", contact=contact) if contact else ""
    await services.delivery.send_text(answer, f"{text}\n{asking}".strip())


async def forget(services: Services, asked: Incoming, answer: Answer) -> None:
    """Remove all that is kept of the chat; in a group an admin has to ask."""
    chat, user = asked.sender.chat, asked.sender.user
    if not asked.private and not await is_admin(services.bot, chat, user):
        await services.delivery.send_text(answer, services.texts("forget-admins"))
        return
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
    about: str
    handler: Handler[Incoming] | None = None
    in_groups: bool = True
    for_admins: bool = False


COMMANDS: Final = (
    Command("digest", "digest the page you reply to, or the text after it"),
    Command("links", "all links of the page"),
    Command("comments", "what the commenters say, in full"),
    Command("ask", "a question about the video: /ask How long does it take?", ask),
    Command("find", "words in the pages of this chat: /find sour dough", find),
    Command("history", "the digests of this chat", history),
    Command("help", "how to copy or save a page", help_),
    Command("privacy", "what is kept, and for how long", privacy),
    Command("forget", "remove what is kept of this chat", forget, for_admins=True),
    Command("start", "what this bot does", start, in_groups=False),
)


async def publish(bot: Bot) -> None:
    """Show the commands in Telegram's menus: private chats, groups, and their admins."""
    grouped = [c for c in COMMANDS if c.in_groups]
    scopes = (
        (BotCommandScopeAllPrivateChats(), COMMANDS),
        (BotCommandScopeAllGroupChats(), [c for c in grouped if not c.for_admins]),
        (BotCommandScopeAllChatAdministrators(), grouped),
    )
    for scope, commands in scopes:
        await bot.set_my_commands([BotCommand(c.name, c.about) for c in commands], scope=scope)

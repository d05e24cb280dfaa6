"""What Telegram shows of the bot before anybody writes: its menus of commands, and what it is."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from hashlib import sha256
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import BadRequest

from handlers.answers.commands import COMMANDS, Command
from handlers.message import ENGLISH, Texts, languages

logger = logging.getLogger(__name__)

Rest = Callable[[], Awaitable[object]]
"""What is waited for between calls that nobody waits for."""

LONGEST_DESCRIPTION: Final = 512
"""Characters (Bot API, setMyDescription)."""


async def _no_rest() -> None:
    """Go on at once."""


async def publish(bot: Bot, rest: Rest = _no_rest) -> None:
    """Show what the bot is and its commands, in each language: private chats, groups, admins.

    What is shown already is not sent again; what Telegram refuses leaves the rest. There is a
    ``rest`` before each of some forty handfuls of calls.
    """
    refused: list[str] = []
    for code in languages():
        await rest()
        for scope, commands in _scopes():
            try:
                await _show(bot, scope, commands, Texts(code))
            except BadRequest as problem:
                refused.append(f"{code}: {problem.message}")
    if refused:
        logger.warning("%s menus were refused, the first in %s", len(refused), refused[0])
    await _describe(bot, rest)


def introduction_digest() -> str:
    """Return a hash of all that ``publish`` shows."""
    menus = [
        (code, scope.type, [(c.name, Texts(code)(f"commands.{c.name}")) for c in commands])
        for code in languages()
        for scope, commands in _scopes()
    ]
    words = [(code, Texts(code)("about"), Texts(code)("start")) for code in languages()]
    return sha256(repr((menus, words)).encode()).hexdigest()


async def _describe(bot: Bot, rest: Rest) -> None:
    """Say what the bot is, unless whoever runs it has said so in their own words."""

    async def about(code: str | None) -> str:
        return (await bot.get_my_short_description(code)).short_description

    async def description(code: str | None) -> str:
        return (await bot.get_my_description(code)).description

    short = {code: Texts(code)("about") for code in languages()}
    whole = {code: Texts(code)("start").partition("\n")[0] for code in languages()}
    await _say(short, about, bot.set_my_short_description, rest)
    fitting = {code: text for code, text in whole.items() if len(text) <= LONGEST_DESCRIPTION}
    await _say(fitting, description, bot.set_my_description, rest)


async def _say(
    texts: dict[str, str],
    shown: Callable[[str | None], Awaitable[str]],
    show: Callable[[str, str | None], Awaitable[bool]],
    rest: Rest,
) -> None:
    """Show each of the texts where nothing is shown, or English; all others than English after."""
    if await shown(None) not in {"", texts[ENGLISH]}:
        return
    for code, text in sorted(texts.items(), key=lambda item: item[0] != ENGLISH):
        await rest()
        language = _code(code)
        if await shown(language) in {"", texts[ENGLISH]} - {text}:
            await show(text, language)


def _scopes() -> tuple[tuple[BotCommandScope, Sequence[Command]], ...]:
    grouped = [c for c in COMMANDS if c.in_groups]
    return (
        (BotCommandScopeAllPrivateChats(), COMMANDS),
        (BotCommandScopeAllGroupChats(), [c for c in grouped if not c.for_admins]),
        (BotCommandScopeAllChatAdministrators(), grouped),
    )


async def _show(
    bot: Bot, scope: BotCommandScope, commands: Sequence[Command], texts: Texts
) -> None:
    """Show the commands to whoever has that language; those in English to all others."""
    shown = tuple(BotCommand(c.name, texts(f"commands.{c.name}")) for c in commands)
    code = _code(texts.language)
    if await bot.get_my_commands(scope=scope, language_code=code) != shown:
        await bot.set_my_commands(shown, scope=scope, language_code=code)


def _code(language: str) -> str | None:
    """The letters that Telegram knows the language by; None for English, for all others."""
    return None if language == ENGLISH else language.partition("-")[0]

"""Where a message goes: to the intake, to an answer of its own, or nowhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Literal

from handlers.answers import commands
from handlers.delivery import Answer
from handlers.paste.incoming import Command, Incoming
from handlers.permissions import Guests
from handlers.services import Desk
from summarizer.video_url import sole_link

Work = Callable[[Desk, Incoming, Answer], Awaitable[None]]
Route = Work | Literal["intake", "nowhere"]

TALK = 500
"""Characters up to which a reply to the bot in a group, without a command, is talk."""
PASTE = 200
"""Characters from which a text that begins with an unknown command is a page all the same.

So is a file below such a command.
"""


def route(incoming: Incoming, guests: Guests) -> Route:
    """Where the message goes; what is not addressed to the bot is at most overheard."""
    if not incoming.addressed:
        return "intake" if incoming.kind in {"text", "document"} else "nowhere"
    if not guests.welcome(incoming.sender.chat, incoming.sender.user):
        return _turn_away
    if incoming.kind == "other":
        return _not_text if incoming.private else "nowhere"
    if incoming.command:
        return _command(incoming, incoming.command)
    return "nowhere" if _is_talk(incoming) else "intake"


def _command(incoming: Incoming, command: Command) -> Route:
    known = commands.BY_NAME.get(command.name)
    if known:
        return known.answer or "intake"
    if not (incoming.private or command.to_me):
        return "nowhere"  # another bot's
    return "intake" if incoming.document or len(incoming.text) > PASTE else _unknown


def _is_talk(incoming: Incoming) -> bool:
    """A word of thanks under a digest in a group."""
    if incoming.private or incoming.document:
        return False
    return len(incoming.text) < TALK and not sole_link(incoming.text)


async def _turn_away(desk: Desk, _: Incoming, answer: Answer) -> None:
    """Say it once: the key is the chat's, and the same words edited in show nothing."""
    once = replace(answer, key=f"private:{answer.place.chat}")
    await desk.answers.say(once, desk.texts("private-bot"))


async def _not_text(desk: Desk, incoming: Incoming, answer: Answer) -> None:
    """Say it once for an album, whose pictures come one by one."""
    key = f"{answer.place.chat}:album:{incoming.album}" if incoming.album else answer.key
    await desk.answers.say(replace(answer, key=key), desk.texts("not-text"))


async def _unknown(desk: Desk, _: Incoming, answer: Answer) -> None:
    await desk.answers.say(answer, desk.texts("unknown-command"))

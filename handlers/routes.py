"""Where a message goes: to the intake, to a handler of its own, or nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from handlers.answers import COMMANDS, Handler, Services, say_private
from handlers.delivery import Answer
from handlers.paste import Command, Incoming
from handlers.permissions import Allowlist
from summarizer.video_url import sole_link

Route = Handler[Incoming] | Literal["intake", "nowhere"]

TALK_CHARACTERS, TALK_LINES = 2000, 12
"""Below so many a reply to the bot in a group, without a command, is talk, not a page."""
PAGE_CHARACTERS = 200
"""From so many on a text that begins with an unknown command is a page all the same.

So is a file below such a command.
"""

_KNOWN = {command.name: command for command in COMMANDS}


def route(incoming: Incoming, allowlist: Allowlist) -> Route:
    """Where the message goes; what is not addressed to the bot is never answered."""
    is_allowed = allowlist.allows(incoming.sender.chat)
    if not incoming.addressed:
        return "intake" if is_allowed and incoming.kind in {"text", "document"} else "nowhere"
    if not is_allowed:
        return _refuse
    if incoming.kind == "other":
        return _not_text if incoming.private else "nowhere"
    if incoming.command:
        return _of_command(incoming, incoming.command)
    return "nowhere" if _is_talk(incoming) else "intake"


def _of_command(incoming: Incoming, command: Command) -> Route:
    known = _KNOWN.get(command.name)
    if known:
        return known.handler or "intake"
    if not (incoming.private or command.to_me):
        return "nowhere"  # another bot's
    is_page = incoming.document or len(incoming.text) > PAGE_CHARACTERS
    return "intake" if is_page else _unknown


def _is_talk(incoming: Incoming) -> bool:
    """What people say below a digest in a group: neither a page or link nor meant for the bot."""
    if incoming.private or incoming.document:
        return False
    text = incoming.text.strip()
    is_page = len(text) >= TALK_CHARACTERS or text.count("\n") + 1 >= TALK_LINES
    return not (is_page or sole_link(text) or _concerns_digest(text))


def _concerns_digest(text: str) -> bool:
    """Whether a line may ask for another length, or asks something."""
    return len(text.split()) == 1 or text.endswith(("?", "？", "؟"))


async def _refuse(services: Services, _: Incoming, answer: Answer) -> None:
    await say_private(services, answer)


async def _not_text(services: Services, incoming: Incoming, answer: Answer) -> None:
    """Say it once for an album, whose pictures come one by one."""
    key = f"{answer.place.chat}:album:{incoming.album}" if incoming.album else answer.key
    await services.delivery.send_text(replace(answer, key=key), services.texts("not-text"))


async def _unknown(services: Services, _: Incoming, answer: Answer) -> None:
    await services.delivery.send_text(answer, services.texts("unknown-command"))

"""Which commands a chat's menu shows, after the scopes of setMyCommands."""

from __future__ import annotations

import json

from bot.local.world.chats import JSON, Chat

_SCOPES = {
    "private": ("all_private_chats", "default"),
    "group": ("all_chat_administrators", "all_group_chats", "default"),
    "supergroup": ("all_chat_administrators", "all_group_chats", "default"),
    "channel": (),
}


def scope_key(scope: JSON, language: str) -> str:
    """The name under which a scope's commands are kept."""
    return json.dumps([scope, language], sort_keys=True)


def menu(commands: dict[str, list[JSON]], chat: Chat) -> list[JSON]:
    """The commands of the narrowest scope that the bot has set, for an administrator."""
    own: list[JSON] = [
        {"type": kind, "chat_id": chat.id} for kind in ("chat_administrators", "chat")
    ]
    scopes = [*own, *({"type": kind} for kind in _SCOPES[chat.kind])]
    for scope in scopes:
        if found := commands.get(scope_key(scope, "")):
            return found
    return []

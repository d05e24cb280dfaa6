"""The methods about the bot itself: who it is, its menu of commands, its name."""

from __future__ import annotations

from bot.local.errors import bad_request
from bot.local.methods.parameters import Parameters
from bot.local.methods.shapes import Command, CommandScope
from bot.local.world.chats import JSON
from bot.local.world.menus import scope_key
from bot.local.world.state import World

_MOST_COMMANDS = 100


def get_me(world: World, _: Parameters) -> JSON:
    """``getMe``."""
    return world.bot


def set_my_commands(world: World, params: Parameters) -> bool:
    """``setMyCommands``, for a scope and a language."""
    commands = params.value("commands", list[Command]) or []
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("too many commands specified")
    for command in commands:
        if not command.get("command", "").removeprefix("/").isidentifier():
            raise bad_request("BOT_COMMAND_INVALID")
        if not command.get("description", "").strip():
            raise bad_request("command description must be non-empty")
    world.commands[_scope(params)] = commands
    world.show_all("commands")
    return True


def delete_my_commands(world: World, params: Parameters) -> bool:
    """``deleteMyCommands``."""
    world.commands.pop(_scope(params), None)
    return True


def get_my_commands(world: World, params: Parameters) -> list[JSON]:
    """``getMyCommands``."""
    return world.commands.get(_scope(params), [])


def set_my_text(world: World, params: Parameters) -> bool:
    """``setMyName``, setMyDescription, setMyShortDescription."""
    for field in ("name", "description", "short_description"):
        if field in params:
            world.profile[_text_key(params, field)] = params.text(field)
    return True


def get_my_description(world: World, params: Parameters) -> JSON:
    """``getMyDescription``, for a language."""
    return _my_text(world, params, "description")


def get_my_short_description(world: World, params: Parameters) -> JSON:
    """``getMyShortDescription``, for a language."""
    return _my_text(world, params, "short_description")


def accept(_: World, __: Parameters) -> bool:
    """``logOut``, ``close``: nothing is to be done."""
    return True


def _my_text(world: World, params: Parameters, field: str) -> JSON:
    """The text for the language, else that for all."""
    shown = world.profile.get(_text_key(params, field)) or world.profile.get(field, "")
    return {field: shown}


def _text_key(params: Parameters, field: str) -> str:
    language = params.text("language_code")
    return f"{field}:{language}" if language else field


def _scope(params: Parameters) -> str:
    scope = params.value("scope", CommandScope) or {"type": "default"}
    return scope_key(scope, params.text("language_code"))

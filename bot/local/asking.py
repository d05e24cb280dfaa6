"""The methods that ask about chats and files, set commands, answer presses."""

from __future__ import annotations

from bot.local import records
from bot.local.chats import JSON
from bot.local.errors import bad_request
from bot.local.menus import scope_key
from bot.local.params import Params
from bot.local.world import World

_MOST_COMMANDS = 100
_LONGEST_NOTE = 200


def get_me(world: World, _: Params) -> JSON:
    """``getMe``."""
    return world.bot


def get_chat(world: World, params: Params) -> JSON:
    """``getChat``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    return chat.brief() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {},
    }


def get_chat_member(world: World, params: Params) -> JSON:
    """``getChatMember``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    number = params.number("user_id") or 0
    user = world.bot_user if number == world.bot["id"] else world.users.get(number)
    if not user:
        raise bad_request("invalid user_id specified")
    return records.member(chat, user)


def get_chat_administrators(world: World, params: Params) -> list[JSON]:
    """``getChatAdministrators``; other bots are left out, this one is not."""
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    users = [*world.users.values(), world.bot_user]
    return [records.member(chat, user) for user in users if chat.manages(user["id"])]


def get_chat_member_count(world: World, params: Params) -> int:
    """``getChatMemberCount``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    return sum(map(chat.holds, chat.members))


def leave_chat(world: World, params: Params) -> bool:
    """``leaveChat``."""
    world.chat_for_bot(params.text("chat_id")).members[world.bot["id"]] = "left"
    return True


def get_file(world: World, params: Params) -> JSON:
    """``getFile``."""
    return world.files.located(params.text("file_id"))


def answer_callback_query(world: World, params: Params) -> bool:
    """``answerCallbackQuery``; the press that waits for it gets text and alert."""
    press = world.queries.pop(params.text("callback_query_id"), None)
    if not press:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(params.text("text")) > _LONGEST_NOTE:
        raise bad_request("MESSAGE_TOO_LONG")
    press["answer"] = {"text": params.text("text"), "show_alert": params.flag("show_alert")}
    world.show("answer", world.chats[press["chat"]], press)
    return True


def set_my_commands(world: World, params: Params) -> bool:
    """``setMyCommands``, for a scope and a language."""
    commands = params.value("commands") or []
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("too many commands specified")
    for command in commands:
        if not str(command.get("command", "")).removeprefix("/").isidentifier():
            raise bad_request("BOT_COMMAND_INVALID")
        if not str(command.get("description", "")).strip():
            raise bad_request("command description must be non-empty")
    world.commands[_scope(params)] = commands
    world.show_all("commands")
    return True


def delete_my_commands(world: World, params: Params) -> bool:
    """``deleteMyCommands``."""
    world.commands.pop(_scope(params), None)
    return True


def get_my_commands(world: World, params: Params) -> list[JSON]:
    """``getMyCommands``."""
    return world.commands.get(_scope(params), [])


def set_my_text(world: World, params: Params) -> bool:
    """``setMyName``, setMyDescription, setMyShortDescription."""
    for field in ("name", "description", "short_description"):
        if field in params:
            world.profile[field] = params.text(field)
    return True


def nothing(_: World, __: Params) -> bool:
    """``logOut``, close: accepted."""
    return True


def _scope(params: Params) -> str:
    scope = params.value("scope") or {"type": "default"}
    return scope_key(scope, params.text("language_code"))

"""The methods that ask about chats and their members."""

from __future__ import annotations

from bot.local.errors import bad_request
from bot.local.methods.parameters import Parameters
from bot.local.world import records
from bot.local.world.chats import JSON
from bot.local.world.state import World


def get_chat(world: World, params: Parameters) -> JSON:
    """``getChat``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    return chat.brief() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {},
    }


def get_chat_member(world: World, params: Parameters) -> JSON:
    """``getChatMember``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    number = params.number("user_id") or 0
    user = world.bot_user if number == world.bot["id"] else world.users.get(number)
    if not user:
        raise bad_request("invalid user_id specified")
    return records.member(chat, user)


def get_chat_administrators(world: World, params: Parameters) -> list[JSON]:
    """``getChatAdministrators``; other bots are left out, this one is not."""
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    users = [*world.users.values(), world.bot_user]
    return [records.member(chat, user) for user in users if chat.manages(user["id"])]


def get_chat_member_count(world: World, params: Parameters) -> int:
    """``getChatMemberCount``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    return sum(map(chat.holds, chat.members))


def leave_chat(world: World, params: Parameters) -> bool:
    """``leaveChat``."""
    world.chat_for_bot(params.text("chat_id")).members[world.bot["id"]] = "left"
    return True

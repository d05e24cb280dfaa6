"""The Bot API's methods: a call's parameters in, its result out, the world changed in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.local.methods import chats, editing, elsewhere, profile, receiving, sending
from bot.local.methods.parameters import Parameters
from bot.local.world.state import World

Method = Callable[[World, Parameters], Any]

METHODS: Final[Mapping[str, Method]] = {
    "answercallbackquery": receiving.answer_callback_query,
    "answerguestquery": elsewhere.answer_guest_query,
    "answerinlinequery": elsewhere.answer_inline_query,
    "close": profile.accept,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "deletemycommands": profile.delete_my_commands,
    "deletewebhook": receiving.delete_webhook,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagetext": editing.edit_message_text,
    "getchat": chats.get_chat,
    "getchatadministrators": chats.get_chat_administrators,
    "getchatmember": chats.get_chat_member,
    "getchatmembercount": chats.get_chat_member_count,
    "getfile": receiving.get_file,
    "getme": profile.get_me,
    "getmydescription": profile.get_my_description,
    "getmyshortdescription": profile.get_my_short_description,
    "getmycommands": profile.get_my_commands,
    "getupdates": receiving.get_updates,
    "getwebhookinfo": receiving.get_webhook_info,
    "leavechat": chats.leave_chat,
    "logout": profile.accept,
    "sendchataction": sending.send_chat_action,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "setmycommands": profile.set_my_commands,
    "setmydescription": profile.set_my_text,
    "setmyname": profile.set_my_text,
    "setmyshortdescription": profile.set_my_text,
    "setwebhook": receiving.set_webhook,
}
"""By name in small letters, as Telegram takes them; ``get_updates`` alone is to be awaited."""

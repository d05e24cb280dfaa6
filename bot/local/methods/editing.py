"""The methods that change or remove what the bot has sent."""

from __future__ import annotations

from bot.local.errors import bad_request
from bot.local.methods.keyboards import read_keyboard
from bot.local.methods.parameters import Parameters
from bot.local.methods.sending import link_preview, read_caption, read_media, read_text
from bot.local.methods.shapes import Media
from bot.local.world.chats import JSON, Chat
from bot.local.world.state import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_COMPARED = ("text", "entities", "caption", "caption_entities", "document", "photo", "reply_markup")
_UNIQUE = "file_unique_id"


def edit_message_text(world: World, params: Parameters) -> JSON:
    """``editMessageText``."""
    chat, message = _own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    fresh = {"entities": None, "link_preview_options": None}
    fresh |= read_text(world, params) | link_preview(params)
    return _change(world, params, chat, message, fresh)


def edit_message_caption(world: World, params: Parameters) -> JSON:
    """``editMessageCaption``."""
    chat, message = _own_message(world, params)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    fresh = {"caption": None, "caption_entities": None} | read_caption(world, params)
    return _change(world, params, chat, message, fresh)


def edit_message_media(world: World, params: Parameters) -> JSON:
    """``editMessageMedia``."""
    chat, message = _own_message(world, params)
    item = params.value("media", Media)
    if item is None:
        raise bad_request("input media isn't specified")
    gone = dict.fromkeys((*_COMPARED, "link_preview_options"))
    return _change(world, params, chat, message, gone | read_media(world, item, params))


def edit_message_reply_markup(world: World, params: Parameters) -> JSON:
    """``editMessageReplyMarkup``."""
    chat, message = _own_message(world, params)
    return _change(world, params, chat, message, {})


def delete_message(world: World, params: Parameters) -> bool:
    """``deleteMessage``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.messages.get(params.number("message_id") or 0)
    if not message:
        raise bad_request("message to delete not found")
    theirs = message.get("from", {}).get("id") != world.bot["id"]
    if theirs and chat.kind != "private" and not chat.manages(world.bot["id"]):
        raise bad_request("message can't be deleted")
    world.remove(chat, message["message_id"])
    return True


def delete_messages(world: World, params: Parameters) -> bool:
    """``deleteMessages``; those that are gone already are passed over."""
    chat = world.chat_for_bot(params.text("chat_id"))
    for number in params.value("message_ids", list[int]) or []:
        if number in chat.messages:
            world.remove(chat, number)
    return True


def _own_message(world: World, params: Parameters) -> tuple[Chat, JSON]:
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.messages.get(params.number("message_id") or 0)
    if not message:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id") != world.bot["id"] and chat.kind != "channel":
        raise bad_request("message can't be edited")
    return chat, message


def _change(world: World, params: Parameters, chat: Chat, message: JSON, fresh: JSON) -> JSON:
    """Apply an edit; an edit always sets the keyboard too, to none where it gives none."""
    fresh |= {"reply_markup": None} | read_keyboard(params)
    after = {k: v for k, v in (message | fresh).items() if v is not None}
    if _looks(after) == _looks(message):
        raise bad_request(_NOT_MODIFIED)
    only_buttons = _looks(after | {"reply_markup": 0}) == _looks(message | {"reply_markup": 0})
    edited = {} if only_buttons else {"edit_date": int(world.clock())}
    return world.change(chat, message, fresh | edited)


def _looks(message: JSON) -> list[object]:
    """What decides whether an edit changes anything; equal files count as equal."""
    looks: list[object] = []
    for field in _COMPARED:
        value = message.get(field)
        file = value[0] if field == "photo" and value else value
        looks.append(file[_UNIQUE] if isinstance(file, dict) and _UNIQUE in file else value)
    return looks

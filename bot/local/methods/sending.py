"""The methods that put something into a chat."""

from __future__ import annotations

from typing import Any

from bot.local.errors import bad_request
from bot.local.methods.keyboards import read_keyboard
from bot.local.methods.parameters import Parameters
from bot.local.methods.shapes import Entity, Media, ReplyParameters
from bot.local.text.entities import units
from bot.local.text.formatted import LONGEST_CAPTION, LONGEST_TEXT, MOST_ENTITIES, formatted_text
from bot.local.world import records
from bot.local.world.chats import JSON, Chat
from bot.local.world.files import LARGEST_UPLOAD, Upload
from bot.local.world.pictures import photo_sizes
from bot.local.world.state import World

_ALBUM_SIZE = range(2, 11)


def send_message(world: World, params: Parameters) -> JSON:
    """``sendMessage``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    return _send(world, params, chat, read_text(world, params) | link_preview(params))


def send_document(world: World, params: Parameters) -> JSON:
    """``sendDocument``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    document = read_document(world, params.file("document", world.files))
    return _send(world, params, chat, document | read_caption(world, params))


def send_photo(world: World, params: Parameters) -> JSON:
    """``sendPhoto``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    sizes = photo_sizes(world.files, params.file("photo", world.files))
    return _send(world, params, chat, {"photo": sizes} | read_caption(world, params))


def send_media_group(world: World, params: Parameters) -> list[JSON]:
    """``sendMediaGroup``, of documents or photos."""
    chat = world.chat_for_bot(params.text("chat_id"))
    items = params.value("media", list[Media]) or []
    if len(items) not in _ALBUM_SIZE:
        raise bad_request("group of media must contain from 2 to 10 items")
    contents = [read_media(world, item, params) for item in items]
    album = {"media_group_id": str(2_000_000 + len(world.events))}
    return [_send(world, params, chat, content | album) for content in contents]


def send_chat_action(world: World, params: Parameters) -> bool:
    """``sendChatAction``."""
    chat = world.chat_for_bot(params.text("chat_id"))
    if not (action := params.text("action")):
        raise bad_request("wrong parameter action in request")
    world.show("typing", chat, {"action": action})
    return True


def read_text(world: World, params: Parameters) -> JSON:
    """``text`` and ``entities`` of a call, refused where empty or too long."""
    if not params.text("text").strip():
        raise bad_request("message text is empty")
    return _formatted(world, params, "text", LONGEST_TEXT)


def read_caption(world: World, params: Parameters) -> JSON:
    """``caption`` and ``caption_entities`` of a call, {} without one."""
    return _formatted(world, params, "caption", LONGEST_CAPTION) if params.text("caption") else {}


def read_document(world: World, upload: Upload) -> JSON:
    """The Document of an upload, refused where Telegram would."""
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > LARGEST_UPLOAD:
        raise bad_request("file is too big")
    kept = world.files.keep(upload)
    return {"document": {**kept, "file_name": upload.name, "mime_type": upload.mime}}


def read_media(world: World, item: JSON, params: Parameters) -> JSON:
    """The content of an InputMedia object."""
    inner = Parameters({**item, item["type"]: item["media"]}, params.uploads)
    upload = inner.file(item["type"], world.files)
    if item["type"] == "photo":
        return {"photo": photo_sizes(world.files, upload), **read_caption(world, inner)}
    return read_document(world, upload) | read_caption(world, inner)


def link_preview(params: Parameters) -> JSON:
    """The link preview options of a call, kept as given."""
    options = params.value("link_preview_options", dict[str, Any])
    return {"link_preview_options": options} if options else {}


def _formatted(world: World, params: Parameters, field: str, longest: int) -> JSON:
    marks = "entities" if field == "text" else "caption_entities"
    given = () if params.text("parse_mode") else params.value(marks, list[Entity]) or ()
    text, entities = formatted_text(params.text(field), params.text("parse_mode"), given)
    if not text and field == "text":
        raise bad_request("text must be non-empty")
    if units(text) > longest:
        raise bad_request(f"message {'caption ' * (field == 'caption')}is too long")
    if len(entities) > MOST_ENTITIES:
        world.complaints.append(f"{len(entities)} entities, of which {MOST_ENTITIES} are kept")
    return {field: text} | ({marks: entities[:MOST_ENTITIES]} if entities else {})


def _send(world: World, params: Parameters, chat: Chat, content: JSON) -> JSON:
    keyboard = read_keyboard(params)
    thread = params.number("message_thread_id")
    if thread and chat.kind != "private" and thread not in chat.topics:
        raise bad_request("message thread not found")
    where = records.topic(thread) | _reply(params, chat)
    sender = {"sender_chat": chat.brief()} if chat.kind == "channel" else {"from": world.bot_user}
    return world.post(chat, sender, where | content | keyboard)


def _reply(params: Parameters, chat: Chat) -> JSON:
    """What the message answers; missing messages are refused unless the caller allows them."""
    given = params.value("reply_parameters", ReplyParameters) or {}
    number = given.get("message_id") or params.number("reply_to_message_id")
    if not number:
        return {}
    if message := chat.messages.get(number):
        return records.reply(chat, message)
    if given.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")

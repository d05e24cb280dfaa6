"""The shapes of the parameters that are objects or lists: what each method asks of them."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

_Count = Annotated[int, Meta(ge=0, le=2**31)]


class Entity(Struct):
    """A MessageEntity."""

    type: str
    offset: _Count
    length: _Count
    url: str | None = None


class Media(Struct):
    """An InputMedia object."""

    type: str
    media: str


class ReplyParameters(Struct):
    """What a message answers."""

    message_id: int
    allow_sending_without_reply: bool = False


class Command(Struct):
    """A BotCommand."""

    command: str = ""
    description: str = ""


class CommandScope(Struct):
    """A BotCommandScope."""

    type: str
    chat_id: int | str | None = None


class CopyText(Struct):
    """A CopyTextButton."""

    text: str


class Button(Struct):
    """An InlineKeyboardButton; what it must have is said in Telegram's words elsewhere."""

    text: str | None = None
    callback_data: str | None = None
    copy_text: CopyText | None = None


class InputText(Struct):
    """An InputTextMessageContent."""

    message_text: str
    parse_mode: str | None = None
    entities: tuple[Entity, ...] | None = None


class InlineResult(Struct):
    """An InlineQueryResultArticle: of the other kinds this Telegram knows none."""

    type: str
    id: str
    title: str
    input_message_content: InputText
    description: str | None = None


class ResultsButton(Struct):
    """An InlineQueryResultsButton."""

    text: str
    start_parameter: str = ""


class Markup(Struct):
    """An InlineKeyboardMarkup, or any other kind of keyboard."""

    inline_keyboard: tuple[tuple[Button, ...], ...] = ()

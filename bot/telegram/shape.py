"""The shape of an update: the fields that the bot reads, with their types in the Bot API.

python-telegram-bot takes any value for any field; what is wrong would show only where it is used.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, convert

Id = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
"""What SQLite can keep."""
Count = Annotated[int, Meta(ge=0, le=2**53)]
Time = Annotated[int, Meta(ge=0, lt=2**35)]
"""Seconds of the epoch, as far as datetime reaches."""


class _User(Struct):
    id: Id
    is_bot: bool
    first_name: str
    username: str | None = None


class _Chat(Struct):
    id: Id
    type: str


class _Entity(Struct):
    type: str
    offset: Count
    length: Count
    url: str | None = None


class _Document(Struct):
    file_id: str
    file_name: str | None = None
    mime_type: str | None = None
    file_size: Count | None = None


class _Origin(Struct):
    type: Literal["user", "hidden_user", "chat", "channel"]


class _ExternalReply(Struct):
    origin: _Origin
    document: _Document | None = None


class _Quote(Struct):
    text: str


class _Message(Struct, rename={"sender": "from"}):
    message_id: Id
    date: Time
    chat: _Chat
    sender: _User | None = None
    sender_chat: _Chat | None = None
    message_thread_id: Id | None = None
    is_topic_message: bool | None = None
    is_automatic_forward: bool | None = None
    edit_date: Time | None = None
    media_group_id: str | None = None
    migrate_to_chat_id: Id | None = None
    text: str | None = None
    caption: str | None = None
    entities: tuple[_Entity, ...] = ()
    caption_entities: tuple[_Entity, ...] = ()
    document: _Document | None = None
    rich_message: dict[str, Any] | None = None
    forward_origin: _Origin | None = None
    reply_to_message: _Message | None = None
    external_reply: _ExternalReply | None = None
    quote: _Quote | None = None
    via_bot: _User | None = None
    guest_query_id: str | None = None


class _Query(Struct, rename={"sender": "from"}):
    id: str
    sender: _User
    message: _Message | None = None
    inline_message_id: str | None = None
    data: str | None = None


class _InlineQuery(Struct, rename={"sender": "from"}):
    id: str
    sender: _User
    query: str
    offset: str


class _Member(Struct):
    status: str
    user: _User


class _MemberChange(Struct, rename={"sender": "from"}):
    chat: _Chat
    sender: _User
    date: Time
    old_chat_member: _Member
    new_chat_member: _Member


class _Update(Struct):
    update_id: Count
    message: _Message | None = None
    edited_message: _Message | None = None
    guest_message: _Message | None = None
    callback_query: _Query | None = None
    inline_query: _InlineQuery | None = None
    my_chat_member: _MemberChange | None = None


def check_shape(update: object) -> None:
    """Do nothing for an update of the right shape; more fields than these do not matter.

    Raises:
        ValueError: a field is missing, or its value is of another type.
    """
    convert(update, _Update)

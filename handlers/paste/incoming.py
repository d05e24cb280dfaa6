"""One Telegram message to what its sender gave: text, a file, a command, and for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from telegram import Document as TelegramDocument
from telegram import Message, MessageEntity, Update, User
from telegram.constants import ChatType
from telegram.ext.filters import StatusUpdate

from handlers.paste.rich import Flat, HiddenLink, flatten
from handlers.protocols import Sender

Kind = Literal["text", "document", "other", "service"]
"""``other``: a voice, a poll, a sticker; ``service``: what nobody wrote ("Ann joined")."""

_EVENT = re.compile(r"(?:ed|_set|_sent|_paid)$|^(?:new|left)_")
"""How Telegram names the fields of service messages: new ones come with each year."""
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Document:
    """A file as Telegram announces it; ``size`` in bytes, None where it does not say."""

    file: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """``/name`` at the beginning of a text; the argument starts at character ``end``.

    ``to_me``: it names this bot, as in ``/name@bot``.
    """

    name: str
    end: int
    to_me: bool = False


@dataclass(frozen=True, slots=True)
class Replied:
    """What a message replies to: the part that its sender marked, or all of it.

    Of a message in another chat only a quote or a file is seen. ``message`` is its id, None in
    another chat and of a part; ``ours``: the bot wrote it.
    """

    message: int | None
    text: str = ""
    links: tuple[HiddenLink, ...] = ()
    document: Document | None = None
    origin: str | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """What one message gives.

    ``text`` is the text or caption as sent, the command included, newlines kept; ``date`` counts
    seconds of the epoch; ``origin`` tells whom it was forwarded from; ``addressed``: the bot is to
    answer it; ``media``: the text stands below a picture, a video or a sound; ``language`` is the
    code of the one that its sender's client is set to.
    """

    sender: Sender
    message: int
    date: float = 0.0
    kind: Kind = "text"
    text: str = ""
    links: tuple[HiddenLink, ...] = ()
    document: Document | None = None
    media: bool = False
    album: str | None = None
    command: Command | None = None
    reply: Replied | None = None
    origin: str | None = None
    private: bool = True
    addressed: bool = True
    edited: bool = False
    language: str | None = None

    @property
    def argument(self) -> str:
        """The text after the command, or all of it."""
        return self.text[self.command.end :] if self.command else self.text

    @property
    def content(self) -> tuple[object, ...]:
        """What an edit can change."""
        return self.text, self.links, self.document


def read_message(message: Message, me: User) -> Incoming:
    """What ``message`` gives to the bot that is ``me``; works on edited messages too."""
    flat = _flat(message)
    kind = _kind(message, flat.text)
    private = message.chat.type == ChatType.PRIVATE
    command = _command(flat.text, me, private=private)
    reply = _replied(message, me)
    return Incoming(
        sender=_sender(message),
        message=message.message_id,
        date=message.date.timestamp(),
        kind=kind,
        text=flat.text,
        links=flat.links,
        document=_document(message.document) if kind == "document" else None,
        media=kind == "text" and bool(message.effective_attachment),
        album=message.media_group_id,
        command=command,
        reply=reply,
        origin=_origin(message),
        private=private,
        addressed=_addressed(message, kind, me)
        and (private or bool(command or (reply and reply.ours))),
        edited=message.edit_date is not None,
        language=message.from_user.language_code if message.from_user else None,
    )


def read_target(incoming: Incoming) -> Incoming | None:
    """What a command replies to, as if it were sent by whom commands."""
    target = incoming.reply
    if target is None or target.ours or not (target.text or target.document):
        return None
    return Incoming(
        sender=incoming.sender,
        message=incoming.message if target.message is None else target.message,
        date=incoming.date,
        kind="document" if target.document else "text",
        text=target.text,
        links=target.links,
        document=target.document,
        origin=target.origin,
        private=incoming.private,
        language=incoming.language,
    )


def _flat(message: Message) -> Flat:
    """Text, caption or rich message; hidden links as characters, not as UTF-16 units."""
    rich = message.api_kwargs.get("rich_message")
    if isinstance(rich, dict):
        return flatten(rich)
    text = message.text or message.caption or ""
    entities = message.entities if message.text else message.caption_entities
    return Flat(
        text, tuple(_hidden(text, e) for e in entities if e.type == MessageEntity.TEXT_LINK)
    )


def _hidden(text: str, entity: MessageEntity) -> HiddenLink:
    units = text.encode("utf-16-le")
    before = units[: 2 * entity.offset].decode("utf-16-le", "ignore")
    label = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
    return HiddenLink(len(before), len(label.decode("utf-16-le", "ignore")), entity.url or "")


def _kind(message: Message, text: str) -> Kind:
    if message.document and not message.animation:
        return "document"
    if text:
        return "text"
    is_service = StatusUpdate.ALL.check_update(Update(0, message=message))
    return "service" if is_service or any(map(_EVENT.search, message.api_kwargs)) else "other"


def _command(text: str, me: User, *, private: bool) -> Command | None:
    """A command for this bot; in private there is no other, whatever the command names.

    Names are folded to lower case, phones like to raise the first.
    """
    found = _COMMAND.match(text)
    if not found:
        return None
    to_me = (found[2] or "").lower() == (me.username or "").lower()
    is_anothers = found[2] and not to_me and not private
    return None if is_anothers else Command(found[1].lower(), found.end(), to_me=to_me)


def _replied(message: Message, me: User) -> Replied | None:
    """The message replied to; in a topic each message "replies" to the topic's beginning."""
    target = message.reply_to_message
    if target and not target.forum_topic_created:
        ours = bool(target.from_user and target.from_user.id == me.id)
        if message.quote and message.quote.is_manual and not ours:
            return Replied(None, message.quote.text, (), None, _origin(target))
        flat = _flat(target)
        return Replied(
            target.message_id,
            flat.text,
            flat.links,
            _document(target.document) if not target.animation else None,
            _origin(target),
            ours=ours,
        )
    if message.external_reply:
        quote = message.quote.text if message.quote else ""
        return Replied(None, quote, (), _document(message.external_reply.document))
    return None


def _document(document: TelegramDocument | None) -> Document | None:
    if document is None:
        return None
    return Document(document.file_id, document.file_name, document.mime_type, document.file_size)


def _sender(message: Message) -> Sender:
    """Whoever speaks: an anonymous admin speaks as the group.

    ``message_thread_id`` names a topic only in a topic; elsewhere it follows chains of replies.
    """
    who = message.sender_chat or message.from_user or message.chat
    thread = message.message_thread_id if message.is_topic_message else None
    return Sender(message.chat.id, who.id, thread)


def _origin(message: Message) -> str | None:
    """One name for all messages forwarded from the same writer."""
    origin = message.forward_origin
    if origin is None:
        return None
    fields = origin.to_dict()
    who = fields.get("sender_user") or fields.get("sender_chat") or fields.get("chat") or {}
    return f"{origin.type}:{who.get('id') or fields.get('sender_user_name')}"


def _addressed(message: Message, kind: Kind, me: User) -> bool:
    """Whether anybody wrote it for others to answer: not channels, nor what they pass on.

    What was chosen from the bot's own suggestions needs no answer.
    """
    passed_on = message.chat.type == ChatType.CHANNEL or message.is_automatic_forward
    is_own = message.via_bot is not None and message.via_bot.id == me.id
    return kind != "service" and not passed_on and not is_own

"""What a Telegram message gives, read from messages as the Bot API sends them."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.paste.incoming import Command, Document, Incoming, read_message
from handlers.paste.rich import HiddenLink
from handlers.protocols import Sender
from tests.handlers.paste.manual_clock import ANN, BOB, GROUP, ME, START, message

FILE = {
    "file_id": "f",
    "file_unique_id": "u",
    "file_name": "talk.vtt",
    "mime_type": "text/vtt",
    "file_size": 9,
}


def read(text: str = "", **fields: Any) -> Incoming:  # noqa: ANN401 - JSON
    return read_message(message(text, **fields), ME)


@pytest.mark.parametrize(
    ("text", "name", "argument"),
    [
        ("/digest", "digest", ""),
        ("/digest@digest_bot", "digest", ""),
        ("/Digest@DIGEST_BOT a  b\n\nc ", "digest", "a  b\n\nc "),
        ("/digest@other_bot now", "digest", "now"),
        ("/digest\nHow bread rises\nAnn", "digest", "How bread rises\nAnn"),
        ("/links https://mill.org", "links", "https://mill.org"),
    ],
)
def test_a_command_keeps_the_newlines_of_its_argument(text: str, name: str, argument: str) -> None:
    incoming = read(text)
    assert incoming.command
    assert (incoming.command.name, incoming.argument) == (name, argument)


@pytest.mark.parametrize("text", ["/", "1/2", "see /digest", "/dígest"])
def test_what_is_no_command_of_this_bot_is_text(text: str) -> None:
    incoming = read(text)
    assert incoming.command is None
    assert incoming.argument == text


def test_in_a_group_another_bots_command_is_text() -> None:
    assert read("/digest@other_bot now", chat=GROUP).command is None
    assert read("/digest@digest_bot now", chat=GROUP).command == Command("digest", 19, to_me=True)


def test_a_caption_is_read_like_a_text() -> None:
    incoming = read(document=FILE, caption="/digest of May")
    assert incoming.kind == "document"
    assert incoming.command == Command("digest", 8)
    assert incoming.argument == "of May"
    assert incoming.document == Document("f", "talk.vtt", "text/vtt", 9)


def test_hidden_links_are_counted_in_characters() -> None:
    entity = {"type": "text_link", "offset": 3, "length": 7, "url": "https://mill.org"}
    incoming = read("😀 mill 😀", entities=[entity, {"type": "bold", "offset": 0, "length": 2}])
    assert incoming.links == (HiddenLink(2, 6, "https://mill.org"),)
    captioned = read(document=FILE, caption="mill", caption_entities=[{**entity, "offset": 0}])
    assert captioned.links == (HiddenLink(0, 4, "https://mill.org"),)


RICH = {"blocks": [{"type": "paragraph", "text": "/digest"}, {"type": "pre", "text": "A page"}]}


def test_a_rich_message_is_text_like_any_other() -> None:
    incoming = read(rich_message=RICH)
    assert (incoming.kind, incoming.text) == ("text", "/digest\nA page")
    assert incoming.argument == "A page"


def test_a_rich_message_is_read_in_a_reply_too() -> None:
    target = message(rich_message=RICH, chat=GROUP).to_dict()
    incoming = read("/digest", chat=GROUP, reply_to_message=target)
    assert incoming.reply
    assert incoming.reply.text == "/digest\nA page"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": "hello"}, "text"),
        ({"document": FILE}, "document"),
        ({"voice": {"file_id": "v", "file_unique_id": "u", "duration": 3}}, "other"),
        ({"sticker": {"emoji": "x"}}, "other"),
        ({"hologram": {"file_id": "h"}}, "other"),
        ({"new_chat_members": [{"id": BOB, "is_bot": False, "first_name": "Bob"}]}, "service"),
        ({"chat_theme_blended": {"theme": "rye"}}, "service"),
        ({"pinned_message": message("hello").to_dict()}, "service"),
    ],
)
def test_a_message_is_text_a_document_a_service_message_or_something_else(
    fields: dict[str, Any], kind: str
) -> None:
    if "sticker" in fields:
        size = {"width": 9, "height": 9, "is_animated": False, "is_video": False, "type": "regular"}
        fields = {"sticker": {"file_id": "s", "file_unique_id": "u", **size}}
    assert read(**fields).kind == kind


def test_an_animation_is_no_file_to_read() -> None:
    picture = {**FILE, "width": 1, "height": 1, "duration": 1}
    assert read(animation=picture, document=FILE).kind == "other"


def test_in_private_all_is_addressed_but_what_nobody_wrote() -> None:
    assert read("hello").addressed
    assert read("hello").private
    assert not read(group_chat_created=True).addressed


OWN = {"from": {"id": ME.id, "is_bot": True, "first_name": "Digest"}, "text": "A digest"}


def of_the_group(**fields: object) -> dict[str, object]:
    return {"message_id": 3, "date": START, "chat": {"id": GROUP, "type": "supergroup"}, **fields}


@pytest.mark.parametrize(
    ("fields", "addressed"),
    [
        ({"text": "hello"}, False),
        ({"text": "/digest"}, True),
        ({"text": "/digest@other_bot"}, False),
        ({"text": "thanks", "reply_to_message": of_the_group(**OWN)}, True),
        ({"text": "thanks", "reply_to_message": of_the_group(text="hm")}, False),
        ({"document": FILE}, False),
        ({"document": FILE, "caption": "/digest"}, True),
        ({"text": "/digest", "is_automatic_forward": True}, False),
    ],
)
def test_in_a_group_only_commands_and_replies_to_the_bot_are_addressed(
    fields: dict[str, Any], addressed: bool
) -> None:
    incoming = read(chat=GROUP, **fields)
    assert incoming.addressed is addressed
    assert not incoming.private


def test_a_channel_post_is_never_addressed() -> None:
    post = message("/digest", chat=GROUP).to_dict()
    post["chat"] = {"id": GROUP, "type": "channel", "title": "News"}
    del post["from"]
    fresh = message(**{**post, "chat": GROUP})
    assert read_message(fresh, ME).addressed
    channel = type(fresh).de_json(post, None)
    assert channel
    assert not read_message(channel, ME).addressed
    assert read_message(channel, ME).sender == Sender(GROUP, GROUP)


def test_an_anonymous_admin_speaks_as_the_group() -> None:
    chat = {"id": GROUP, "type": "supergroup", "title": "Chat"}
    incoming = read("/digest", chat=GROUP, sender_chat=chat)
    assert incoming.sender == Sender(GROUP, GROUP)


def test_a_thread_counts_only_in_a_topic() -> None:
    assert read("x", chat=GROUP, message_thread_id=5).sender.thread is None
    topic = read("x", chat=GROUP, message_thread_id=5, is_topic_message=True)
    assert topic.sender == Sender(GROUP, ANN, 5)


def test_the_beginning_of_a_topic_is_no_reply() -> None:
    made = {"forum_topic_created": {"name": "Bread", "icon_color": 1}}
    opening = of_the_group(**{**OWN, **made})
    incoming = read("hello", chat=GROUP, reply_to_message=opening)
    assert incoming.reply is None
    assert not incoming.addressed


def test_of_a_message_in_another_chat_the_quote_and_the_file_are_read() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Cora", "date": START}
    external = {"origin": origin, "document": FILE}
    quote = {"text": "the dough", "position": 0}
    incoming = read("/digest", external_reply=external, quote=quote)
    assert incoming.reply
    assert (incoming.reply.message, incoming.reply.text) == (None, "the dough")
    assert incoming.reply.document
    bare = read("/digest", external_reply={"origin": origin})
    assert bare.reply
    assert (bare.reply.text, bare.reply.document) == ("", None)


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ({"type": "user", "sender_user": {"id": 5, "is_bot": False, "first_name": "C"}}, "user:5"),
        ({"type": "hidden_user", "sender_user_name": "Cora"}, "hidden_user:Cora"),
        ({"type": "chat", "sender_chat": {"id": -9, "type": "group"}}, "chat:-9"),
        ({"type": "channel", "chat": {"id": -8, "type": "channel"}, "message_id": 1}, "channel:-8"),
    ],
)
def test_forwarded_messages_tell_whose_they_are(origin: dict[str, Any], name: str) -> None:
    assert read("x", forward_origin={**origin, "date": START}).origin == name


def test_an_edited_message_says_so() -> None:
    assert read("x", edit_date=START + 1).edited
    assert not read("x").edited
    assert read("x").date == START

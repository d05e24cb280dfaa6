"""Chats as programs export them to JSON: people are told from what programs write."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer import read_page
from summarizer.datafiles.layouts import chats


def _garbled(text: str) -> str:
    """``text`` as Messenger writes it: its bytes as letters of Latin-1."""
    return text.encode().decode("latin-1")


def _discord(kind: str, text: str, who: str = "una") -> dict[str, Any]:
    author = {"id": who, "name": who, "nickname": who.title(), "isBot": False}
    time = "2025-06-03T19:12:00.000+00:00"
    return {"id": text, "type": kind, "timestamp": time, "content": text, "author": author}


def _slack(who: str, text: str, **more: object) -> dict[str, Any]:
    return {"type": "message", "user": who, "text": text, "ts": "1748970000.000100", **more}


def _messenger(who: str, **more: object) -> dict[str, Any]:
    return {"sender_name": _garbled(who), "timestamp_ms": 1748970000000, **more}


UNA = {"real_name": "Una May", "display_name": "una"}
EXPORTS: dict[str, tuple[Any, list[tuple[str | None, str]]]] = {
    "Discord": (
        {
            "guild": {"id": "1", "name": "Beds"},
            "messages": [
                _discord("GuildMemberJoin", "Joined the server.", "pat"),
                _discord("Default", "Who waters?"),
                _discord("ChannelPinnedMessage", "Pinned a message."),
                _discord("ThreadCreated", "Started a thread."),
                _discord("Reply", "Me", "pat"),
            ],
        },
        [("Una", "Who waters?"), ("Pat", "Me")],
    ),
    "Slack with profiles": (
        [
            _slack("U0BEDS1", "Who reads <https://beds.example/a|the plan>?", user_profile=UNA),
            _slack("U0BEDS2", "<@U0BEDS2> has joined the channel", subtype="channel_join"),
            _slack("U0BEDS2", "<@U0BEDS1> me &amp; <!here>"),
        ],
        [("Una May", "Who reads the plan?"), (None, "@Una May me & @here")],
    ),
    "Slack with its users": (
        {
            "users": [{"id": "U0BEDS2", "name": "pat", "profile": {"real_name": "Pat Doe"}}],
            "messages": [_slack("U0BEDS2", "see <#C0BEDS|water> or <https://beds.example/b>")],
        },
        [("Pat Doe", "see #water or https://beds.example/b")],
    ),
    "Telegram": (
        {
            "name": "Beds",
            "messages": [
                {"id": 1, "type": "service", "date": "2025-06-03T19:12:00", "actor": "Una",
                 "action": "pin_message", "text": ""},
                {"id": 2, "type": "message", "date": "2025-06-03T19:12:10", "from": "Una",
                 "text": ["Who reads ", {"type": "link", "text": "https://beds.example/a"}, "?"]},
                {"id": 3, "type": "message", "date": "2025-06-03T19:12:20", "from": "Pat",
                 "photo": "(File not included. Change data exporting settings to download.)",
                 "text": ""},
                {"id": 4, "type": "message", "date": "2025-06-03T19:12:30", "from": "Pat",
                 "text": "Me"},
            ],
        },
        [("Una", "Who reads https://beds.example/a?"), ("Pat", "Me")],
    ),
    "Messenger": (
        {
            "participants": [{"name": _garbled("Zoë Grün")}, {"name": "Pat"}],
            "messages": [
                _messenger("Zoë Grün", content=_garbled("Wer gießt? 🌱")),
                _messenger("Pat", content="Pat sent an attachment."),
                _messenger("Pat", photos=[{"uri": "hose.jpg"}]),
                _messenger("Pat", content="Pat named the group Beds.", type="Generic"),
                _messenger("Pat", content=_garbled("Я")),
            ],
            "title": "Beds",
        },
        [("Zoë Grün", "Wer gießt? 🌱"), ("Pat", "Я")],
    ),
    "Messenger, end to end": (
        {
            "participants": ["Zoë", "Pat"],
            "messages": [
                {"senderName": "Zoë", "text": "Wer gießt?", "timestamp": 1, "type": "text"},
                {"senderName": "Pat", "text": "", "timestamp": 2, "type": "placeholder"},
            ],
        },
        [("Zoë", "Wer gießt?")],
    ),
    "Teams": (
        {
            "value": [
                {"messageType": "message", "from": {"user": {"displayName": "Una May"}},
                 "body": {"content": "<p>Who <b>waters</b>?</p>"}},
                {"messageType": "systemEventMessage", "from": None,
                 "body": {"content": "<systemEventMessage/>"}},
            ]
        },
        [("Una May", "Who waters?")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("value", "said"), EXPORTS.values(), ids=EXPORTS)
def test_a_chat_in_json_is_what_people_say_in_it(
    value: object, said: list[tuple[str | None, str]]
) -> None:
    comments = read_page(json.dumps(value)).comments
    assert [(comment.author, comment.text) for comment in comments] == said


def test_comments_of_a_site_are_no_chat() -> None:
    assert not chats.sniff({"comments": [{"author": "una", "text": "lovely", "likes": 2}]})


def test_a_chat_in_which_nobody_says_anything_is_refused() -> None:
    joined = _slack("U0BEDS2", "<@U0BEDS2> has joined the channel", subtype="channel_join")
    assert chats.read([joined, joined]) is None


def test_a_message_of_a_kind_that_is_no_word_is_nobodys() -> None:
    sent = {"sender_name": "Una", "timestamp_ms": 1710230400000, "content": "Is it open?"}
    messages = [{**sent, "type": "Generic"}, {**sent, "type": ["Generic"]}]
    page = chats.read({"messages": messages})
    assert page is not None
    assert [comment.text for comment in page.comments] == ["Is it open?"]


def test_no_more_messages_are_read_than_a_digest_can_speak_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chats, "MOST_PIECES", 2)
    page = chats.read([_slack("U0BEDS1", f"words {i}") for i in range(4)])
    assert page is not None
    assert [comment.text for comment in page.comments] == ["words 0", "words 1"]
    assert [(one.kind, one.found) for one in page.omissions] == [("too-long", 2)]

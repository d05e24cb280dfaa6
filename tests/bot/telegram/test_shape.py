"""An update with any value in any place is read, or left out: never a traceback."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot, Update, User

from bot.telegram.tolerant import readable
from handlers.reception import is_addressed
from tests.bot import updates

BOT = Bot("123456:made-up")
ME = User(42, "Digest", is_bot=True, username="digest_bot")
ANN = {"id": 7, "is_bot": False, "first_name": "Ann", "username": "ann"}
ITSELF = {"id": 42, "is_bot": True, "first_name": "Digest"}
CLUB = {"id": -100, "type": "supergroup", "title": "Club", "is_forum": True}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ann"}
MARKS = [{"type": "text_link", "offset": 0, "length": 2, "url": "http://example.org/"}]
FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "a.txt", "file_size": 5}
FROM_ANN = {"type": "user", "date": 1, "sender_user": ANN}
FROM_CLUB = {"type": "channel", "date": 1, "chat": CLUB, "message_id": 4}
BLOCKS = [{"type": "paragraph", "text": ["a", {"type": "url", "text": "b", "url": "http://b.c"}]}]


def message(chat: dict[str, Any], **content: object) -> dict[str, Any]:
    return {"message_id": 5, "date": 1_700_000_000, "chat": chat, "from": ANN, **content}


ANSWERED = {**message(CLUB, text="hi", entities=MARKS), "from": ITSELF}
TALK = message(
    CLUB,
    text="/digest abc",
    entities=MARKS,
    message_thread_id=3,
    is_topic_message=True,
    reply_to_message=ANSWERED,
    forward_origin=FROM_ANN,
    edit_date=1_700_000_001,
    media_group_id="1",
)
WHOLE: list[dict[str, Any]] = [
    {"message": TALK},
    {
        "edited_message": message(
            PRIVATE,
            caption="/digest",
            caption_entities=MARKS,
            document=FILE,
            external_reply={"origin": FROM_CLUB, "document": FILE},
            quote={"text": "q", "position": 0},
        )
    },
    {"message": message(PRIVATE, rich_message={"blocks": BLOCKS})},
    {"message": message(CLUB, migrate_to_chat_id=-5)},
    {
        "callback_query": {
            "id": "1",
            "from": ANN,
            "chat_instance": "1",
            "data": "x",
            "message": TALK,
        }
    },
    {
        "my_chat_member": {
            "chat": CLUB,
            "from": ANN,
            "date": 1,
            "old_chat_member": {"status": "left", "user": ITSELF},
            "new_chat_member": {"status": "member", "user": ITSELF},
        }
    },
]
STRANGE: list[object] = [
    *(None, True, 0, -1, 2**70, 1e300, float("nan"), "", "x", "\ud800"),
    *([], {}, [None], [[]], [1], {"a": 1}),
]


def places(value: object, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value inside."""
    if before:
        yield before
    inner = enumerate(value) if isinstance(value, list) else ()
    for key, each in value.items() if isinstance(value, dict) else inner:
        yield from places(each, (*before, key))


CASES = [(whole, place) for whole in WHOLE for place in places(whole)]


@settings(max_examples=300)
@given(st.sampled_from(CASES), st.sampled_from(STRANGE))
def test_whatever_stands_in_an_update_it_can_be_dispatched_and_kept(
    case: tuple[dict[str, Any], tuple[Any, ...]], strange: object
) -> None:
    whole, (*way, last) = case
    damaged = inner = {"update_id": 1, **copy.deepcopy(whole)}
    for key in way:
        inner = inner[key]
    inner[last] = strange
    update = Update.de_json(readable(damaged), BOT)
    is_addressed(update, ME)
    json.loads(update.to_json())


def test_updates_as_telegram_sends_them_stay_whole() -> None:
    for whole in (*WHOLE, json.loads(updates.message(7).to_json())):
        update = {"update_id": 1, **whole}
        assert readable(update) is update

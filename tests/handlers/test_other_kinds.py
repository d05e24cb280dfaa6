"""What is neither text nor a file: one line in private, silence in a group."""

from __future__ import annotations

from bot.local.telegram import Telegram
from tests.telegram import Running

_FILE = {"file_id": "a", "file_unique_id": "b"}
_SIZE = {**_FILE, "width": 8, "height": 8}
_SHOP = {"title": "Mill", "description": "Flour", "start_parameter": "x"}
_CHAT = {"id": -1001, "type": "channel", "title": "Mill"}
_DRAW = {"winners_selection_date": 1_700_000_000, "winner_count": 1}
_POLL = {
    "id": "1",
    "question": "Rye?",
    "options": [{"text": "yes", "voter_count": 0, "persistent_id": "y"}],
    "total_voter_count": 0,
    "type": "regular",
    **dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers"), False),
    **dict.fromkeys(("allows_revoting", "members_only"), False),
}
KINDS: dict[str, object] = {
    "animation": {**_SIZE, "duration": 3},
    "audio": {**_FILE, "duration": 3},
    "checklist": {"title": "Shopping", "tasks": [{"id": 1, "text": "flour"}]},
    "contact": {"phone_number": "1", "first_name": "C"},
    "dice": {"emoji": "🎲", "value": 3},
    "game": {"title": "Dough", "description": "Fold", "photo": [_SIZE]},
    "giveaway": {"chats": [_CHAT], **_DRAW},
    "giveaway_winners": {"chat": _CHAT, "giveaway_message_id": 1, "winners": [], **_DRAW},
    "invoice": {**_SHOP, "currency": "EUR", "total_amount": 1},
    "location": {"longitude": 1.0, "latitude": 2.0},
    "of_tomorrow": {"unknown": "to us"},
    "paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]},
    "photo": [_SIZE],
    "poll": _POLL,
    "sticker": {**_SIZE, "type": "regular", "is_animated": False, "is_video": False},
    "story": {"chat": {"id": 5, "type": "private"}, "id": 3},
    "venue": {"location": {"longitude": 1.0, "latitude": 2.0}, "title": "Mill", "address": "Hill"},
    "video": {**_SIZE, "duration": 3},
    "video_note": {**_FILE, "length": 3, "duration": 3},
    "voice": {**_FILE, "duration": 3},
}
SERVICE: dict[str, object] = {
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 3},
    "pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}},
    "write_access_allowed": {},
}


async def test_each_kind_gets_one_line_in_private(telegram: Telegram, bot: Running) -> None:
    people = {kind: telegram.person(kind) for kind in KINDS}
    for kind, person in people.items():
        person.sends({kind: KINDS[kind]})
    await bot.idle()
    for kind, person in people.items():
        replies = [reply["text"] for reply in telegram.said(person.private)]
        assert [reply.startswith("I read text and files") for reply in replies] == [True], kind


async def test_what_nobody_wrote_gets_none(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    for kind, content in SERVICE.items():
        ann.sends({kind: content})
    await bot.idle()
    assert telegram.said(ann.private) == []


async def test_in_a_group_all_of_it_is_silence(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    for kind, content in (KINDS | SERVICE).items():
        ann.sends({kind: content}, group)
    await bot.idle()
    assert telegram.said(group) == []

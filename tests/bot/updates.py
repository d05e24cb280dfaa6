"""Updates as Telegram sends them, for the tests."""

from __future__ import annotations

from telegram import Bot, Update

BOT = Bot("123456:made-up")


def message(number: int, text: str = "a page", **fields: object) -> Update:
    """An update with a private message; both have the same number."""
    content = {
        "message_id": number,
        "date": 1_700_000_000,
        "chat": {"id": 7, "type": "private", "first_name": "Anna"},
        "from": {"id": 7, "is_bot": False, "first_name": "Anna"},
        "text": text,
        **fields,
    }
    update = Update.de_json({"update_id": number, "message": content}, BOT)
    assert update is not None
    return update

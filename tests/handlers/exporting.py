"""The way to a file that Export offers."""

from __future__ import annotations

from bot.local.world.chats import JSON
from bot.local.world.people import Person


def asks_for_file(person: Person, reply: JSON, kind: str) -> JSON:
    """Press the button of that format in the view that Export opens."""
    rows = reply["reply_markup"]["inline_keyboard"]
    [data] = [b["callback_data"] for row in rows for b in row if b["text"] == "Export"]
    return person.press_data(reply, data.replace(":export:", f":{kind}:"))

"""What a person can do on the chat page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.local.server.site import Site
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person

_Files = Sequence[tuple[str, bytes]]
_LARGEST_ALBUM = 10


def perform(site: Site, name: str, action: JSON, files: _Files) -> JSON:
    """Carry out an action by its name; ``action`` says in which chat, and ``as`` whom."""
    person = site.people[action.get("as", 0)]
    chat = site.telegram.world.chats[action["chat"]]
    if files:
        return _send_files(person, chat, action, files)
    if name == "example":
        action["text"] = site.example
    return _ACTIONS[name](person, chat, action)


def _paste(person: Person, chat: Chat, action: JSON) -> JSON:
    reply_to = chat.messages.get(action.get("reply_to", 0))
    client = action.get("client", "desktop")
    person.pastes(action["text"], chat, client=client, reply_to=reply_to)
    return {}


def _press(person: Person, chat: Chat, action: JSON) -> JSON:
    press = person.press_data(chat.messages[action["message"]], action["data"])
    return {"press": press["id"]}


def _edit(person: Person, chat: Chat, action: JSON) -> JSON:
    person.edits(chat.messages[action["message"]], action["text"])
    return {}


def _send_files(person: Person, chat: Chat, action: JSON, files: _Files) -> JSON:
    """One file with its caption, or albums of ten."""
    caption = action.get("caption", "")
    if len(files) == 1:
        reply_to = chat.messages.get(action.get("reply_to", 0))
        person.sends_file(*files[0], caption, chat, reply_to=reply_to)
        return {}
    for start in range(0, len(files), _LARGEST_ALBUM):
        person.sends_album(files[start : start + _LARGEST_ALBUM], caption, chat)
        caption = ""
    return {}


_ACTIONS: dict[str, Callable[[Person, Chat, JSON], JSON]] = {
    "edit": _edit,
    "example": _paste,
    "paste": _paste,
    "press": _press,
}

"""What a person can do on the chat page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.local.chats import JSON, Chat
from bot.local.guard import Site
from bot.local.people import Person

_Files = Sequence[tuple[str, bytes]]
_LARGEST_ALBUM = 10


def do(site: Site, name: str, act: JSON, files: _Files) -> JSON:
    """Carry out an act by name; ``act`` names the chat and, in a group, who speaks."""
    person = site.people[act.get("as", 0)]
    chat = site.telegram.world.chats[act["chat"]]
    if files:
        return _send_files(person, chat, act, files)
    if name == "example":
        act["text"] = site.example
    return _ACTS[name](person, chat, act)


def _paste(person: Person, chat: Chat, act: JSON) -> JSON:
    reply_to = chat.messages.get(act.get("reply_to", 0))
    client = act.get("client", "desktop")
    person.pastes(act["text"], chat, client=client, reply_to=reply_to)
    return {}


def _press(person: Person, chat: Chat, act: JSON) -> JSON:
    press = person.press_data(chat.messages[act["message"]], act["data"])
    return {"press": press["id"]}


def _edit(person: Person, chat: Chat, act: JSON) -> JSON:
    person.edits(chat.messages[act["message"]], act["text"])
    return {}


def _send_files(person: Person, chat: Chat, act: JSON, files: _Files) -> JSON:
    """One file with its caption, or albums of ten."""
    caption = act.get("caption", "")
    if len(files) == 1:
        reply_to = chat.messages.get(act.get("reply_to", 0))
        person.sends_file(*files[0], caption, chat, reply_to=reply_to)
        return {}
    for start in range(0, len(files), _LARGEST_ALBUM):
        person.sends_album(files[start : start + _LARGEST_ALBUM], caption, chat)
        caption = ""
    return {}


_ACTS: dict[str, Callable[[Person, Chat, JSON], JSON]] = {
    "edit": _edit,
    "example": _paste,
    "paste": _paste,
    "press": _press,
}

"""What a person can do on the chat page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from bot.local.server.site import Site
from bot.local.text.cutters import Client
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person

_Files = Sequence[tuple[str, bytes]]
_LARGEST_ALBUM = 10


class Action(Struct, rename={"person": "as"}):
    """In which chat, and as whom, something is done; the rest is for the actions that need it."""

    chat: int
    person: int = 0
    text: str = ""
    caption: str = ""
    message: int = 0
    data: str = ""
    reply_to: int = 0
    client: Client = "desktop"


def perform(site: Site, name: str, action: Action, files: _Files) -> JSON:
    """Carry out an action by its name; KeyError or IndexError where that names nothing."""
    person = site.people[action.person]
    chat = site.telegram.world.chats[action.chat]
    if files:
        return _send_files(person, chat, action, files)
    if name == "example":
        action.text = site.example
    return _ACTIONS[name](person, chat, action)


def _paste(person: Person, chat: Chat, action: Action) -> JSON:
    reply_to = chat.messages.get(action.reply_to)
    person.pastes(action.text, chat, client=action.client, reply_to=reply_to)
    return {}


def _press(person: Person, chat: Chat, action: Action) -> JSON:
    press = person.press_data(chat.messages[action.message], action.data)
    return {"press": press["id"]}


def _type(person: Person, chat: Chat, action: Action) -> JSON:
    query = person.types(action.text, chat, action.data)
    return {"query": query["id"], "answer": query["answer"]}


def _choose(person: Person, chat: Chat, action: Action) -> JSON:
    person.chooses(person.world.elsewhere.inline[action.data], action.message, chat)
    return {}


def _edit(person: Person, chat: Chat, action: Action) -> JSON:
    person.edits(chat.messages[action.message], action.text)
    return {}


def _send_files(person: Person, chat: Chat, action: Action, files: _Files) -> JSON:
    """One file with its caption, or albums of ten."""
    caption = action.caption
    if len(files) == 1:
        reply_to = chat.messages.get(action.reply_to)
        person.sends_file(*files[0], caption, chat, reply_to=reply_to)
        return {}
    for start in range(0, len(files), _LARGEST_ALBUM):
        person.sends_album(files[start : start + _LARGEST_ALBUM], caption, chat)
        caption = ""
    return {}


_ACTIONS: dict[str, Callable[[Person, Chat, Action], JSON]] = {
    "choose": _choose,
    "edit": _edit,
    "example": _paste,
    "paste": _paste,
    "press": _press,
    "type": _type,
}

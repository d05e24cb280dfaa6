"""What a person does in Telegram: says, pastes, sends, presses, edits, forwards, adds, blocks."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Sequence

from bot.local.text.cutters import Client, cut
from bot.local.text.entities import units
from bot.local.text.formatted import LONGEST_TEXT, formatted_text
from bot.local.world import elsewhere, records
from bot.local.world.chats import JSON, Chat
from bot.local.world.files import Upload
from bot.local.world.pictures import photo_sizes
from bot.local.world.state import World


class Person:
    """A user; ``private`` is the chat with the bot, where all goes unless told otherwise."""

    def __init__(self, world: World, user: JSON) -> None:
        self.world = world
        self.user = user
        about: JSON = {key: user[key] for key in ("first_name", "username") if key in user}
        self.private = world.open_chat("private", about, user["id"])
        self.private.members[user["id"]] = "member"

    def says(
        self,
        text: str,
        chat: Chat | None = None,
        *,
        reply_to: JSON | None = None,
        thread: int | None = None,
    ) -> JSON:
        """Send one message that fits; a longer text is for ``pastes``."""
        text, entities = formatted_text(text, "")
        if units(text) > LONGEST_TEXT:
            raise ValueError("Telegram's clients cut such a text: use pastes()")
        marks = {"entities": entities} if entities else {}
        return self.sends({"text": text, **marks}, chat, reply_to=reply_to, thread=thread)

    def pastes(
        self,
        text: str,
        chat: Chat | None = None,
        *,
        client: Client = "desktop",
        **where: JSON | int | None,
    ) -> list[JSON]:
        """Paste a text of any length, which the client cuts its own way.

        ``where`` may hold ``thread``, and ``reply_to``, which the first part answers.
        """
        messages: list[JSON] = []
        for part in cut(text, client):
            messages.append(self.says(part, chat, **where))  # type: ignore[arg-type]
            where.pop("reply_to", None)
        return messages

    def sends(
        self,
        content: JSON,
        chat: Chat | None = None,
        *,
        reply_to: JSON | None = None,
        thread: int | None = None,
    ) -> JSON:
        """Send any content, by the Bot API's field names (voice, sticker, rich_message, ...)."""
        chat = chat or self.private
        content = {**records.topic(thread), **records.reply(chat, reply_to), **content}
        message = self.world.post(chat, records.sender(chat, self.user), content)
        kind = "channel_post" if chat.kind == "channel" else "message"
        self.world.tell_bot(kind, chat, message)
        elsewhere.ask_guest(self.world, chat, message)
        return message

    def sends_file(
        self,
        name: str,
        data: bytes,
        caption: str = "",
        chat: Chat | None = None,
        **where: JSON | int | None,
    ) -> JSON:
        """Send a document; ``where`` may hold ``reply_to`` and ``thread``."""
        return self.sends(self._document(name, data, caption), chat, **where)  # type: ignore[arg-type]

    def sends_album(
        self, files: Iterable[tuple[str, bytes]], caption: str = "", chat: Chat | None = None
    ) -> list[JSON]:
        """Send documents as one album, the caption under the first."""
        album = {"media_group_id": str(1_000_000 + len(self.world.events))}
        captions = [caption]
        return [
            self.sends(self._document(name, data, captions.pop() if captions else "") | album, chat)
            for name, data in files
        ]

    def sends_photo(self, data: bytes, caption: str = "", chat: Chat | None = None) -> JSON:
        """Send a picture."""
        upload = Upload("photo.jpg", data, "image/jpeg")
        content = {"photo": photo_sizes(self.world.files, upload), **_captioned(caption)}
        return self.sends(content, chat)

    def edits(self, message: JSON, text: str) -> JSON:
        """Change the text, or the caption, of an own message."""
        chat = self.world.chats[message["chat"]["id"]]
        field, marks = (
            ("text", "entities") if "text" in message else ("caption", "caption_entities")
        )
        text, entities = formatted_text(text, "")
        edited = int(self.world.clock())
        change = {field: text, marks: entities or None, "edit_date": edited}
        message = self.world.change(chat, message, change)
        kind = "edited_channel_post" if chat.kind == "channel" else "edited_message"
        self.world.tell_bot(kind, chat, message)
        return message

    def deletes(self, message: JSON) -> None:
        """Delete a message; bots are not told."""
        self.world.remove(self.world.chats[message["chat"]["id"]], message["message_id"])

    def forwards(self, message: JSON, chat: Chat | None = None) -> JSON:
        """Forward a message."""
        origin = {"forward_origin": records.origin(message)}
        return self.sends(origin | records.content(message), chat)

    def presses(self, message: JSON, label: str) -> JSON:
        """Press the button whose label begins so; see ``press_data``."""
        message = self.world.chats[message["chat"]["id"]].messages[message["message_id"]]
        buttons = [b for row in keyboard(message) for b in row if b["text"].startswith(label)]
        if not buttons:
            raise ValueError(f"no button {label!r} under message {message['message_id']}")
        return self.press_data(message, buttons[0]["callback_data"])

    def press_data(self, message: JSON, data: str) -> JSON:
        """Send callback data, forged or not; the returned record gets the bot's ``answer``."""
        number = str(len(self.world.queries) + 1)
        inline = self.world.elsewhere.messages.get((message["chat"]["id"], message["message_id"]))
        query = {
            "id": number,
            "from": self.user,
            **({"inline_message_id": inline} if inline else {"message": message}),
            "chat_instance": str(message["chat"]["id"]),
            "data": data,
        }
        press: JSON = {"id": number, "answer": None, "chat": message["chat"]["id"]}
        self.world.queries[number] = press
        self.world.updates.add("callback_query", query)
        return press

    def types(self, words: str, chat: Chat | None = None, offset: str = "") -> JSON:
        """Type words after the bot's name; the returned record gets the bot's ``answer``."""
        return elsewhere.ask_inline(self.world, self.user, chat or self.private, words, offset)

    def chooses(self, query: JSON, number: int, chat: Chat | None = None) -> JSON:
        """Send what the bot has offered, as one's own message."""
        content = query["answer"]["results"][number]["content"]
        message = self.sends({**content, "via_bot": self.world.bot_user}, chat)
        return elsewhere.chosen(self.world, message)

    def adds_bot(self, chat: Chat) -> None:
        """Add the bot to a group."""
        self._turn_bot(chat, "member")
        self.sends({"new_chat_members": [self.world.bot_user]}, chat)

    def removes_bot(self, chat: Chat) -> None:
        """Throw the bot out of a group."""
        self._turn_bot(chat, "kicked")

    def blocks(self) -> None:
        """Block the bot."""
        self._turn_bot(self.private, "kicked")

    def unblocks(self) -> None:
        """Let the bot write again."""
        self._turn_bot(self.private, "member")

    def promotes_bot(self, chat: Chat) -> None:
        """Make the bot an administrator: it reads everything."""
        self._turn_bot(chat, "administrator")

    def migrates(self, chat: Chat) -> Chat:
        """Turn a group into a supergroup; return the new chat."""
        fresh = self.world.open_chat("supergroup", chat.about)
        fresh.members = dict(chat.members)
        self.sends({"migrate_to_chat_id": fresh.id}, chat)
        chat.migrated_to = fresh.id
        self.sends({"migrate_from_chat_id": chat.id}, fresh)
        return fresh

    def _turn_bot(self, chat: Chat, status: str) -> None:
        bot = self.world.bot_user
        before = records.member(chat, bot)
        chat.members[bot["id"]] = status
        change = {
            "chat": chat.brief(),
            "from": self.user,
            "date": int(self.world.clock()),
            "old_chat_member": before,
            "new_chat_member": records.member(chat, bot),
        }
        self.world.updates.add("my_chat_member", change)

    def _document(self, name: str, data: bytes, caption: str) -> JSON:
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        kept = self.world.files.keep(Upload(name, data, mime))
        document = {**kept, "file_name": name, "mime_type": mime}
        return {"document": document, **_captioned(caption)}


def keyboard(message: JSON) -> Sequence[Sequence[JSON]]:
    """The rows of inline buttons under a message."""
    rows: Sequence[Sequence[JSON]] = message.get("reply_markup", {}).get("inline_keyboard", ())
    return rows


def labels(message: JSON) -> list[str]:
    """The labels of all buttons under a message."""
    return [button["text"] for row in keyboard(message) for button in row]


def _captioned(caption: str) -> JSON:
    caption, entities = formatted_text(caption, "")
    marks = {"caption_entities": entities} if entities else {}
    return {"caption": caption, **marks} if caption else {}

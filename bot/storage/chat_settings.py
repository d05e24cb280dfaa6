"""What is chosen for each chat, kept in the database beside the pages."""

from __future__ import annotations

from typing import Final

import msgspec

from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database, Statement
from handlers.chat_settings import ChatSettings


class ChatSettingsTable:
    """The SettingsStore that handlers ask for: a row a chat, where something was chosen."""

    def __init__(self, database: Database) -> None:
        self._tables = BestEffortDatabase(
            database, "what is chosen for chats cannot be read or kept"
        )

    async def of(self, chat: int) -> ChatSettings:
        """Return what is chosen for the chat."""
        rows = await self._tables.read("SELECT json FROM settings WHERE chat = ?", chat)
        try:
            return msgspec.json.decode(rows[0][0], type=ChatSettings) if rows else ChatSettings()
        except msgspec.DecodeError:
            return ChatSettings()  # written by another version of the program

    async def keep(self, chat: int, settings: ChatSettings) -> bool:
        """Keep what is chosen for the chat instead of what was; whether that could be done."""
        row = (chat, msgspec.json.encode(settings))
        return any(await self._tables.write(Statement(_INSERT, row)))


_INSERT: Final = """
    INSERT INTO settings (chat, json) VALUES (?, ?)
    ON CONFLICT (chat) DO UPDATE SET json = excluded.json"""

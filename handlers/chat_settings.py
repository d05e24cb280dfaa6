"""What is chosen for a chat, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What is chosen for a chat; each default is what the bot does where nothing is.

    A field that is added has a default too: what is kept of a chat may be older.
    """

    language: str = ""
    """The code of a table of replies; "" for the language of whoever asks."""
    sentences: int = 0
    """How many a digest has; 0 for as many as suit the page."""
    authors: bool | None = None
    """Whether quotes name who wrote them; None for what the operator has set."""
    compact: bool = True
    """Whether digests are short in a group."""


class SettingsStore(Protocol):
    """The settings of each chat. No call raises for a storage error: then nothing is chosen."""

    async def of(self, chat: int) -> ChatSettings:
        """Return what is chosen for the chat."""
        ...

    async def keep(self, chat: int, settings: ChatSettings) -> bool:
        """Keep what is chosen for the chat instead of what was; whether that could be done."""
        ...

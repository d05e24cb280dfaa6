"""What somebody has chosen for a chat, kept."""

from __future__ import annotations

from handlers.answers.services import Services
from handlers.chat_settings import ChatSettings


async def why_not_kept(services: Services, chat: int, chosen: ChatSettings) -> str | None:
    """What to say where the choice could not be kept; None where it is kept now."""
    return None if await services.settings.keep(chat, chosen) else services.texts("settings-failed")

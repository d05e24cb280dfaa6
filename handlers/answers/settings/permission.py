"""Who may choose how a chat is answered."""

from __future__ import annotations

from handlers.answers.services import Services
from handlers.permissions import is_admin, is_group


async def may_choose(services: Services, chat: int, user: int) -> bool:
    """Whether the user may: in private anybody, in a group its admins."""
    return not is_group(chat) or await is_admin(services.bot, chat, user)

"""The way to the Bot API, for all calls of the bot."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from telegram import Update
from telegram.request import BaseRequest

from bot.config import Settings
from bot.telegram.api_status import ApiStatus
from bot.telegram.http import http_request
from bot.telegram.tolerant import TolerantRequest, TolerantUpdatesRequest

ANSWER_SECONDS: Final = 10.0
"""Giving up sooner on an answer that is only slow would show a reply twice."""
_ALWAYS: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
_CONNECTIONS: Final = 256
"""As many as python-telegram-bot opens at most by itself."""


def allowed_updates(settings: Settings) -> tuple[str, ...]:
    """The kinds of updates that the bot asks Telegram for."""
    asked = (
        (Update.GUEST_MESSAGE, settings.guest_mode),
        (Update.INLINE_QUERY, settings.inline_mode),
    )
    return (*_ALWAYS, *(kind for kind, is_on in asked if is_on))


class Connection:
    """One way for all calls, another for getUpdates, and what their answers show.

    ``request`` takes the place of HTTP.
    """

    def __init__(self, settings: Settings, request: BaseRequest | None = None) -> None:
        self.status = ApiStatus(urlsplit(settings.telegram_base_url).netloc)
        calls = request or http_request(settings, _CONNECTIONS, ANSWER_SECONDS)
        self.calls = TolerantRequest(calls, self.status)
        self.updates = TolerantUpdatesRequest(request or http_request(settings), self.status)

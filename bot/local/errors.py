"""The refusals of the Bot API, in Telegram's own words."""

from __future__ import annotations

from typing import Any


class BotApiError(Exception):
    """A refused call: HTTP status, description and, for some, ``parameters``."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object that the caller receives."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(description: str) -> BotApiError:
    """A call that no repetition makes right."""
    return BotApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> BotApiError:
    """A chat that the bot may not speak to."""
    return BotApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> BotApiError:
    """Two ways of receiving updates at once."""
    return BotApiError(409, f"Conflict: {description}")


def too_many_requests(seconds: int) -> BotApiError:
    """Flood control: the same call is welcome again after ``seconds``."""
    return BotApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

"""Updates as python-telegram-bot can read them: one that it cannot does not hold up the others."""

from __future__ import annotations

import logging
from typing import Any

from telegram import Update
from telegram.request import BaseRequest

logger = logging.getLogger(__name__)


class LegibleUpdates(BaseRequest):
    """The request layer for getUpdates: leaves out what an update says that cannot be read.

    A Bot API server that is older or newer than the library may send an object without a field
    that the library requires. It then gives up the whole answer, and asks for the same for ever.
    """

    def __init__(self, request: BaseRequest) -> None:
        self._request = request

    @property
    def read_timeout(self) -> float | None:
        """Seconds that a read may take."""
        return self._request.read_timeout

    async def initialize(self) -> None:
        """Open what the request needs."""
        await self._request.initialize()

    async def shutdown(self) -> None:
        """Close it."""
        await self._request.shutdown()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - PTB's
        """Ask Telegram."""
        return await self._request.do_request(*args, **kwargs)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, with the updates' numbers alone where more cannot be read."""
        answer = BaseRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            answer["result"] = [_legible(update) for update in answer["result"]]
        return answer


def _legible(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update)
    except (TypeError, ValueError, KeyError, AttributeError) as problem:  # by the field it lacks
        number = update["update_id"]
        logger.warning("update %s cannot be read: %s", number, type(problem).__name__)
        return {"update_id": number}
    return update

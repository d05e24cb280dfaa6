"""Updates as python-telegram-bot can read them: one that it cannot does not hold up the others."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from telegram import Update
from telegram.request import BaseRequest

logger = logging.getLogger(__name__)


class LegibleUpdates(BaseRequest):
    """The request layer for getUpdates: leaves out what cannot be read of an update.

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
        """The answer, its updates without what cannot be read."""
        answer = BaseRequest.parse_json_payload(payload)
        if isinstance(answer.get("result"), list):
            numbered = [u for u in answer["result"] if isinstance(u, dict) and "update_id" in u]
            answer["result"] = [legible(update) for update in numbered]
        return answer


def legible(update: dict[str, Any]) -> dict[str, Any]:
    """The update without the field that cannot be read; where that is no help, its number alone."""
    if _can_be_read(update):
        return update
    logger.warning("update %s cannot be read as it is", update["update_id"])
    number = {"update_id": update["update_id"]}
    return next(filter(_can_be_read, _without_a_field(update)), number)


def _without_a_field(update: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The update in each form that lacks one field of what it brings."""
    for kind, body in update.items():
        for field in body if isinstance(body, dict) else ():
            yield {**update, kind: {name: body[name] for name in body if name != field}}


def _can_be_read(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update)
    except (TypeError, ValueError, KeyError, AttributeError):  # by the field it lacks
        return False
    return True

"""Answers of a Bot API server without the fields that python-telegram-bot cannot read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final

from telegram import Update
from telegram.error import TelegramError
from telegram.request import BaseRequest

logger = logging.getLogger(__name__)


class TolerantRequest(BaseRequest):
    """A request layer that leaves out of an answer what cannot be read.

    A Bot API server that is older or newer than the library may send an object without a field
    that the library requires. It then gives up the whole answer: of getUpdates, to ask for the
    same for ever; of sendMessage, as if the message had not been sent.
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

    async def do_request(self, url: str, method: str, **kwargs: Any) -> tuple[int, bytes]:  # type: ignore[override] # noqa: ANN401 - PTB names them all
        """Ask Telegram; an answer without a result is an error, though its status is 200."""
        code, payload = await self._request.do_request(url, method, **kwargs)
        is_download = method == "GET"
        if code == HTTPStatus.OK and not is_download and not _RESULT.search(payload):
            code = _error_code(payload)
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; of a message its number alone."""
        answer = _parsed(payload)
        result = answer.get("result")
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = {**_UNSEEN, "message_id": result["message_id"]}
        return answer


class TolerantUpdatesRequest(TolerantRequest):
    """The same for getUpdates, whose answer is a list of updates."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, its updates without what cannot be read."""
        answer = _parsed(payload)
        if isinstance(answer.get("result"), list):
            numbered = [u for u in answer["result"] if isinstance(u, dict) and "update_id" in u]
            answer["result"] = [readable(update) for update in numbered]
        return answer


def _parsed(payload: bytes) -> dict[str, Any]:
    answer = BaseRequest.parse_json_payload(payload)
    if not isinstance(answer, dict):
        raise TelegramError("the answer is no object")
    return answer


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """``update``, its message without the one field that cannot be read; else its id alone."""
    if _can_be_read(update):
        return update
    logger.warning("update %s cannot be read as it is", update["update_id"])
    number = {"update_id": update["update_id"]}
    return next(filter(_can_be_read, _without_a_field(update)), number)


def _without_a_field(update: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The update in each form that lacks one field of its message."""
    for kind in _MESSAGES & update.keys():
        body = update[kind]
        for field in body if isinstance(body, dict) else ():
            yield {**update, kind: {name: body[name] for name in body if name != field}}


def _can_be_read(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update)
    except (TypeError, ValueError, KeyError, AttributeError):  # by the field it lacks
        return False
    return True


def _error_code(payload: bytes) -> int:
    try:
        code = BaseRequest.parse_json_payload(payload)["error_code"]
    except (TelegramError, KeyError, TypeError):
        return HTTPStatus.BAD_GATEWAY
    return code if isinstance(code, int) else HTTPStatus.BAD_GATEWAY


_MESSAGES: Final = frozenset({"message", "edited_message"})

_RESULT: Final = re.compile(rb'"result"\s*:(?!\s*null\b)')

_UNSEEN: Final = {"date": 0, "chat": {"id": 0, "type": "private"}}
"""What a message must have, of one the bot itself has sent: it looks at the number alone."""

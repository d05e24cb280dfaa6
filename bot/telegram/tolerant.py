"""Answers of a Bot API server without the fields that python-telegram-bot cannot read."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, Final

import msgspec
from telegram import Bot, Update
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest

from bot.telegram.api_status import ApiStatus
from bot.telegram.shape import check_shape

logger = logging.getLogger(__name__)


class TolerantRequest(BaseRequest):
    """A request layer that leaves out of an answer what cannot be read.

    A Bot API server that is older or newer than the library may send an object without a field
    that the library requires. It then gives up the whole answer: of getUpdates, to ask for the
    same for ever; of sendMessage, as if the message had not been sent. ``status`` is told how
    each request ends.
    """

    def __init__(self, request: BaseRequest, status: ApiStatus) -> None:
        self._request = request
        self._status = status

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
        try:
            code, payload = await self._request.do_request(url, method, **kwargs)
        except NetworkError as problem:
            self._status.failed(problem)
            raise
        is_download = method == "GET"
        if code == HTTPStatus.OK and not is_download and not _RESULT.search(payload):
            code = _error_code(payload)
        self._status.answered(code)
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; of a message its number alone, though the rest may break off."""
        if sent := _SENT.match(payload):
            return {"ok": True, "result": {**_UNSEEN, "message_id": int(sent[1])}}
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
            answer["result"] = [readable(u) for u in answer["result"] if _is_numbered(u)]
        return answer


def _parsed(payload: bytes) -> dict[str, Any]:
    """The answer as an object.

    The library would log one that breaks off, with what people wrote; and would not count it
    among the answers that were lost on their way.
    """
    try:
        answer = json.loads(payload.decode(errors="replace"))
    except ValueError as problem:
        raise NetworkError("the answer is no JSON, or breaks off") from problem
    if not isinstance(answer, dict):
        raise TelegramError("the answer is no object")
    return answer


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """``update``, its message without the one field that cannot be read; else its id alone.

    Raises:
        ValueError: it has no id by which it could be kept.
    """
    if not _is_numbered(update):
        raise ValueError("an update without an id")
    if _can_be_read(update):
        return update
    logger.warning("update %s cannot be read as it is", update["update_id"])
    number = {"update_id": update["update_id"]}
    return next(filter(_can_be_read, _without_a_field(update)), number)


def read_as_it_is(update: dict[str, Any], bot: Bot | None = None) -> Update:
    """Return the update as the library has it; raises one of UNREADABLE."""
    if not _is_numbered(update):
        raise ValueError("an update without an id")
    check_shape(update)
    msgspec.json.encode(update)  # half a character cannot be written
    return Update.de_json(update, bot)


def _is_numbered(update: object) -> bool:
    number = update.get("update_id") if isinstance(update, dict) else None
    return isinstance(number, int) and 0 <= number < _NUMBERS


def _without_a_field(update: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The update in each form that lacks one field of its message."""
    for kind in _MESSAGES & update.keys():
        body = update[kind]
        for field in body if isinstance(body, dict) else ():
            yield {**update, kind: {name: body[name] for name in body if name != field}}


def _can_be_read(update: dict[str, Any]) -> bool:
    try:
        read_as_it_is(update)
    except UNREADABLE:
        return False
    return True


def _error_code(payload: bytes) -> int:
    try:
        code = _parsed(payload)["error_code"]
    except (TelegramError, KeyError):
        return HTTPStatus.BAD_GATEWAY
    return code if isinstance(code, int) else HTTPStatus.BAD_GATEWAY


UNREADABLE: Final = (
    TypeError,
    ValueError,
    KeyError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What python-telegram-bot raises for an update with a field that is missing, wrong or too deep."""

_NUMBERS: Final = 2**53
"""What any reader of JSON can tell apart."""

_MESSAGES: Final = frozenset({"message", "edited_message", "guest_message"})

_RESULT: Final = re.compile(rb'"result"\s*:(?!\s*null\b)')

_SENT: Final = re.compile(
    rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\{\s*"message_id"\s*:\s*(\d{1,18})\s*[,}]'
)
"""How Telegram's answer begins when a message was sent or edited."""

_UNSEEN: Final = {"date": 0, "chat": {"id": 0, "type": "private"}}
"""What a message must have, of one the bot itself has sent: it looks at the number alone."""

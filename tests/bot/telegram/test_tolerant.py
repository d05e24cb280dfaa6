"""Answers of a Bot API server that the library cannot read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram import Message
from telegram.error import Conflict, NetworkError, TelegramError
from telegram.request import BaseRequest

from bot.telegram.api_status import ApiStatus
from bot.telegram.tolerant import TolerantRequest, TolerantUpdatesRequest, readable
from tests.bot import updates


class Saying(BaseRequest):
    """A server that always says the same, with status 200."""

    read_timeout = 1.0

    def __init__(self, payload: bytes) -> None:
        self._payload = payload

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        return 200, self._payload


def through(payload: bytes) -> TolerantRequest:
    """The way to a server that always says this."""
    return TolerantRequest(Saying(payload), ApiStatus("bot.example"))


GOOD: dict[str, Any] = json.loads(updates.message(7).to_json())


def test_an_update_that_can_be_read_stays_as_it_is() -> None:
    assert readable(GOOD) is GOOD


@pytest.mark.parametrize("field", ["reply_to_message", "sticker"])
def test_a_field_that_cannot_be_read_does_not_take_the_words_along(field: str) -> None:
    bad = {**GOOD, "message": {**GOOD["message"], field: {"emoji": "x"}}}
    assert readable(bad) == GOOD


def test_of_an_update_that_cannot_be_read_at_all_the_number_is_left() -> None:
    assert readable({"update_id": 8, "message": {"text": "hello"}}) == {"update_id": 8}


def test_an_answer_holds_no_update_without_a_number() -> None:
    payload = json.dumps({"ok": True, "result": [GOOD, None, {}, {"update_id": "5"}]}).encode()
    assert TolerantUpdatesRequest.parse_json_payload(payload)["result"] == [GOOD]


@pytest.mark.parametrize(
    "payload",
    [
        b'{"ok": true, "result": {"message_id": 5, "reply_to_message": {"poll": {}}}}',
        b'{"result": {"date": 1, "message_id": 5}, "ok": true}',
        b'{"ok":true,"result":{"message_id":5,"from":{"id":7,"is_b',
    ],
)
def test_of_a_sent_message_the_number_is_enough(payload: bytes) -> None:
    message = Message.de_json(TolerantRequest.parse_json_payload(payload)["result"])
    assert message.message_id == 5


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        (b'{"ok": false, "error_code": 409, "description": "Conflict"}', Conflict),
        (b'{"ok": true}', NetworkError),
        (b'{"ok": true, "result": null}', NetworkError),
        (b'{"ok": false, "error_code": "?"}', NetworkError),
        (b"<html>", NetworkError),
        (b'{"ok": true, "result": {"message_id": 5', NetworkError),
        (b"[]", NetworkError),
    ],
)
async def test_an_answer_without_a_result_is_an_error_whatever_its_status(
    payload: bytes, error: type[TelegramError]
) -> None:
    with pytest.raises(error):
        await through(payload).post("https://bot.example/getUpdates")


def test_of_an_answer_that_breaks_off_no_word_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NetworkError):
        TolerantUpdatesRequest.parse_json_payload(b'{"result": [{"message": {"text": "my secret')
    assert not caplog.records


async def test_a_downloaded_file_is_no_answer() -> None:
    assert await through(b"{}").retrieve("https://bot.example/file") == b"{}"

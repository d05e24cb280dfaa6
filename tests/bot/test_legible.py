"""Updates that the library cannot read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.legible import LegibleUpdates, legible
from tests.bot import updates

GOOD: dict[str, Any] = json.loads(updates.message(7).to_json())


def test_an_update_that_can_be_read_stays_as_it_is() -> None:
    assert legible(GOOD) is GOOD


@pytest.mark.parametrize("field", ["reply_to_message", "sticker"])
def test_a_field_that_cannot_be_read_does_not_take_the_words_along(field: str) -> None:
    bad = {**GOOD, "message": {**GOOD["message"], field: {"emoji": "x"}}}
    assert legible(bad) == GOOD


def test_of_an_update_that_cannot_be_read_at_all_the_number_is_left() -> None:
    assert legible({"update_id": 8, "message": {"text": "hello"}}) == {"update_id": 8}


def test_an_answer_holds_no_update_without_a_number() -> None:
    payload = json.dumps({"ok": True, "result": [GOOD, None, {}, {"message": 1}]}).encode()
    assert LegibleUpdates.parse_json_payload(payload)["result"] == [GOOD]

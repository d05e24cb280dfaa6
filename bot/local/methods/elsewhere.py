"""The methods that answer guests' and inline queries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.local.errors import bad_request
from bot.local.methods.keyboards import read_keyboard
from bot.local.methods.parameters import Parameters
from bot.local.methods.sending import link_preview, read_text
from bot.local.methods.shapes import InlineResult, ResultsButton
from bot.local.world.chats import JSON
from bot.local.world.elsewhere import answer_guest, answer_inline
from bot.local.world.state import World

MOST_RESULTS = 50
LONGEST_ID = LONGEST_OFFSET = 64
"""In bytes."""
CACHE_SECONDS = 300
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_guest_query(world: World, params: Parameters) -> JSON:
    """``answerGuestQuery``."""
    result = params.value("result", InlineResult)
    if result is None:
        raise bad_request("result isn't specified")
    content = _result(world, result)["content"]
    return {"inline_message_id": answer_guest(world, params.text("guest_query_id"), content)}


def answer_inline_query(world: World, params: Parameters) -> bool:
    """``answerInlineQuery``."""
    results = [_result(world, each) for each in params.value("results", list[InlineResult]) or ()]
    _check_results(results)
    offset = params.text("next_offset")
    if len(offset.encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    answer = {"results": results, "next_offset": offset, "button": _button(params)}
    given = params.number("cache_time")
    seconds = CACHE_SECONDS if given is None else given
    number, personal = params.text("inline_query_id"), params.flag("is_personal")
    answer_inline(world, number, answer, seconds, personal=personal)
    return True


def _result(world: World, result: JSON) -> JSON:
    """What people see of an article, and the message that is made of it."""
    if result["type"] != "article":
        raise bad_request("RESULT_TYPE_INVALID")
    if not 0 < len(result["id"].encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    given = result["input_message_content"]
    content = Parameters({**given, "text": given["message_text"]})
    made = read_text(world, content) | link_preview(content) | read_keyboard(Parameters(result))
    shown = {key: result.get(key) or "" for key in ("id", "title", "description")}
    return {**shown, "content": made}


def _check_results(results: Sequence[JSON]) -> None:
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")


def _button(params: Parameters) -> JSON | None:
    button: JSON | None = params.value("button", ResultsButton)
    if button is None:
        return None
    if not button["text"].strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
    if not _START.fullmatch(button.get("start_parameter", "")):
        raise bad_request("START_PARAM_INVALID")
    return button

"""Inline keyboards, checked as Telegram checks them."""

from __future__ import annotations

from bot.local.errors import bad_request
from bot.local.methods.parameters import Parameters
from bot.local.methods.shapes import Markup
from bot.local.world.chats import JSON

LONGEST_DATA = 64
LONGEST_COPY = 256
MOST_BUTTONS = 100
_ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
}


def read_keyboard(params: Parameters) -> JSON:
    """``{"reply_markup": ...}`` of a call, {} for none."""
    markup = params.value("reply_markup", Markup)
    if not markup or "inline_keyboard" not in markup:
        return {}
    rows = [[_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _button(button: JSON) -> JSON:
    if not (button.get("text") or "").strip():
        raise _unreadable('Field "text" must be of type String' if "text" not in button else "")
    if not _ACTIONS & button.keys():
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data") or ""
    data = data if "callback_data" in button else "?"
    if not 0 < len(data.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 0 < len(button["copy_text"]["text"]) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return button


def _unreadable(problem: str) -> Exception:
    if not problem:
        return bad_request("inline keyboard button text must be non-empty")
    return bad_request(f"can't parse inline keyboard button: {problem}")

"""The methods by which a bot receives updates and files, and answers presses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.local.errors import bad_request
from bot.local.methods.parameters import Parameters
from bot.local.world.chats import JSON
from bot.local.world.state import World

_LONGEST_NOTE = 200
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def set_webhook(world: World, params: Parameters) -> bool:
    """``setWebhook``; an empty address removes it."""
    url, secret = params.text("url"), params.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url and not _is_address(url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    _renew(world, params)
    world.updates.webhook = {"url": url, "secret_token": secret} if url else {}
    world.changes.notify_all()
    return True


def delete_webhook(world: World, params: Parameters) -> bool:
    """``deleteWebhook``."""
    _renew(world, params)
    world.updates.webhook = {}
    return True


def get_webhook_info(world: World, _: Parameters) -> JSON:
    """``getWebhookInfo``."""
    return {
        "url": world.updates.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


async def get_updates(world: World, params: Parameters) -> list[JSON]:
    """``getUpdates``, waiting as long as the caller asks for."""
    _renew(world, params)
    offset, limit = params.number("offset") or 0, params.number("limit") or 100
    return await world.updates.poll(offset, limit, params.number("timeout") or 0)


def get_file(world: World, params: Parameters) -> JSON:
    """``getFile``."""
    return world.files.located(params.text("file_id"))


def answer_callback_query(world: World, params: Parameters) -> bool:
    """``answerCallbackQuery``; the press that waits for it gets text and alert."""
    press = world.queries.pop(params.text("callback_query_id"), None)
    if not press:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(params.text("text")) > _LONGEST_NOTE:
        raise bad_request("MESSAGE_TOO_LONG")
    press["answer"] = {"text": params.text("text"), "show_alert": params.flag("show_alert")}
    world.show("answer", world.chats[press["chat"]], press)
    return True


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _renew(world: World, params: Parameters) -> None:
    if "allowed_updates" in params:
        world.updates.allowed = params.value("allowed_updates", list[str]) or ()
    if params.flag("drop_pending_updates"):
        world.updates.clear()

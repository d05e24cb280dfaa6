"""The methods by which a bot asks for updates."""

from __future__ import annotations

import re

from bot.local.chats import JSON
from bot.local.errors import bad_request
from bot.local.params import Params
from bot.local.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def set_webhook(world: World, params: Params) -> bool:
    """``setWebhook``; an empty address removes it."""
    url, secret = params.text("url"), params.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _renew(world, params)
    world.updates.webhook = {"url": url, "secret_token": secret} if url else {}
    world.bell.ring()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """``deleteWebhook``."""
    _renew(world, params)
    world.updates.webhook = {}
    return True


def get_webhook_info(world: World, _: Params) -> JSON:
    """``getWebhookInfo``."""
    return {
        "url": world.updates.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


async def get_updates(world: World, params: Params) -> list[JSON]:
    """``getUpdates``, waiting as long as the caller asks for."""
    _renew(world, params)
    offset, limit = params.number("offset") or 0, params.number("limit") or 100
    return await world.updates.poll(offset, limit, params.number("timeout") or 0)


def _renew(world: World, params: Params) -> None:
    if "allowed_updates" in params:
        world.updates.allowed = params.value("allowed_updates") or ()
    if params.flag("drop_pending_updates"):
        world.updates.clear()

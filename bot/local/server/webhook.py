"""Delivery of updates to a bot that has set a webhook."""

from __future__ import annotations

import asyncio
import json
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from bot.local.server.site import Site
from bot.local.world.chats import JSON

_LONGEST_PAUSE = 60.0
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_BROKEN = (HTTPClientError, OSError, ValueError)


async def deliver(site: Site) -> None:
    """Post updates one by one for ever; one that is refused is tried again, ever more slowly."""
    world, waiting = site.telegram.world, site.pause
    while True:
        await world.changes.wait_for(lambda: world.updates.webhook and len(world.updates))
        update = world.updates.first(1)[0]
        if await _accepted(world.updates.webhook, update):
            world.updates.confirm(update["update_id"] + 1)
            waiting = site.pause
        else:
            await asyncio.sleep(waiting)
            waiting = min(2 * waiting, _LONGEST_PAUSE)


async def _accepted(webhook: JSON, update: JSON) -> bool:
    if urlsplit(webhook["url"]).hostname not in _LOOPBACK:
        return False
    headers = {"Content-Type": "application/json"}
    if secret := webhook["secret_token"]:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    request = HTTPRequest(webhook["url"], "POST", headers, json.dumps(update))
    try:
        await AsyncHTTPClient().fetch(request)
    except _BROKEN:
        return False
    return True

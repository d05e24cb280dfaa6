"""HTTP on loopback: calls of a bot and clicks in a browser in, JSON and the chat page out."""

from __future__ import annotations

from bot.local.server.serving import serving
from bot.local.server.site import Site

__all__ = ["Site", "serving"]

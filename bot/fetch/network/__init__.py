"""An address in; its bytes, from public hosts that want to be asked, within bounds, out."""

from bot.fetch.network.client import Client
from bot.fetch.network.exchange import Reply, Request
from bot.fetch.network.pace import Pace

__all__ = ["Client", "Pace", "Reply", "Request"]

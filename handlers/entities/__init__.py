"""Text in; the stretches of which Telegram makes links, pings and the like by itself, out.

The rules are those of TDLib, Telegram's own library, with which the tests compare this room.
"""

from handlers.entities.finding import Found, find_entities

__all__ = ["Found", "find_entities"]

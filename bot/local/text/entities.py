"""MessageEntity objects, and the UTF-16 units in which they count."""

from __future__ import annotations

from typing import Any

Entity = dict[str, Any]
"""A MessageEntity of the Bot API; offset and length count UTF-16 units."""

_RANKS = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}


def units(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def entity_order(entity: Entity) -> tuple[int, int, int]:
    """The place of an entity among others: where it begins, the longer first, then by kind."""
    return entity["offset"], -entity["length"], _RANKS.get(entity["type"], 50)

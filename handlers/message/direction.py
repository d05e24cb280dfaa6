"""Unicode's invisible marks of direction (UAX #9), so that no text turns what stands beside it."""

from __future__ import annotations

import re
from typing import Final

LEFT_TO_RIGHT_MARK: Final = "\u200e"
RIGHT_TO_LEFT_MARK: Final = "\u200f"
ISOLATE, RELEASE = "\u2068", "\u2069"
"""Between them a text has the direction of its own first letter."""

DIRECTION: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def isolated(text: str) -> str:
    """The text, which keeps its direction to itself."""
    return f"{ISOLATE}{text}{RELEASE}" if text else ""

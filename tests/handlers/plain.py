"""What the bot writes as people read it."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """The text without the marks that keep the page's words from turning it round."""
    return re.sub("[\u2066-\u2069]", "", text)

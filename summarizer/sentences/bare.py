"""Whether a text was written down without punctuation, as speech recognisers do."""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = 500
"""Characters between two full stops at most in a text that has them."""

_STOPS = re.compile(r"[.!?…。！？؟۔।]")


def lacks_stops(texts: Iterable[str]) -> bool:
    """Whether ``texts`` have so few full stops that these say nothing of sentences."""
    size = stops = 0
    for text in texts:
        size += len(text)
        stops += len(_STOPS.findall(text))
    return stops * BETWEEN < size

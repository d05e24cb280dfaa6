"""What was found of an address, remembered; not of long ones, which would fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

MOST = 4096
"""Addresses remembered by a function."""

LONGEST = 1000
"""Characters of an address that is remembered."""


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """``function``, which is not asked again for a text of late."""
    known = lru_cache(maxsize=MOST)(function)

    @wraps(function)
    def answer(text: str) -> T:
        return known(text) if len(text) <= LONGEST else function(text)

    return answer

"""Statements and values as Postgres takes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final


@lru_cache(maxsize=512)
def query(sql: str) -> bytes:
    """The statement with Postgres's marks: ``?`` is the next value, ``?2`` the second."""
    numbers = iter(range(1, 1_000))
    return _MARK.sub(lambda mark: _numbered(mark, numbers), sql).encode()


def _numbered(mark: re.Match[str], numbers: Iterator[int]) -> str:
    if mark[0].startswith("'"):
        return mark[0]
    return f"${mark[1] or next(numbers)}"


def cleaned(values: tuple[object, ...]) -> list[object]:
    """The values as Postgres can hold them: its texts have neither NUL nor half a character."""
    return [_clean(value) if isinstance(value, str) else value for value in values]


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


_MARK: Final = re.compile(r"'[^']*'|\?(\d*)")

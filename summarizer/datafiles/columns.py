"""The names that exporters give to the same field or column, from data/columns.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from summarizer.data import rows

_MARKS = re.compile(r"\s{0,4}\([^()]{0,80}\)|[\W_]+")


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """``name`` as the table writes it: without blanks, marks, capitals and remarks in brackets."""
    return _MARKS.sub("", name[:100]).casefold()


def is_list_name(name: str) -> bool:
    """Whether what stands in a list of this name, with a text alone, is a comment."""
    return normal(name) in _names()["lists"]


def holds_replies(name: str) -> bool:
    """Whether a comment keeps the answers to it, or what wraps them, under this name."""
    return normal(name) in _names()["threads"]


class Fields:
    """A record seen through the table of names in data/columns.tsv."""

    def __init__(self, record: Mapping[Any, Any]) -> None:
        self._by_name: dict[str, Any] = {}
        for key, value in record.items():
            self._by_name.setdefault(normal(str(key)), value)
        for name in _names()["inner"]:
            inner = self._by_name.get(name)
            for key, value in inner.items() if isinstance(inner, dict) else ():
                self._by_name.setdefault(normal(str(key)), value)

    def get(self, field: str) -> object:
        """The value of ``field`` under the first of its names that holds one, else None."""
        for name in _names()[field]:
            value = self._by_name.get(name)
            if value is not None and value != "":
                return value
        return None

    def has(self, *fields: str) -> bool:
        """Whether the record has one of ``fields``, be it empty."""
        return any(name in self._by_name for field in fields for name in _names()[field])


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    return {field: tuple(map(normal, names.split())) for field, names in rows("columns")}

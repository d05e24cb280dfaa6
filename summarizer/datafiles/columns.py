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
        by_name: dict[str, Any] = {}
        for key, value in record.items():
            by_name.setdefault(normal(str(key)), value)
        for name in _names()["inner"]:
            inner = by_name.get(name)
            for key, value in inner.items() if isinstance(inner, dict) else ():
                by_name.setdefault(normal(str(key)), value)
        self._values: dict[str, tuple[int, Any]] = {}
        fields = _fields()
        for name, value in by_name.items():
            for field, rank in fields.get(name, ()):
                self._take(field, rank, value)

    def _take(self, field: str, rank: int, value: object) -> None:
        """Keep ``value`` if it says something and no earlier name of the field does."""
        is_said = value is not None and value != ""
        rank = rank if is_said else _LAST
        if rank < self._values.get(field, _NONE)[0]:
            self._values[field] = rank, value if is_said else None

    def get(self, field: str) -> object:
        """The value of ``field`` under the first of its names that holds one, else None."""
        return self._values.get(field, _NONE)[1]

    def has(self, *fields: str) -> bool:
        """Whether the record has one of ``fields``, be it empty."""
        return not self._values.keys().isdisjoint(fields)


_LAST = 10_000  # behind all names of a field
_NONE: tuple[int, Any] = (_LAST + 1, None)


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[tuple[str, int], ...]]:
    """The fields that a name stands for, and its place among the names of each."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for field, names in _names().items():
        for rank, name in enumerate(names):
            found[name] = (*found.get(name, ()), (field, rank))
    return found


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    return {field: tuple(map(normal, names.split())) for field, names in rows("columns")}

"""The names that exporters give to the same field or column, from data/columns.tsv."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter
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
        keys = _keys(record)
        if any(isinstance(record[key], dict) for key in keys.get("inner", ())):
            record = _unwrapped(record)
            keys = _keys(record)
        self._record = record
        self._keys = keys

    def get(self, field: str) -> object:
        """The value of ``field`` under the first of its names that holds one, else None."""
        for key in self._keys.get(field, ()):
            value: object = self._record[key]
            if value is not None and value != "":
                return value
        return None

    def number(self, field: str) -> int:
        """How many of the names of ``field`` the record has."""
        return len(self._keys.get(field, ()))

    def has(self, *fields: str) -> bool:
        """Whether the record has one of ``fields``, be it empty."""
        return not self._keys.keys().isdisjoint(fields)


def _unwrapped(record: Mapping[Any, Any]) -> Mapping[str, Any]:
    """The record with the fields of its inner ones, where it has none of the name itself."""
    by_name: dict[str, Any] = {}
    for key, value in record.items():
        by_name.setdefault(normal(str(key)), value)
    for name in _names()["inner"]:
        inner = by_name.get(name)
        for key, value in inner.items() if isinstance(inner, dict) else ():
            by_name.setdefault(normal(str(key)), value)
    return by_name


def _keys(record: Mapping[Any, Any]) -> Mapping[str, tuple[Any, ...]]:
    """The keys of ``record`` that each field may stand under, the first name of it first."""
    keys = tuple(record)
    return _ranked_once(keys) if len(keys) <= _FEW_KEYS else _ranked(keys)


def _ranked(keys: tuple[Any, ...]) -> Mapping[str, tuple[Any, ...]]:
    by_name: dict[str, Any] = {}
    for key in keys:
        by_name.setdefault(normal(str(key)), key)
    found: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for name, key in by_name.items():
        for field, rank in _fields().get(name, ()):
            found[field].append((rank, key))
    rank_of = itemgetter(0)
    return {field: tuple(key for _, key in sorted(r, key=rank_of)) for field, r in found.items()}


_FEW_KEYS = 64
_ranked_once = lru_cache(maxsize=256)(_ranked)
"""The records of a file have few shapes."""


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

"""Data that programs write for programs: logs, reports, descriptions of interfaces, notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from summarizer.data import rows
from summarizer.datafiles.columns import Fields, normal

_SEVERAL = 2
"""Fields of programs' records that no person's has so many of."""

_WORDS = 3
"""Words of what somebody says, in a list that may hold anything."""

_FEW = 100
"""Names of an inner object that are looked at."""

_MOST = 0.6


def is_document(value: object) -> bool:
    """Whether ``value`` is a document of a known kind that nobody says: see machine_data.tsv."""
    if not isinstance(value, Mapping):
        return False
    names = {normal(str(key)) for key in value}
    for outer, inner in value.items():
        keys = inner if isinstance(inner, Mapping) and len(inner) <= _FEW else ()
        names |= {f"{normal(str(outer))}.{normal(str(key))}" for key in keys}
    return any(wanted <= names for wanted in _documents())


def is_logged(record: Fields) -> bool:
    """Whether a program wrote ``record``: it has the level of a log, or fields of a report."""
    if record.number("machine") >= _SEVERAL:
        return True
    level = record.get("loglevel")
    return isinstance(level, str) and normal(level) in _levels()


def is_log(records: object) -> bool:
    """Whether most of ``records`` are a program's."""
    if not isinstance(records, list) or not all(isinstance(one, dict) for one in records):
        return False
    return sum(is_logged(Fields(one)) for one in records) > _MOST * len(records)


def are_words(key: str, entries: Sequence[Any]) -> bool:
    """Whether the strings in a list called ``key`` may be what people say: no names, no cells."""
    texts = [entry for entry in entries if isinstance(entry, str)]
    if not texts or not key or Fields({key: texts}).has("column"):
        return True
    return 2 * sum(len(text.split()) >= _WORDS or not text.isascii() for text in texts) >= len(
        texts
    )


@lru_cache(maxsize=1)
def _documents() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(names.split()) for kind, names in rows("machine_data") if kind == "document"
    )


@lru_cache(maxsize=1)
def _levels() -> frozenset[str]:
    return frozenset(
        word for kind, words in rows("machine_data") if kind == "level" for word in words.split()
    )

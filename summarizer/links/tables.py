"""Look-ups in the link tables of summarizer/data: words by their key, entries by host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

from summarizer.data import rows
from summarizer.links.cache import remembered
from summarizer.links.suffix import is_public_suffix

T = TypeVar("T")


@cache
def table_words(name: str, key: str) -> tuple[str, ...]:
    """The words of the rows of table ``name`` that begin with ``key``."""
    return tuple(word for row in rows(name) if row[0] == key for word in row[1].split("|"))


def by_host(table: Mapping[str, list[T]], host: str) -> Iterator[T]:
    """What ``table`` says of ``host``, of the names above it, of its name under any suffix."""
    for name in _names(host):
        yield from table.get(name, ())


@remembered
def _names(host: str) -> tuple[str, ...]:
    """What tables may call ``host``: "m.google.fr", "google.fr", "google.*"."""
    labels = host.split(".")[-6:]
    above = [(label, ".".join(labels[i + 1 :])) for i, label in enumerate(labels)]
    named = (f"{label}.*" for label, rest in above if is_public_suffix(rest))
    return (*(f"{label}.{rest}" for label, rest in above if rest), *named)

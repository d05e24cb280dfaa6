"""The tables of summarizer/data that the links need, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

from summarizer.links.suffix import is_suffix

T = TypeVar("T")


def rows(name: str) -> Iterator[list[str]]:
    """The cells of each row of table ``name``; rows that begin with "# " are remarks."""
    text = files("summarizer.data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return (row.split("\t") for row in text.splitlines() if row and not row.startswith("# "))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The words of the rows of table ``name`` that begin with ``key``."""
    return tuple(word for row in rows(name) if row[0] == key for word in row[1].split("|"))


def by_host(table: Mapping[str, list[T]], host: str) -> Iterator[T]:
    """What ``table`` says of ``host``, of the names above it, of its name under any suffix."""
    labels = host.split(".")[-6:]
    for i, label in enumerate(labels):
        rest = ".".join(labels[i + 1 :])
        yield from table.get(f"{label}.{rest}", ())
        if (named := f"{label}.*") in table and is_suffix(rest):
            yield from table[named]

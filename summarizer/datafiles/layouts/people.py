"""The names of those whom records name by a number: they stand in another list of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from summarizer.data import rows
from summarizer.datafiles.layouts.paths import at, has

REFERENCE = "@"
"""What stands before the path that leads to a person's number, not to the name."""


class _People(NamedTuple):
    """Where a site keeps its people: the sign before their numbers, and the parts of a name."""

    site: str
    marks: str
    id: str
    sign: str
    names: str


def people_of(objects: Iterable[dict[str, Any]], path: str) -> dict[str, str]:
    """The name of each person among ``objects``, by the number that ``path`` leads to, if one."""
    if not path.startswith(REFERENCE):
        return {}
    return {key: name for item in objects for key, name in _named(item)}


def author(item: dict[str, Any], path: str, people: Mapping[str, str]) -> object:
    """What ``path`` leads to: a name, or the number of one of ``people``."""
    if not path.startswith(REFERENCE):
        return at(item, path)
    return people.get(str(at(item, path.removeprefix(REFERENCE))))


def _named(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    place = next((one for one in _places() if has(item, one.marks)), None)
    if place is None:
        return
    words = [word for path in place.names.split() if isinstance(word := at(item, path), str)]
    if words:
        yield place.sign.strip("+") + str(at(item, place.id)), " ".join(words)


@lru_cache(maxsize=1)
def _places() -> tuple[_People, ...]:
    return tuple(_People(*row) for row in rows("people"))

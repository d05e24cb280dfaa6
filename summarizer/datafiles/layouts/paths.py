"""Paths to the values of plain data, as the tables of sites, chats and recognisers write them.

A path is steps joined by dots, its alternatives by ``|``. A step is the name of a field, or the
number of an entry of a list; ``list[name=value]`` is the entry with it, ``^`` the first and ``$``
the last of at least three fields, ``-`` what is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

_FEWEST = 3
"""Fields of an object whose first or last is taken."""

_ENDS = {"^": 0, "$": -1}
_ALL = "*"
_NOWHERE = frozenset({"", "-"})


class Place(NamedTuple):
    """A value, and the objects around it, the outermost first."""

    value: Any
    around: tuple[dict[str, Any], ...]


def has(item: dict[str, Any], marks: str) -> bool:
    """Whether ``item`` has each of the paths in ``marks``, with the value asked for."""
    for mark in marks.split():
        path, _, wanted = mark.partition("=")
        value = at(item, path)
        if value is None or (wanted and value != wanted):
            return False
    return True


def at(item: object, paths: str, *, empty: bool = False) -> object:
    """What stands at the first of ``paths`` that leads to something, else None.

    ``empty``: an empty string is something.
    """
    if paths in _NOWHERE:
        return None
    for path in paths.split("|"):
        value = item
        for step in path.split("."):
            value = _step(value, step)
        if value is not None and (empty or value != ""):
            return value
    return None


def follow(value: object, path: str, most: int | None = None) -> Iterator[Place]:
    """All that one path leads to, by the first ``most`` entries of each list on the way.

    A list at its end is its entries; ``*`` is each field of an object.
    """
    places: Iterator[Place] = iter([Place(value, ())])
    for step in path.split(".") if path not in _NOWHERE else ():
        places = _through(places, step, most)
    for place in places:
        yield from _entries(place, most)


def _step(value: object, step: str) -> object:
    if isinstance(value, list):
        return value[int(step)] if step.isdecimal() and int(step) < len(value) else None
    if not isinstance(value, dict):
        return None
    if step in _ENDS:
        return list(value.values())[_ENDS[step]] if len(value) >= _FEWEST else None
    name, _, wanted = step.partition("[")
    value = value.get(name)
    if not wanted:
        return value
    key, _, text = wanted.rstrip("]").partition("=")
    entries = value if isinstance(value, list) else []
    return next((e for e in entries if isinstance(e, dict) and str(e.get(key)) == text), None)


def _through(places: Iterator[Place], step: str, most: int | None) -> Iterator[Place]:
    for place in places:
        yield from _steps(place, step, most)


def _steps(place: Place, step: str, most: int | None) -> Iterator[Place]:
    """What one ``step`` leads to from ``place``, or from the entries of a list."""
    if step.isdecimal():
        entries = place.value if isinstance(place.value, list) else []
        yield from (Place(one, place.around) for one in entries[int(step) : int(step) + 1])
        return
    for one in _entries(place, most):
        if isinstance(one.value, dict):
            inner = one.value.values() if step == _ALL else [one.value.get(step)]
            around = (*one.around, one.value)
            yield from (Place(value, around) for value in inner if value is not None)


def _entries(place: Place, most: int | None) -> Iterator[Place]:
    if isinstance(place.value, list):
        yield from (Place(one, place.around) for one in place.value[:most])
    else:
        yield place

"""Paths to the values of an object, as the tables of sites write them.

A path is names joined by dots, its alternatives by ``|``; ``list[name=value]`` is the entry with
it, ``*`` the first and ``$`` the last of at least three entries, ``-`` what is not there.
"""

from __future__ import annotations

from typing import Any

_FEWEST = 3
"""Entries of an object whose first or last is taken."""

_ENDS = {"*": 0, "$": -1}


def has(item: dict[str, Any], marks: str) -> bool:
    """Whether ``item`` has each of the paths in ``marks``, with the value asked for."""
    for mark in marks.split():
        path, _, wanted = mark.partition("=")
        value = at(item, path)
        if value is None or (wanted and value != wanted):
            return False
    return True


def at(item: object, paths: str) -> object:
    """What stands at the first of ``paths`` that leads to something."""
    if paths == "-":
        return None
    for path in paths.split("|"):
        value = item
        for step in path.split("."):
            value = _step(value, step)
        if value is not None and value != "":
            return value
    return None


def _step(value: object, step: str) -> object:
    name, _, wanted = step.partition("[")
    if not isinstance(value, dict):
        return None
    if name in _ENDS:
        return list(value.values())[_ENDS[name]] if len(value) >= _FEWEST else None
    value = value.get(name)
    if not wanted:
        return value
    key, _, text = wanted.rstrip("]").partition("=")
    entries = value if isinstance(value, list) else []
    if key.isdecimal():
        return next(iter(entries[int(key) : int(key) + 1]), None)
    return next((e for e in entries if isinstance(e, dict) and str(e.get(key)) == text), None)

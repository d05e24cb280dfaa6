"""Finds possessive repeats that Python 3.11.0 to 3.11.4 read wrongly (CPython issue 100061).

There ``(?:…)*+`` over more than one character forgets to set the position back when its last try
fails. Literals that fail leave the position alone; assertions, branches and repeats write it down
on their way. So inside such a group nothing may fail after one of these has moved on.

``python -m tests.possessive`` prints the patterns that the project's own modules compile, as JSON.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "summarizer", "tools")

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
_op: Any = importlib.import_module("re._constants")
_REPEATS = frozenset({_op.MAX_REPEAT, _op.MIN_REPEAT, _op.POSSESSIVE_REPEAT})
_LETTERS = frozenset({_op.LITERAL, _op.NOT_LITERAL, _op.IN, _op.ANY})
_STEPS = _LETTERS | {_op.AT, _op.BRANCH, _op.SUBPATTERN} | _REPEATS

Items = Sequence[tuple[Any, Any]]


def is_misread(pattern: str | bytes, flags: int = 0) -> bool:
    """Whether ``pattern`` has a possessive group that those versions may read wrongly."""
    return any(map(_strands, _possessive_groups(_parser.parse(pattern, flags))))


def compiled() -> list[tuple[str, str, int]]:
    """File, pattern and flags of each pattern that the modules compile when they are loaded."""
    found: list[tuple[str, str, int]] = []
    compile_it = _compiler.compile

    def noted(pattern: str | bytes, flags: int = 0) -> object:
        frame = sys._getframe(1)  # noqa: SLF001 - who asks for it
        while frame.f_back and Path(frame.f_code.co_filename).parent.name == "re":
            frame = frame.f_back
        if Path(frame.f_code.co_filename).is_relative_to(ROOT) and isinstance(pattern, str):
            found.append((frame.f_code.co_filename, pattern, int(flags)))
        return compile_it(pattern, flags)

    _compiler.compile = noted
    re.purge()
    for package in PACKAGES:
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if not module.name.endswith("__main__"):
                # Training scripts need libraries that are not everywhere.
                with suppress(ModuleNotFoundError):
                    importlib.import_module(module.name)
    return found


def _possessive_groups(items: Items) -> Iterator[Items]:
    """The bodies of all possessive repeats over more than one character."""
    for op, what in items:
        if op is _op.POSSESSIVE_REPEAT and not _is_letter(what[2]):
            yield what[2]
        for inner in _inner(op, what):
            yield from _possessive_groups(inner)


def _inner(op: object, what: Any) -> list[Items]:  # noqa: ANN401 - as re's parser gives it
    if op is _op.BRANCH:
        return list(what[1])
    if op is _op.GROUPREF_EXISTS:
        return [part for part in what[1:] if part]
    if op is _op.ATOMIC_GROUP:
        return [what]
    return [what[-1]] if op in _REPEATS | {_op.SUBPATTERN, _op.ASSERT, _op.ASSERT_NOT} else []


def _strands(items: Items, *, moved: bool = False) -> bool:
    """Whether ``items`` may fail after they wrote down a position other than where they began."""
    for i, (op, what) in enumerate(items):
        rest = list(items[i + 1 :])
        if op not in _STEPS or (op is _op.SUBPATTERN and what[0] is not None):
            return True
        if op in {_op.SUBPATTERN, _op.BRANCH}:
            ways = [[*way, *rest] for way in _inner(op, what)]
            return (moved and op is _op.BRANCH) or any(_strands(w, moved=moved) for w in ways)
        if op in _REPEATS and _repeat_strands(op, what, rest, moved=moved):
            return True
        moved = moved or op is not _op.AT
    return False


def _repeat_strands(op: object, what: Any, rest: Items, *, moved: bool) -> bool:  # noqa: ANN401
    least, _, body = what
    if moved and (least or _can_fail(rest)):
        return True
    if op is _op.POSSESSIVE_REPEAT and _is_letter(body):
        return False
    return _can_fail(rest) or (not _is_letter(body) and bool(least))


def _can_fail(items: Items) -> bool:
    return any(op not in _REPEATS or what[0] for op, what in items)


def _is_letter(body: Items) -> bool:
    return len(body) == 1 and body[0][0] in _LETTERS


if __name__ == "__main__":
    print(json.dumps(compiled()))  # noqa: T201 - for the test that runs it

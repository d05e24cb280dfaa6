"""Modules as syntax trees, and their statements without the many expressions."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def parsed(paths: Iterable[Path]) -> list[ast.Module]:
    """The tree of each file.

    The collector of garbage would look through millions of nodes again and again, and find none.
    """
    gc.disable()
    try:
        return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    finally:
        gc.enable()


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Each statement below the tree, in functions and branches too, and each branch of those."""
    for block in _BLOCKS:
        inner = getattr(tree, block, None)
        for node in inner if isinstance(inner, list) else ():
            yield node
            yield from statements(node)

"""The statements of a module, in functions and branches too, without the many expressions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Each statement below the tree, and each branch of try and match."""
    for block in _BLOCKS:
        inner = getattr(tree, block, None)
        for node in inner if isinstance(inner, list) else ():
            yield node
            yield from statements(node)

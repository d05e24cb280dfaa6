"""How many joints of a long paste are put together right: ``python -m tools.joints FOLDER``.

FOLDER holds pages as text files; each is cut as the clients do, joined again and compared.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.local.cutters import CLIENTS
from handlers.join import join

Cut = Callable[[str], list[str]]


def right_joints(text: str, cut: Cut) -> tuple[int, int]:
    """How many joints of a text are right, of how many; blank lines count as one."""
    parts = cut(text)
    joined = gaps(join(parts), parts)
    right = [
        _kind(found) == _kind(true) for found, true in zip(joined, gaps(text, parts), strict=True)
    ]
    return sum(right), len(right)


def gaps(text: str, parts: Sequence[str]) -> list[str]:
    """What stands in the text between the parts."""
    found, end = [], 0
    for part in parts:
        start = text.index(part.strip("\ufffd"), end)
        found.append(text[end:start])
        end = start + len(part.strip("\ufffd"))
    return found[1:]


def _kind(gap: str) -> str:
    """Newline, blank line, blank, nothing; a character that the client dropped is nothing."""
    newlines = min(gap.count("\n"), 2)
    return "\n" * newlines or (" " if gap and not gap.strip() else "")


def main(folder: Path) -> None:
    """Print the share of right joints for each client."""
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]
    for name, cut in CLIENTS.items():
        before = time.process_time()
        counts = [right_joints(text, cut) for text in texts]
        right, total = (sum(column) for column in zip(*counts, strict=True))
        spent = time.process_time() - before
        print(f"{name:8} {right}/{total} = {100 * right / total:.1f} %   {spent:.1f} s CPU")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

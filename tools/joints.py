"""How well the parts of long pastes are put together: ``python -m tools.joints FOLDER``.

FOLDER holds pages as text files; each is split as the clients do and joined again. Also counted:
parts that come late and are known to go on, other pages that come late and are taken to go on.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.local.text.cutters import CLIENTS
from handlers.paste import continues, join

Splitter = Callable[[str], list[str]]

_APART = (1, 7, 31)
"""How many pages further in the folder the pages stand that come after one."""


def right_joints(text: str, split: Splitter) -> tuple[int, int]:
    """How many joints of a text are right, of how many; blank lines count as one."""
    parts = split(text)
    joined = gaps(join(parts), parts)
    right = [
        _kind(found) == _kind(true) for found, true in zip(joined, gaps(text, parts), strict=True)
    ]
    return sum(right), len(right)


def late_parts(text: str, split: Splitter) -> tuple[int, int]:
    """How many parts are known to go on with those before, of how many."""
    parts = split(text)
    known = [continues(parts[:number], parts[number]) for number in range(1, len(parts))]
    return sum(known), len(known)


def other_pages(texts: Sequence[str], split: Splitter) -> tuple[int, int]:
    """How many pages are taken for the next part of a long one, of how many that follow it."""
    pages = [split(text) for text in texts]
    pairs = [
        (page, pages[(number + apart) % len(pages)])
        for number, page in enumerate(pages)
        for apart in _APART
        if len(page) > 1
    ]
    taken = [continues(page, other[0]) for page, other in pairs if page != other]
    return sum(taken), len(taken)


def gaps(text: str, parts: Sequence[str]) -> list[str]:
    """What stands in the text between the parts."""
    found, end = [], 0
    for part in parts:
        start = text.index(part.strip("\ufffd"), end)
        found.append(text[end:start])
        end = start + len(part.strip("\ufffd"))
    return found[1:]


def total(counts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """The sums of both numbers."""
    first, second = zip(*counts, strict=True)
    return sum(first), sum(second)


def _kind(gap: str) -> str:
    """Newline, blank line, blank, nothing; a character that the client dropped is nothing."""
    newlines = min(gap.count("\n"), 2)
    return "\n" * newlines or (" " if gap and not gap.strip() else "")


def main(folder: Path) -> None:
    """Print the three shares for each client."""
    texts = [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]
    for name, split in CLIENTS.items():
        before = time.process_time()
        _print(f"{name}, joints right", total(right_joints(text, split) for text in texts))
        _print(f"{name}, late parts known", total(late_parts(text, split) for text in texts))
        _print(f"{name}, other pages taken for a part", other_pages(texts, split))
        print(f"{name}, CPU seconds: {time.process_time() - before:.1f}")


def _print(what: str, counts: tuple[int, int]) -> None:
    count, of = counts
    print(f"{what:40} {count}/{of} = {100 * count / of:.1f} %")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

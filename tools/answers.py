"""Writes the answers to files and pages, so that two versions of the program can be compared.

python -m tools.answers OUT FOLDER...   a line a file: its page and digest as JSON, its reply

Two runs, one in each checkout, then ``diff OUT OTHER``: the files whose answers differ.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from handlers.message import Texts, render
from summarizer import UnreadableError, digest_page, read_page

LARGEST = 2**21


def main(out: Path, folders: list[Path]) -> None:
    """Write the answer to each file of the folders, in the order of their names."""
    count = 0
    with out.open("wb") as stream:
        for path in _files(folders):
            stream.write(msgspec.json.encode(answer(path)) + b"\n")
            count += 1
    print(f"{count} answers")


def answer(path: Path) -> dict[str, object]:
    """What the program says about one file."""
    try:
        page = read_page(path.read_bytes(), path.name)
    except UnreadableError as problem:
        return {"file": path.name, "refused": problem.advice}
    digest = digest_page(page)
    replies = [render(digest, Texts(), view).html for view in ("digest", "comments", "links")]
    return {"file": path.name, "page": page, "digest": digest, "replies": replies}


def _files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            hidden = path.name.startswith(".") or path.suffix in {".py", ".md"}
            if path.is_file() and not hidden and path.stat().st_size <= LARGEST:
                yield path


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])

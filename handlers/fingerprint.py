"""Which version of the summarizer this is, by what its files hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_NOT_INSTALLED = ("__pycache__", ".pyc")


@cache
def summarizer_fingerprint() -> str:
    """The hash of the installed summarizer, read when first asked for: some 10 ms, once a process.

    What is kept under another fingerprint is never shown: a rule or a table has changed since.
    It is the same in a checkout and in what is installed from it, on every machine. A library's
    new version does not change it.
    """
    return fingerprint(files("summarizer"))


def fingerprint(folder: Traversable) -> str:
    """The hash of all files in a folder, each with its path: in hex, 64 digits.

    Left out is what Python or an editor puts there: compiled modules and hidden files.
    """
    state = sha256()
    for path, content in _contents(folder, ""):
        for part in (path.encode(), content):
            state.update(len(part).to_bytes(8) + part)
    return state.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder, in the order of their names, each with its path."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.name.endswith(_NOT_INSTALLED):
            continue
        if entry.is_dir():
            yield from _contents(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_bytes()

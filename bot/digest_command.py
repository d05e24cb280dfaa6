"""The ``digest`` command: digests of files and folders, as text or as JSON lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TextIO

import msgspec

from bot.terminal import ERASE, bar, show
from handlers.message import Texts, full_view
from summarizer import Digest, Options, Page, UnreadableError, digest_page, read_page
from summarizer.several import apart

STANDARD_INPUT = "-"

Digested = tuple[Page, Digest]
Write = Callable[[str, Sequence[Digested]], None]
"""Writes the pages of a source with their digests: one, unless several came in it."""
Refuse = Callable[[str, str], None]
"""Takes the name of a source, and why it was not read."""


def digest_files(
    sources: Sequence[str], options: Options, write: Write, refuse: Refuse | None = None
) -> int:
    """Write the digest of each source; 0, or 1 if one could not be read (the others come out).

    What could not be read is given to ``refuse``, or else said at once.
    """
    names = [name for source in sources for name in _files(source)]
    say = _Progress(len(names), is_quiet=refuse is not None)
    failures = 0
    for number, path in enumerate(names, start=1):
        name = os.fsencode(path).decode(errors="backslashreplace")
        say.begun(number, name)
        try:
            page = read_page(_content(path), None if path == STANDARD_INPUT else Path(name).name)
        except (UnreadableError, OSError) as problem:
            failures += 1
            (refuse or say.refused)(name, _why(problem))
        else:
            write(name, [(each, digest_page(each, options)) for each in apart(page)])
    return int(failures > 0)


def terminal_writer(stream: TextIO) -> Write:
    """Writes digests for a reader."""

    def write(_name: str, pages: Sequence[Digested]) -> None:
        for page, digest in pages:
            show(full_view(replace(digest, description=page.description), Texts()), stream)

    return write


def json_writer(stream: TextIO) -> Write:
    """Writes one JSON object a line: source, page, digest, and where several came the others."""

    def write(name: str, pages: Sequence[Digested]) -> None:
        first, *others = ({"page": page, "digest": digest} for page, digest in pages)
        row = {"source": name, **first, **({"others": others} if others else {})}
        stream.write(msgspec.json.encode(row).decode() + "\n")

    return write


def _files(source: str) -> Iterator[str]:
    """The source itself, or the files of a folder, hidden ones left out."""
    path = Path(source)
    if source == STANDARD_INPUT or not path.is_dir():
        yield source
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts
        if file.is_file() and not any(part.startswith(".") for part in inside):
            yield str(file)


def _content(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _why(problem: UnreadableError | OSError) -> str:
    if isinstance(problem, UnreadableError):
        return problem.advice
    return problem.strerror or "could not be opened."


class _Progress:
    """Says what is begun and what is refused, of ``total`` sources.

    A bar does where digests go elsewhere, or come at the end (``is_quiet``).
    """

    def __init__(self, total: int, *, is_quiet: bool) -> None:
        self._total = total
        self._has_bar = sys.stderr.isatty() and (is_quiet or not sys.stdout.isatty())

    def begun(self, number: int, name: str) -> None:
        """Say which source is begun: in the bar, or by its name."""
        if self._total == 1:
            return
        if self._has_bar:
            self._say(bar(number, self._total), end="\n" if number == self._total else "")
        else:
            self._say(f"{number}/{self._total} {name}")

    def refused(self, name: str, why: str) -> None:
        """Say why a source was not read."""
        self._say(f"{name}: {why}")

    def _say(self, line: str, end: str = "\n") -> None:
        sys.stderr.write(f"{ERASE if self._has_bar else ''}{line}{end}")
        sys.stderr.flush()

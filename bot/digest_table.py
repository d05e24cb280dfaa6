"""One table of all sources: a line each has what was found in it, or why nothing was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from wcwidth import clip, width

from bot.terminal import plain

if TYPE_CHECKING:
    from bot.digest_command import Digested

_HEAD: Final = ("file", "title", "sentences", "comments", "what went wrong")
_LONGEST: Final = 48
"""Columns of the terminal that a name or a title takes at most."""


class _Row(NamedTuple):
    """The cells of a line; a page that came with another one is in a line of its own."""

    file: str
    title: str = ""
    sentences: str = ""
    comments: str = ""
    wrong: str = ""


class DigestTable:
    """Takes what was digested and refused; shows it when all is there."""

    def __init__(self) -> None:
        self._rows = [_Row(*_HEAD)]

    def write(self, name: str, pages: Sequence[Digested]) -> None:
        """Take the pages of a source."""
        for page, digest in pages:
            sentences, comments = str(digest.sentences_total), str(len(page.comments))
            self._rows.append(_Row(name, digest.title or "", sentences, comments))

    def refuse(self, name: str, why: str) -> None:
        """Take why a source was not read."""
        self._rows.append(_Row(name, wrong=why))

    def show(self, stream: TextIO) -> None:
        """Write the table; a page's control characters are left out."""
        rows = [_shown(row) for row in self._rows]
        widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
        stream.writelines("  ".join(_padded(row, widths)).rstrip() + "\n" for row in rows)


def _shown(row: _Row) -> _Row:
    """The cells on one line each: of a long path its end, of a long title its beginning."""
    lines = _Row(*(" ".join(plain(cell).split()) for cell in row))
    file, title = lines.file, lines.title
    if width(file) > _LONGEST:
        file = "…" + clip(file, width(file) - _LONGEST + 1, width(file))
    if width(title) > _LONGEST:
        title = clip(title, 0, _LONGEST - 1) + "…"
    return lines._replace(file=file, title=title)


def _padded(row: _Row, widths: Sequence[int]) -> Iterator[str]:
    """The cells as wide as their columns, numbers at the right."""
    for name, cell, wide in zip(_HEAD, row, widths, strict=True):
        blank = " " * (wide - width(cell))
        yield blank + cell if name in {"sentences", "comments"} else cell + blank

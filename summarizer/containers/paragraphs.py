"""The paragraphs of packed XML: which elements hold words, and which hold none of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.xmlstream import Event

_SIGNS = {
    "tab": "\t", "s": " ", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-",
}  # fmt: skip


class Marks(NamedTuple):
    """Names of elements, without prefix: ``paragraphs``; what in them is text; what is ``unseen``.

    Where ``words`` is empty, any text inside a paragraph counts.
    """

    paragraphs: frozenset[str]
    words: frozenset[str]
    unseen: frozenset[str]


WORD = Marks(frozenset({"p"}), frozenset({"t"}), frozenset({"pPr", "Fallback", "moveFrom", "del"}))
"""WordprocessingML (ECMA-376 part 1, 17): ``Fallback`` repeats a text box for older programs."""

DRAWING = Marks(frozenset({"p"}), frozenset({"t"}), frozenset({"pPr", "Fallback", "fld"}))
"""DrawingML, as slides have it (ECMA-376 part 1, 21); a field is the slide's number or a date."""

OPEN_DOCUMENT = Marks(
    frozenset({"p", "h"}),
    frozenset(),
    frozenset({"tracked-changes", "annotation", "note", "title", "desc", "page-number"}),
)
"""OpenDocument 1.3 part 3; tracked changes keep what was deleted."""


def paragraphs(stream: Iterable[Event], marks: Marks) -> Iterator[str]:
    """Each paragraph when it ends: one in a text box before the one it is anchored in."""
    lines: list[list[str]] = []
    path: list[str] = []
    unseen = 0
    for kind, name, _ in stream:
        if kind == "text":
            if not unseen and lines and (not marks.words or path[-1] in marks.words):
                lines[-1].append(name)
        elif unseen or (kind == "start" and name in marks.unseen):
            unseen += 1 if kind == "start" else -1
        elif kind == "start":
            path.append(name)
            _begin(name, lines, marks)
        else:
            del path[-1:]
            if name in marks.paragraphs and lines:
                yield "".join(lines.pop())
    yield from ("".join(line) for line in reversed(lines))


def _begin(name: str, lines: list[list[str]], marks: Marks) -> None:
    if name in marks.paragraphs:
        lines.append([])
    elif lines and name in _SIGNS:
        lines[-1].append(_SIGNS[name])

"""A message's lines come in, a comment goes out, without what nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.model import Comment
from summarizer.page.interface import Mark, find_marks
from summarizer.page.kinds.chats.authors import clean_author
from summarizer.page.kinds.chats.moments import day_line
from summarizer.page.kinds.chats.words import is_note

_RULE = re.compile(r"[=\-*_]{5,200}")
_EDITED = re.compile(
    r"\s{1,3}(?:<(?P<note>[^<>=/]{4,60} [^<>=/]{2,60})>|\((?P<mark>[^()]{3,20})\))\Z"
)
_LONGEST_DAY = 120
_LONGEST_NOTE = 150


def to_comment(author: str, lines: Iterable[str]) -> Comment | None:
    """What ``author`` says in ``lines``; None where nobody says anything."""
    kept = [
        line
        for i, line in enumerate(lines)
        if not _is_dirt(line, author) and not (i and day_line().fullmatch(line[:_LONGEST_DAY]))
    ]
    text = "\n".join(kept).strip()
    if len(kept) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1].strip()  # LINE puts quotation marks around several lines
    text = _unmarked(text)
    return Comment(text, clean_author(author)) if text else None


def _is_dirt(line: str, author: str) -> bool:
    """Whether the line is a note of the program, a rule, a count of answers, or "(edited)"."""
    if _RULE.fullmatch(line) or is_note(line, author):
        return True
    marks = find_marks(line)
    return Mark.REPLIES in marks or (line.startswith("(") and Mark.EDITED in marks)


def _unmarked(text: str) -> str:
    """``text`` without the note behind it that it was edited."""
    found = _EDITED.search(text[-_LONGEST_NOTE:])
    if not found or not (found["note"] or Mark.EDITED in find_marks(found["mark"])):
        return text
    return text[: len(text) - len(found[0])]

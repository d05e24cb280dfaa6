"""Comments that are a line each, as tools write them that keep no layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Comment
from summarizer.page.interface import Line, Mark

CLOSING = (Mark.OFF, Mark.PANEL)
"""What ends the discussion: what stands below such a line is the publisher's."""

_MARKS = (Mark.SORT, Mark.ADD, Mark.COUNT)
_ITEM = re.compile(r"(?:[-*•–]|\d{1,5}[.)])\s+")
_AUTHOR = re.compile(r"[*_]{0,2}(@[^\s:]{1,60})[*_]{0,2}\s?:\s+")
_MOST = 0.9


def read_plain_comments(lines: Sequence[Line]) -> list[Comment]:
    """The comments in ``lines``, each a line."""
    texts = [line.text for line in lines if line.text and not line.says(*_MARKS, *CLOSING)]
    return [_read_item(text) for text in texts] if _are_items(texts) else [*map(Comment, texts)]


def _are_items(texts: Sequence[str]) -> bool:
    """Whether nearly all comments are items of a list."""
    return sum(_ITEM.match(text) is not None for text in texts) >= _MOST * len(texts) > 0


def _read_item(text: str) -> Comment:
    """The comment in an item like "- @name: text"."""
    item = _ITEM.match(text)
    bare = text[item.end() :] if item else text
    named = _AUTHOR.match(bare)
    return Comment(bare[named.end() :], named[1]) if named else Comment(bare)

"""Short remarks whose words a model of single words misreads, and that are plain to any reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from summarizer.data import rows
from summarizer.model import Comment
from summarizer.mood.praise import praises
from summarizer.opinions import Pole

LONGEST = 160
"""Characters of a remark that says one thing."""

Remark = Literal["positive", "negative", "neutral", "condolence", "agreement"]

_EDGES = " \t\n.,!?…:;-–\"'“”()❤️😂👍🙏😢💯👏🔥"


def plain_remark(text: str) -> Remark | None:
    """What a short remark is, None where it is none of those that are known."""
    if len(text) > LONGEST:
        return None
    said = " ".join(text.lower().replace("’", "'").split()).strip(_EDGES)
    kinds, pattern = _remarks()
    found = pattern.fullmatch(said)
    return kinds[found.lastindex - 1] if found and found.lastindex else None


def plainly(text: str, pole: Pole) -> Pole:
    """``pole`` of a comment, corrected where its words are plain.

    Praise is known word for word, even where its language seems to be another.
    """
    if praises(text):
        return "positive"
    if pole == "unread":
        return pole
    kind = plain_remark(text)
    if kind == "condolence":
        return "unclear" if pole == "negative" else pole
    return pole if kind is None or kind == "agreement" else kind


def answered(comments: Sequence[Comment]) -> dict[Comment, Comment]:
    """Replies that only agree, each with the comment that it answers: the one above the replies."""
    found: dict[Comment, Comment] = {}
    above: Comment | None = None
    for comment in comments:
        if not comment.reply:
            above = comment
        elif above is not None and plain_remark(comment.text) == "agreement":
            found[comment] = above
    return found


@cache
def _remarks() -> tuple[Sequence[Remark], re.Pattern[str]]:
    """The kind of each line of the table, and all lines in one pattern, a group for each.

    No line has a group of its own.
    """
    kinds: dict[str, Remark] = {
        "positive": "positive",
        "negative": "negative",
        "neutral": "neutral",
        "condolence": "condolence",
        "agreement": "agreement",
    }
    table = rows("plain_remarks")
    pattern = "|".join(f"({pattern})" for _, pattern in table)
    return [kinds[kind] for kind, _ in table], re.compile(pattern)

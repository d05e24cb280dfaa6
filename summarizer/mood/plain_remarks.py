"""Short remarks whose words a model of single words misreads, and that are plain to any reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from summarizer.data import rows
from summarizer.model import Comment
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
    return next((kind for kind, pattern in _remarks() if pattern.fullmatch(said)), None)


def plainly(text: str, pole: Pole) -> Pole:
    """``pole`` of a comment, corrected where its words are plain."""
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
def _remarks() -> tuple[tuple[Remark, re.Pattern[str]], ...]:
    return tuple(_compiled(rows("plain_remarks")))


def _compiled(table: Iterable[Sequence[str]]) -> Iterable[tuple[Remark, re.Pattern[str]]]:
    kinds: dict[str, Remark] = {
        "positive": "positive",
        "negative": "negative",
        "neutral": "neutral",
        "condolence": "condolence",
        "agreement": "agreement",
    }
    return ((kinds[kind], re.compile(pattern)) for kind, pattern in table)

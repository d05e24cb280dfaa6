"""Headers of threads, a name and an age in one line, as Hacker News and old Reddit set them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.page.bounds.comment_header import EDGES, CommentHeader, is_author
from summarizer.page.interface import LONGEST_LABEL, Line, Mark, find_marks, parse_amount, read_line

_DIGIT = re.compile(r"\d")
_FOLDED = re.compile(r"^\[[-–—+]\]\s?")
_BAR = " | "
_POINTS = re.compile(r"(-?\d[\d.,]{0,8}[kK]?) points?\s+")


def read_thread_header(lines: Sequence[Line], at: int) -> CommentHeader | None:
    """The header in line ``at``: "name 3 hours ago | parent", "[–]name 12 points 3 hours ago"."""
    text = lines[at].text
    split = _split(text) if len(text) <= LONGEST_LABEL and " " in text else None
    if not split:
        return None
    name, age, likes, threaded = split
    return CommentHeader(at, at + 1, name, age, likes=likes, threaded=threaded)


@lru_cache(maxsize=1 << 12)
def _split(text: str) -> tuple[str, str, int | None, bool] | None:
    """Author, age and points in a line, and whether links of the thread follow them."""
    if not _DIGIT.search(text):
        return None
    said = _FOLDED.sub("", text).partition(_BAR)[0]
    name, _, rest = said.partition(" ")
    points = _POINTS.match(rest)
    age = rest[points.end() if points else 0 :].strip(EDGES)
    if Mark.AGE not in find_marks(age):
        return None
    name = name.removesuffix("[S]").removesuffix("[M]").strip(EDGES)
    likes = parse_amount(points[1]) if points else None
    return (name, age, likes, said != text) if is_author(read_line(name)) else None

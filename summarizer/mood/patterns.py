"""Tables of patterns: which comments laugh, turn their words round, or advertise."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from summarizer.mood.words import LONGEST


def laughs(text: str) -> bool:
    """Whether ``text`` holds laughter in any spelling: haha, jaja, kkk, ахах, ))), 草, ㅋㅋ, 😂."""
    return _found("laughter.txt", text)


def ironic(text: str) -> bool:
    """Whether ``text`` holds words, faces or scare quotes that often turn a remark round."""
    return _found("irony.txt", text)


def advertises(text: str) -> bool:
    """Whether ``text`` sends the reader to a channel, a chat or easy money."""
    return _found("spam.txt", text)


def _found(table: str, text: str) -> bool:
    return _pattern(table).search(text[:LONGEST].lower()) is not None


@lru_cache(maxsize=8)
def _pattern(table: str) -> re.Pattern[str]:
    """All patterns of a table as one."""
    lines = files("summarizer").joinpath("data", table).read_text(encoding="utf-8").splitlines()
    return re.compile("|".join(line for line in lines if line and line[:2] != "# "))

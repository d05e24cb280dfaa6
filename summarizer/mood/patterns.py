"""Tables of patterns: which comments laugh, turn their words round, or advertise."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from summarizer.mood.words import LONGEST


def laughs(text: str) -> bool:
    """Whether ``text`` holds laughter in any spelling: haha, jaja, kkk, ахах, ))), 草, ㅋㅋ, 😂."""
    return _found("laughter.tsv", text)


def ironic(text: str) -> bool:
    """Whether ``text`` holds words, faces or scare quotes that often turn a remark round."""
    return _found("irony.tsv", text)


def advertises(text: str) -> bool:
    """Whether ``text`` sends the reader to a channel, a chat or easy money."""
    return _found("spam.tsv", text)


def _found(table: str, text: str) -> bool:
    """A pattern is only tried where one of its literals is there: most comments have none."""
    text = text[:LONGEST].lower()
    for literal, pattern in _rows(table):  # noqa: SIM110 - a third faster, and it runs often
        if literal in text and pattern.search(text):
            return True
    return False


@lru_cache(maxsize=8)
def _rows(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each literal of a table with the pattern of its line."""
    lines = files("summarizer").joinpath("data", table).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return tuple((word, re.compile(pattern)) for words, pattern in rows for word in words.split())

"""The lines with which messages begin in each program's logs, from data/chat_heads.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from summarizer.data import rows
from summarizer.page.interface import INVISIBLE
from summarizer.page.kinds.chats.moments import slots, spaced
from summarizer.page.kinds.chats.words import phrases

_PEOPLE = {
    "name": r"(?P<name>[^\s:<>\[\]][^:<>\n]{0,60}?)",
    "bracketed": r"(?P<name>[^\[\]\n]{1,60})",
    "angled": r"(?P<name>[^<>\n]{1,60})",
    "cell": r"(?P<name>[^\t\n]{1,60})",
    "nick": r"(?P<name>[^\s:<>]{1,40})",
    "first": r"(?P<first>[^\s:<>]{1,40})",
    "actor": r"(?P<actor>[^\s:<>]{1,40})",
    "text": r"(?P<text>.+)",
    "act": r"(?P<act>.+)",
    "event": r"(?P<event>.+)",
}
_MARKS = dict.fromkeys(map(ord, INVISIBLE.replace("\u200b", "")))
"""Marks of writing direction, which stand anywhere in a head."""

_AUTOMATIC = "\u200e"
"""What WhatsApp on iOS sets before a text that nobody wrote."""


_DASHES = frozenset("—–")
_HOUR, _NEAR = re.compile(r"\d[:.]\d\d"), 40


class Head(NamedTuple):
    """The first line of a message; without ``author`` it is what the program says itself.

    Before that some programs set ``chat``: what the chat is called, or of whom they say it.
    """

    author: str | None
    text: str
    chat: str | None = None


class Program(NamedTuple):
    """How a program writes: ``fewest`` messages are sure, some below a line ``above``."""

    name: str
    fewest: int
    above: re.Pattern[str] | None
    pattern: re.Pattern[str]

    @property
    def has_first_words(self) -> bool:
        """Whether what it gives as an author is only the first word of a name."""
        return "first" in self.pattern.groupindex

    def read(self, line: str) -> Head | None:
        """The head in ``line``, None where no message begins."""
        found = self.pattern.match(line.translate(_MARKS))
        if not found:
            return None
        parts = found.groupdict()
        who = (parts.get(slot) for slot in ("name", "first", "actor"))
        author, text = next(filter(None, who), None), parts.get("text") or parts.get("act")
        if author is None or (text and line.endswith(_AUTOMATIC + text)):
            return Head(None, text or parts.get("event") or "", author)
        return Head(author, text or "")


def whole_heads(lines: Iterable[str]) -> list[str]:
    """``lines`` with each head in one: of Discord, name, dash and time may stand on three."""
    whole: list[str] = []
    for line in lines:
        if len(whole) > 1 and whole[-1] in _DASHES and whole[-2] and _HOUR.search(line[:_NEAR]):
            dash, name = whole.pop(), whole.pop()
            whole.append(f"{name} {dash} {line}")
        else:
            whole.append(line)
    return whole


@lru_cache(maxsize=1)
def programs() -> tuple[Program, ...]:
    """All programs of the table."""
    filled = {**slots(), **_PEOPLE, "from": _either("from"), "to": _either("to")}
    return tuple(
        Program(
            name, int(fewest), _compile(above, filled) if above else None, _compile(head, filled)
        )
        for name, fewest, above, head in rows("chat_heads")
    )


def _compile(template: str, filled: dict[str, str]) -> re.Pattern[str]:
    for name, part in filled.items():
        template = template.replace(f"{{{name}}}", part)
    return re.compile(rf"(?:{spaced(template)})\Z", re.IGNORECASE)


def _either(kind: str) -> str:
    return "|".join(re.escape(one) for one in sorted(phrases(kind), key=len, reverse=True))

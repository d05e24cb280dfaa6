"""What Telegram turns into links by itself: mentions, commands, tags, addresses, e-mails.

The rules are those of the clients and of TDLib, with which the tests compare this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category

from bot.local.text.bare_addresses import find_addresses
from bot.local.text.entities import Entity, units

_LETTER = "\\w\u200c\u00b7\u0d80-\u0dff"
# Whose tag it is: taken whole where it stands, so that what follows cannot cut it.
_OWNER = "(?:@[A-Za-z0-9_]{3,32}+|(?!@[A-Za-z0-9_]{3}))"
_PATH = '^ \\n<>\u00ab\u00bb"\u00a0\u1680\u2000-\u200b\u200e\u200f\u2016-\u206f\u3000'
_SOLID = f"[{_PATH}.:;,('?!`]"
_PATTERNS = {
    "mention": re.compile(r"(?<!\w)@([A-Za-z0-9_]{3,32})(?!\w)"),
    "bot_command": re.compile(
        r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32}(?![\w/<>])|(?![\w/<>@]))"
    ),
    "hashtag": re.compile(
        rf"(?<![{_LETTER}])#(?=[{_LETTER}]*[^\W\d_])[{_LETTER}]{{1,256}}+(?![{_LETTER}]*#){_OWNER}(?!#)"
    ),
    "cashtag": re.compile(
        rf"(?<![${_LETTER}])\$(?:1INCH|[A-Z]{{1,8}})(?![${_LETTER}]){_OWNER}(?![${_LETTER}])"
    ),
    "url": re.compile(
        rf"(?:tg|ton)://[A-Za-z0-9_-]{{1,253}}(?:/[{_PATH}]*|[?#](?=[{_PATH}]*?{_SOLID})[{_PATH}]*)?",
        re.IGNORECASE,
    ),
}
_TAGS = {"hashtag", "cashtag"}
_SHORT_NAMES = {"gif", "vid", "pic"}
_SHORTEST_NAME = 4
_END = ".:;,('?!`"
_Found = tuple[int, int, str]


def find_links(text: str) -> list[Entity]:
    """The entities that nobody marked, none touching another, in their order."""
    entities: list[Entity] = []
    reached = 0
    for start, end, kind in sorted(_all(text), key=lambda found: (found[0], -found[1])):
        if start >= reached:
            reached = end
            place = {"offset": units(text[:start]), "length": units(text[start:end])}
            entities.append({"type": kind, **place})
    return entities


def _all(text: str) -> Iterator[_Found]:
    lettered = _without_fractions(text)
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(lettered if kind in _TAGS else text):
            if kind != "mention" or _is_name(match[1]):
                yield match.start(), match.start() + _length(kind, match[0]), kind
    yield from find_addresses(text)


def _without_fractions(text: str) -> str:
    """The text with blanks for what Python counts as a letter and Telegram's tags do not."""
    strange = {c for c in set(text) if c > "\x7f" and category(c) in {"No", "Nl"}}
    return text.translate({ord(c): " " for c in strange}) if strange else text


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME or name.lower() in _SHORT_NAMES


def _length(kind: str, found: str) -> int:
    """Without the punctuation that ends a sentence rather than an address."""
    return len(found.rstrip(_END)) if kind == "url" else len(found)

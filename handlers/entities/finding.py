"""All that Telegram turns into entities by itself, of whatever kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from handlers.entities.addresses import find_addresses
from handlers.entities.cards import find_cards

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
        rf"(?:[Tt][Gg]|[Tt][Oo][Nn])://[A-Za-z0-9_-]{{1,253}}(?:/[{_PATH}]*|[?#](?=[{_PATH}]*?{_SOLID})[{_PATH}]*)?"
    ),
}
_WITHOUT_WHICH_NOTHING = re.compile(r"[@/#$]|\.\S|[0-9][0-9 -]{11}")
_TAGS = {"hashtag", "cashtag"}
_SHORT_NAMES = {"gif", "vid", "pic"}
_SHORTEST_NAME = 4
_END = ".:;,('?!`"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A stretch of characters, and the type of the entity that it becomes."""

    start: int
    end: int
    kind: str


def find_entities(text: str) -> list[Found]:
    """The entities that nobody marked, none touching another, in their order."""
    if not _WITHOUT_WHICH_NOTHING.search(text):  # as in most sentences
        return []
    entities: list[Found] = []
    reached = 0
    for found in sorted(_all(text), key=lambda found: (found.start, -found.end)):
        if found.start >= reached:
            reached = found.end
            entities.append(found)
    return entities


def _all(text: str) -> Iterator[Found]:
    lettered = _without_fractions(text)
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(lettered if kind in _TAGS else text):
            if kind != "mention" or _is_name(match[1]):
                yield Found(match.start(), match.start() + _length(kind, match[0]), kind)
    yield from (Found(*found) for found in find_addresses(text))
    yield from (Found(start, end, "bank_card") for start, end in find_cards(text))


def _without_fractions(text: str) -> str:
    """The text with blanks for what Python counts as a letter and Telegram's tags do not."""
    strange = {c for c in set(text) if c > "\x7f" and category(c) in {"No", "Nl"}}
    return text.translate({ord(c): " " for c in strange}) if strange else text


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME or name.lower() in _SHORT_NAMES


def _length(kind: str, found: str) -> int:
    """Without the punctuation that ends a sentence rather than an address."""
    return len(found.rstrip(_END)) if kind == "url" else len(found)

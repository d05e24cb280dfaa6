"""What Telegram turns into links by itself: mentions, commands, tags, addresses, e-mails.

The rules are those of the clients and of TDLib, with which the tests compare this module.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from bot.local.entities import Entity

_WORD = r"\w"
_TAG = r"[\d_\u200c\u00b7\u0d80-\u0dff]|[^\W]"
_PATH = r"[^\s<>\"«»\u2000-\u200b\u200e\u200f\u2016-\u206f\u3000\u00a0\u1680]"
_LABEL = r"[A-Za-z0-9_~\-\u00c0-\u1fff\u2070-\u2fff\u3001-\U0010ffff]"
_PATTERNS = {
    "mention": re.compile(r"(?<![\w])@([A-Za-z0-9_]{2,32})(?![\w])"),
    "bot_command": re.compile(
        r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"
    ),
    "hashtag": re.compile(
        r"(?<![\w\u200c\u00b7])#(?=[\w\u200c\u00b7]*[^\W\d_])[\w\u200c\u00b7]{1,256}(?![\w\u200c\u00b7#])"
    ),
    "cashtag": re.compile(r"(?<![\w$])\$(?:1INCH|[A-Z]{1,8})(?![\w$])"),
    "email": re.compile(
        r"(?<![\w.+\-@])[A-Za-z0-9_\-]+(?:[.+][A-Za-z0-9_\-]+)*@"
        r"(?:[A-Za-z0-9](?:[A-Za-z0-9_\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,8}(?![\w@])"
    ),
    "url": re.compile(
        rf"(?<![\w@#/.])(?P<scheme>https?://|ftp://)?(?P<host>(?:{_LABEL}+\.)+(?P<top>{_LABEL}{{2,}}))"
        rf"(?P<port>:\d{{1,5}})?(?P<path>[/?#]{_PATH}*)?"
    ),
}
_END = ".:;,('?!`"
_SHORTEST_NAME = 4
_SHORT_NAMES = {"gif", "vid", "pic"}


def find_links(text: str) -> list[Entity]:
    """The entities that nobody marked, none touching another, in their order."""
    found = sorted(
        (start, end, kind)
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if (span := _span(kind, match))
        for start, end in [span]
    )
    offsets = [0, *accumulate(1 + (c > "\uffff") for c in text)]
    entities: list[Entity] = []
    reached = 0
    for start, end, kind in found:
        if start >= reached:
            reached = end
            length = offsets[end] - offsets[start]
            entities.append({"type": kind, "offset": offsets[start], "length": length})
    return entities


def _span(kind: str, match: re.Match[str]) -> tuple[int, int] | None:
    if kind == "mention" and len(match[1]) < _SHORTEST_NAME:
        return match.span() if match[1].lower() in _SHORT_NAMES else None
    if kind != "url":
        return match.span()
    if not (match["scheme"] or match["top"].lower() in _tops()):
        return None
    return match.start(), match.start() + len(match[0].rstrip(_END))


@cache
def _tops() -> frozenset[str]:
    """All top-level domains there are."""
    from publicsuffixlist import PublicSuffixList

    names = PublicSuffixList()._publicsuffix  # noqa: SLF001 - the list has no public way out
    return frozenset(name for name in names if "." not in name)

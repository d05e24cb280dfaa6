"""How much of HTML is made a tree: what would take too much time or memory is cut or refused."""

from __future__ import annotations

import re

from summarizer.model import UnreadableError

FEW_NODES, LEAST_LETTERS = 100_000, 20
"""So many elements may be as small as they like; of more each has such a number of letters."""

DEEPEST = 500
MOST_COMPARED = 100_000_000
"""The attributes of a tag are compared with each other."""

MOST_NAMES = 10_000
"""Names of tags and attributes: each new one is looked for among the others."""

_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"[^\"]*(?:\"|$)|'[^']*(?:'|$)|[^\s\"'>]+))?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z\d-]{0,40})([^<>]*)")
# Tags that end by themselves.
_ENDED = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "rp", "rt", "path", "html", "body",
})  # fmt: skip
# Left open, these are opened again inside every block that follows.
_REOPENED = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip

_TOO_MUCH = UnreadableError("saved-too-deep")


def affordable(html: str) -> str:
    """The beginning of ``html`` that has no more elements than are read, mostly all of it.

    Raises UnreadableError where a tree of it would be too deep or its tags are made to hurt.
    """
    most = max(FEW_NODES, len(html) // LEAST_LETTERS)
    nodes = depth = reopened = compared = 0
    names: set[str] = set()
    for tag in _TAG.finditer(html):
        end, name, rest = tag[1], tag[2].lower(), tag[3]
        if name in _REOPENED:
            reopened = max(0, reopened + (-1 if end else 1))
        if end:
            depth = max(0, depth - (name not in _ENDED))
            continue
        nodes += 1 + reopened
        depth += name not in _ENDED and not rest.endswith("/")
        attributes = _ATTRIBUTE.findall(rest) if rest else []
        compared += len(attributes) ** 2
        names.update(attributes, (name,))
        if nodes > most:
            return html[: tag.start()]
        if depth > DEEPEST or compared > MOST_COMPARED or len(names) > MOST_NAMES:
            raise _TOO_MUCH
    return html

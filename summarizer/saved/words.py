"""The words of a tree as a browser shows them: blocks on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = (
    "script, style, noscript, template, svg, iframe, nav, aside, form, button, select, head,"
    " footer, .reader-domain, .reader-estimated-time, [hidden], [aria-hidden='true'], dialog"
)
_FRAME = (
    "#movie_player, #related, [section-identifier='related-items'], ytd-masthead, tp-yt-app-drawer,"
    " ytd-guide-renderer, ytd-mini-guide-renderer, ytd-watch-next-secondary-results-renderer"
)
"""What YouTube shows around a video: its player, its menus, other videos."""

_BLOCKS = (
    "p, div, li, ul, ol, table, tr, h1, h2, h3, h4, h5, h6, section, article, blockquote, pre,"
    " header, main, figure, figcaption, dl, dt, dd, br, hr, td"
)
_MAIN = ("article", "main", '[role="main"]', "#content")
_REACTIONS = "ul._a6-q"
"""Who liked a message, in Meta's exports: they stand inside its text."""

_ENOUGH = 0.4
_BREAK = "\ue000"
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"([{_OPENS}{_CLOSES}])")


class Anchor(NamedTuple):
    """Where a link's words begin and end in a text, and what it opens."""

    start: int
    end: int
    address: str


class LinkedText(NamedTuple):
    """The text of a page's main part, one line a block, and the links in it."""

    text: str
    anchors: tuple[Anchor, ...] = ()


def visible_text(tree: LexborHTMLParser) -> str:
    """The text of the page's main part, one line a block; it changes the tree."""
    main = _main_part(tree)
    return _lines(main) if main else ""


def linked_text(tree: LexborHTMLParser) -> LinkedText:
    """The same text with its links; those of several lines, as of a picture, are left out."""
    main = _main_part(tree)
    if main is None:
        return LinkedText("")
    addresses: list[str] = []
    for node in main.css("a[href]"):
        addresses.append((node.attributes.get("href") or "").strip())
        node.insert_before(_OPENS)
        node.insert_after(_CLOSES)
    return _without_marks(_lines(main), iter(addresses))


def _without_marks(marked: str, addresses: Iterator[str]) -> LinkedText:
    """The text without the marks around its links, of which the ``addresses`` are in order."""
    lines: list[str] = []
    anchors: list[Anchor] = []
    length = 0
    for line in marked.split("\n"):
        own = _line_without_marks(line, addresses)
        if own.text:
            lines.append(own.text)
            anchors += (Anchor(length + a.start, length + a.end, a.address) for a in own.anchors)
            length += len(own.text) + 1
    return LinkedText("\n".join(lines), tuple(anchors))


def _line_without_marks(line: str, addresses: Iterator[str]) -> LinkedText:
    """A line, its blanks at marks folded; only links that begin and end in it are its anchors."""
    pieces: list[str] = []
    anchors: list[Anchor] = []
    begun: tuple[int, str] | None = None
    length, blank = 0, True
    for part in _MARK.split(line):
        if part == _OPENS:
            begun = length, next(addresses, "")
        elif part == _CLOSES and begun:
            anchors.append(Anchor(begun[0], max(begun[0], length - blank), begun[1]))
            begun = None
        elif part != _CLOSES and (said := part.lstrip() if blank else part):
            pieces.append(said)
            length, blank = length + len(said), said[-1] == " "
    return LinkedText("".join(pieces).rstrip(), tuple(anchors))


def _main_part(tree: LexborHTMLParser) -> LexborNode | None:
    """What holds most of the page's words, without its menus; it changes the tree."""
    body = tree.body
    if body is None:
        return None
    for node in tree.css(f"{_UNSEEN}, {_FRAME}"):
        node.decompose(recursive=True)
    whole = len(body.text())
    mains = (node for selector in _MAIN for node in body.css(selector)[:1])
    return next((n for n in mains if len(n.text()) > _ENOUGH * whole), body)


def _lines(main: LexborNode) -> str:
    for node in main.css("pre"):
        node.inner_html = (node.inner_html or "").replace("\n", _BREAK)
    for node in main.css(_BLOCKS):
        node.insert_before(_BREAK)
        node.insert_after(_BREAK)
    text = re.sub(r"\s+", " ", main.text())
    return re.sub(rf"\s?{_BREAK}[\s{_BREAK}]*", "\n", text).strip()


def shown(node: LexborNode | None) -> str:
    """The words of ``node`` with its own line ends, pictures of emoji as their signs."""
    if node is None:
        return ""
    for reactions in node.css(_REACTIONS):
        reactions.decompose()
    for part in node.css("img, br"):
        part.replace_with("\n" if part.tag == "br" else part.attributes.get("alt") or "")
    lines = (" ".join(line.split()) for line in node.text().split("\n"))
    return "\n".join(lines).strip()

"""The words of a tree as a browser shows them: blocks on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def visible_text(tree: LexborHTMLParser) -> str:
    """The text of the page's main part, one line a block; it changes the tree."""
    body = tree.body
    if body is None:
        return ""
    for node in tree.css(f"{_UNSEEN}, {_FRAME}"):
        node.decompose(recursive=True)
    whole = len(body.text())
    mains = (node for selector in _MAIN for node in body.css(selector)[:1])
    main = next((n for n in mains if len(n.text()) > _ENOUGH * whole), body)
    return _lines(main)


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

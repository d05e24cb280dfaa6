"""Pieces of HTML inside other data: their words, and their links."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from summarizer.decode import normalise
from summarizer.saved.cost import affordable
from summarizer.saved.words import visible_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LONGEST_LABEL = 200


def words_of(html: str) -> str:
    """The words in a piece of HTML, one line a block; text without tags as it is."""
    if "<" not in html:
        return normalise(unescape(html)).strip()
    return normalise(visible_text(tree_of(html)))


def tree_of(html: str) -> LexborHTMLParser:
    """The tree of a piece of HTML; UnreadableError where it would cost too much."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(affordable(html))


def labelled_links(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The words of each link to a web page, or those of its picture, and its address."""
    for node in tree.css('a[href^="http"]'):
        picture = node.css_first("img[alt]")
        label = " ".join(node.text().split())
        label = label or ((picture.attributes.get("alt") or "") if picture else "")
        yield label[:_LONGEST_LABEL], (node.attributes.get("href") or "").strip()

"""The links of an article: those in its sentences and its sources, not those of its frame."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, islice
from urllib.parse import urldefrag, urljoin, urlsplit

from summarizer.links import Entity, find_links
from summarizer.links.suffix import registrable_domain
from summarizer.model import Link
from summarizer.saved.words import Anchor, LinkedText

_MOST = 5000
"""Links that are looked at."""
_PROSE = 25
"""Characters beside its links that make a line a sentence, and no row of a menu."""
_SHARING = re.compile(
    r"/sharer?\b|/share[-?/]|/intent/|sharearticle|/pin/create|/submit\?|whatsapp\.com/send",
    re.IGNORECASE,
)
"""What a button opens that shares a page."""


def article_links(linked: LinkedText, address: str | None, maker: str = "") -> tuple[Link, ...]:
    """The links in the sentences of ``linked``, and those to other sites on lines of their own.

    ``address`` is that of the page, None where it is not known; ``maker`` is who publishes it.
    """
    anchors = _of_article(linked, address or "")
    return find_links(linked.text, list(_entities(linked.text, anchors)), maker)


def _of_article(linked: LinkedText, address: str) -> Iterator[Anchor]:
    """The anchors that lead to another page, each with its whole address."""
    text = linked.text
    breaks = [found.start() for found in re.finditer("\n", text)]
    looked_at = islice(linked.anchors, _MOST)
    for place, on_line in groupby(looked_at, key=lambda one: bisect_right(breaks, one.start)):
        anchors = list(on_line)
        start = breaks[place - 1] + 1 if place else 0
        end = breaks[place] if place < len(breaks) else len(text)
        linking = sum(anchor.end - anchor.start for anchor in anchors)
        is_sentence = end - start - linking >= _PROSE
        for anchor in anchors:
            whole = _whole(anchor.address, address)
            if whole and (is_sentence or _is_source(whole, address)):
                yield anchor._replace(address=whole)


def _whole(link: str, page: str) -> str:
    """The address that ``link`` opens on ``page``; "" for a part of the page, or its buttons."""
    try:
        whole = urljoin(page, link)
    except ValueError:
        return ""
    is_web = whole.lower().startswith(("http://", "https://"))
    stays = urldefrag(whole).url == page or _SHARING.search(whole)
    return whole if is_web and not stays else ""


def _is_source(link: str, page: str) -> bool:
    """Whether ``link`` leads from ``page`` to another site, and not to somebody's profile."""
    here, there = _owner(page), _owner(link)
    return (
        bool(here and there)
        and here != there
        and all(found.kind != "social" for found in find_links(link))
    )


def _owner(address: str) -> str:
    try:
        return registrable_domain(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def _entities(text: str, anchors: Iterator[Anchor]) -> Iterator[Entity]:
    """The ``anchors`` in units of UTF-16, as Telegram marks links."""
    at, units = 0, 0
    for anchor in anchors:
        units += _units(text[at : anchor.start])
        yield Entity(units, _units(text[anchor.start : anchor.end]), anchor.address)
        at = anchor.start


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

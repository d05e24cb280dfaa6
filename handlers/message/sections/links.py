"""The links worth opening: sources first, each with its label and the host that it opens.

Where the page gives two addresses of a host the same label, their paths tell them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.texts import Texts
from summarizer import Digest, Link

LABEL_CHARACTERS = 120
ADDRESS_CHARACTERS = 60
FIRST = 3


def links(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """Sources, or else the first three; the rest is counted."""
    every = digest.links
    if not every:
        return ()
    chosen = [x for x in every if x.kind == "source" and not x.warning] or every[:FIRST]
    return _section(chosen[:number], every, "more-links", texts)


def all_links(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """Every link, sources first, else in the order of the page."""
    every = sorted(digest.links, key=lambda x: x.kind != "source")
    if not every:
        return block([(plain(texts("no-links")),)])
    return _section(every[:number], every, "more-lines", texts)


def written_links(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """The addresses as the page writes them, where cleaning changed them."""
    changed = [x.written for x in digest.links if x.written != x.url]
    lines: list[Line] = [(quoted(address),) for address in changed]
    return block([(bold(texts("links-written")),), *lines]) if changed else ()


def _section(
    shown: Sequence[Link], every: Sequence[Link], more: str, texts: Texts
) -> tuple[Block, ...]:
    hidden = len(every) - len(shown)
    rest = [(plain(texts(more, n=hidden)),)] if hidden else []
    named = Counter((link.label, _host(link)) for link in every)
    lines = (_link(link, texts, alone=named[link.label, _host(link)] == 1) for link in shown)
    return block([(bold(texts("links-title")),), *lines, *rest])


def _link(link: Link, texts: Texts, *, alone: bool) -> Line:
    """``alone``: no other link has the same label and host."""
    label = (quoted(shorten(link.label, LABEL_CHARACTERS)), plain(" — ")) if link.label else ()
    notes = "".join(f" ({note})" for note in _notes(link, texts))
    host = _host(link)
    if not host:
        target = quoted(shorten(link.written, 100))
    else:
        target = quoted(host if alone else _short_address(link), url=link.url)
    return (*label, target, plain(notes))


def _host(link: Link) -> str | None:
    """The host that ``link`` opens; None where it must not or cannot be opened."""
    return urlsplit(link.url).hostname if not link.warning and link.kind != "cut" else None


def _short_address(link: Link) -> str:
    bare = link.url.partition("://")[2].removeprefix("www.")
    return shorten(bare.rstrip("/"), ADDRESS_CHARACTERS)


def _notes(link: Link, texts: Texts) -> Iterable[str]:
    if link.kind == "cut":
        yield texts("link-truncated")
    if link.kind == "affiliate":
        yield texts("affiliate")
    if link.warning:
        yield texts("link-warning", why=link.warning)
    if link.count > 1:
        yield texts("link-times", n=link.count)

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
ALL_UP_TO = 12
"""So many links a digest shows, to be unfolded; of more only so many."""
IN_SIGHT = 3
"""Links before those that are folded; one alone is not."""


def links(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """The first of them, sources before others, three in sight; what is not shown is counted."""
    every = _sources_first(digest)
    if not every:
        return ()
    lines = _lines(every, min(number, ALL_UP_TO), "more-links", texts)
    in_sight = len(lines) if len(lines) <= IN_SIGHT + 1 else IN_SIGHT
    heading = (bold(texts("links-title")),)
    return (*block([heading, *lines[:in_sight]]), *block(lines[in_sight:], folded=True))


def all_links(digest: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """Every link, sources first, else in the order of the page."""
    every = _sources_first(digest)
    if not every:
        return block([(plain(texts("no-links")),)])
    return block([(bold(texts("links-title")),), *_lines(every, number, "more-lines", texts)])


def written_links(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """The addresses as the page writes them, where cleaning changed them."""
    changed = [x.written for x in digest.links if x.written != x.url]
    lines: list[Line] = [(quoted(address),) for address in changed]
    return block([(bold(texts("links-written")),), *lines]) if changed else ()


def _sources_first(digest: Digest) -> list[Link]:
    """All links; one that must not be opened is no source, one that opens nothing stands last."""
    links = sorted(digest.links, key=lambda x: x.kind != "source" or x.warning is not None)
    return sorted(links, key=lambda x: x.kind == "cut")


def _lines(every: Sequence[Link], number: int, more: str, texts: Texts) -> list[Line]:
    hidden = len(every) - len(every[:number])
    rest: list[Line] = [(plain(texts(more, n=hidden)),)] if hidden else []
    named = Counter((link.label, _host(link)) for link in every)
    shown = every[:number]
    lines = [_link(link, texts, alone=named[link.label, _host(link)] == 1) for link in shown]
    return [*lines, *rest]


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
        yield texts("link-warning", why=texts(f"warnings.{link.warning}"))
    if link.count > 1:
        yield texts("link-times", n=link.count)

"""The description as the publisher wrote it: a recipe's ingredients and steps, a list of tracks."""

from __future__ import annotations

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.texts import Texts
from summarizer import Digest


def lines_of(digest: Digest) -> list[str]:
    """The lines of the description that are not blank."""
    return [line for line in digest.description.splitlines() if line.strip()]


def description(digest: Digest, number: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The first ``number`` lines, to be unfolded; the rest is counted."""
    return _section(lines_of(digest), number, longest, texts)


def description_without_links(
    digest: Digest, number: int, longest: int, texts: Texts
) -> tuple[Block, ...]:
    """The same without the lines whose addresses stand among the links."""
    addresses = [link.written for link in digest.links]
    lines = [x for x in lines_of(digest) if not any(address in x for address in addresses)]
    return _section(lines, number, longest, texts)


def _section(lines: list[str], number: int, longest: int, texts: Texts) -> tuple[Block, ...]:
    if not lines:
        return ()
    shown: list[Line] = [(quoted(shorten(line, longest)),) for line in lines[:number]]
    hidden = len(lines) - len(shown)
    more = [(plain(texts("more-description", n=hidden)),)] if hidden else []
    return (*block([(bold(texts("description")),)]), *block([*shown, *more], folded=True))

"""A Digest as the one message of the reply, within Telegram's limits, with its buttons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from handlers.message.blocks import Block
from handlers.message.html import Html, write
from handlers.message.sections import (
    EVERYTHING,
    Amounts,
    comments_view,
    digest_view,
    lines_of,
    links_view,
    quotable,
    song_of,
)
from handlers.message.texts import Texts
from summarizer import Digest, lengths

View = Literal["digest", "comments", "links"]

_VIEWS: dict[View, Callable[[Digest, Amounts, Texts], tuple[Block, ...]]] = {
    "digest": digest_view,
    "comments": comments_view,
    "links": links_view,
}
MOST_LINES = 500
"""Lines of a description that are tried; a message holds fewer."""

_STEPS = (("quotes", 0), ("lines", 0), ("links", 0), ("lead", 0), ("sentences", 1))
"""What grows fewer, in this order, and how few at least."""
_COMPACT = Amounts(EVERYTHING, quotes=0, links=EVERYTHING, lead=0)


@dataclass(frozen=True, slots=True)
class Button:
    """What is pressed, and for a digest of how many sentences."""

    action: str
    number: int
    label: str = ""
    """The key of its words, where the action does not name them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One message in Telegram's HTML, and the rows of buttons under it."""

    html: str
    buttons: tuple[tuple[Button, ...], ...]


def render(
    digest: Digest, texts: Texts, view: View = "digest", *, compact: bool = False
) -> Rendered:
    """The message of ``view``.

    ``compact`` is for groups, where everybody has to scroll past a digest; what is asked for by
    name is shown in full there too.
    """
    short = compact and view == "digest"
    start = _COMPACT if short else Amounts(EVERYTHING, EVERYTHING, EVERYTHING)
    html = _fitted(digest, start, texts, view)
    buttons = _digest_buttons(digest) if view == "digest" else _back(digest)
    return Rendered(html.markup, buttons)


def _fitted(digest: Digest, start: Amounts, texts: Texts, view: View) -> Html:
    """The fullest version that one message holds."""
    tighter = _tighter(digest, start)

    def written(amounts: Amounts) -> Html:
        return write(_VIEWS[view](digest, amounts, texts))

    whole = written(next(tighter))
    if whole.fits():
        return whole
    *steps, tightest = tighter
    fitting = bisect_left(steps, x=True, key=lambda amounts: written(amounts).fits())
    return written([*steps, tightest][fitting])


def _tighter(digest: Digest, start: Amounts) -> Iterator[Amounts]:
    """Ever less: first fewer quotes, then lines of the description, links, lead, sentences."""
    amounts = replace(
        start,
        quotes=min(start.quotes, quotable(digest.mood)),
        lines=min(start.lines, MOST_LINES, len(lines_of(digest))),
        links=min(start.links, len(digest.links)),
        sentences=min(start.sentences, len(digest.summary)),
    )
    yield amounts
    for name, least in _STEPS:
        for number in range(getattr(amounts, name) - 1, least - 1, -1):
            amounts = replace(amounts, **{name: number})
            yield amounts
    while amounts.characters > 1:
        amounts = replace(amounts, characters=amounts.characters // 2)
        yield amounts


def _digest_buttons(digest: Digest) -> tuple[tuple[Button, ...], ...]:
    shorter, longer = (None, None) if song_of(digest) else lengths(digest)
    now = len(digest.summary)
    first = [Button("shorter", shorter)] if shorter else []
    first += [Button("longer", longer)] if longer else []
    comments = [Button("comments", now)] if digest.mood.total else []
    links = [Button("links", now, _links_label(digest))] if _links_label(digest) else []
    chart = [Button("chart", now)] if digest.mood.total else []
    rows = ([*first], [*comments, *links], [*chart, Button("export", now)])
    return tuple(tuple(row) for row in rows if row)


def _links_label(digest: Digest) -> str:
    """What the view of links and description is called; "" where there is neither."""
    if digest.links:
        return "links"
    return "" if any(one.kind == "no-description" for one in digest.left_out) else "description"


def _back(digest: Digest) -> tuple[tuple[Button, ...], ...]:
    return ((Button("back", len(digest.summary)),),)

"""A Digest as the one message of the reply, within Telegram's limits, with its buttons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from handlers.message.blocks import Block, shorten
from handlers.message.html import Html, write
from handlers.message.sections import (
    EVERYTHING,
    Amounts,
    Item,
    answer_view,
    asked_by_several,
    comments_view,
    digest_view,
    export_view,
    has_times,
    kept_view,
    lines_of,
    links_view,
    quotable,
    shortened,
    song_of,
)
from handlers.message.texts import Texts
from summarizer import Answers, Digest, lengths
from summarizer.places import LONGEST_QUOTE

View = Literal["digest", "comments", "links", "export"]

_VIEWS: dict[View, Callable[[Digest, Amounts, Texts], tuple[Block, ...]]] = {
    "digest": digest_view,
    "comments": comments_view,
    "links": links_view,
    "export": export_view,
}
MOST_LINES = 500
"""Lines of a description that are tried; a message holds fewer."""
LONGEST_SENTENCE = 1200
"""Characters of a sentence that an answer shows, where there is room."""
MOST_QUESTIONS = 5
"""Questions of several commenters that have a button."""

_STEPS = (("quotes", 0), ("lines", 0), ("links", 0), ("lead", 0), ("sentences", 1))
"""What grows fewer, in this order, and how few at least."""
_LIMITED = "comments|limit"
"""What is said of comments of which only so many were asked for."""
_COMPACT = Amounts(EVERYTHING, quotes=0, links=EVERYTHING, lead=0)


@dataclass(frozen=True, slots=True)
class Button:
    """What is pressed, and for a digest of how many sentences."""

    action: str
    number: int
    label: str = ""
    """The key of its words, where the action does not name them."""
    text: str = ""
    """The words themselves, where they are the page's."""


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
    return Rendered(html.markup, _BUTTONS[view](digest))


def render_answer(digest: Digest, answers: Answers, texts: Texts) -> str:
    """The message that answers a question about the video that ``digest`` names.

    Sentences too long for one message are cut, all at the same length.
    """
    longest = LONGEST_SENTENCE
    html = write(answer_view(digest, answers, longest, texts), texts.mark)
    while longest > 1 and not html.fits():
        longest //= 2
        html = write(answer_view(digest, answers, longest, texts), texts.mark)
    return html.markup


def render_list(words: str, items: Sequence[Item], first: int, total: int, texts: Texts) -> str:
    """The message that lists what is kept of a chat; where it is too much, all is cut shorter."""
    longest = LONGEST_QUOTE
    html = write(kept_view(words, items, first, total, texts), texts.mark)
    while longest > 1 and not html.fits():
        longest //= 2
        less = [shortened(item, longest) for item in items]
        html = write(kept_view(shorten(words, longest), less, first, total, texts), texts.mark)
    return html.markup


def _fitted(digest: Digest, start: Amounts, texts: Texts, view: View) -> Html:
    """The fullest version that one message holds."""
    tighter = _tighter(digest, start)

    def written(amounts: Amounts) -> Html:
        return write(_VIEWS[view](digest, amounts, texts), texts.mark)

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
    more = [Button("more", now)] if _has_more_comments(digest) else []
    rows = ([*first], [*comments, *links], [*chart, Button("export", now)], more)
    return tuple(tuple(row) for row in rows if row)


def _links_label(digest: Digest) -> str:
    """What the view of links and description is called; "" where there is neither."""
    if digest.links:
        return "links"
    return "" if any(one.kind == "no-description" for one in digest.left_out) else "description"


def _has_more_comments(digest: Digest) -> bool:
    """Whether more comments were not asked for where the page was fetched."""
    return any(o.kind == "not-fetched" and o.part == _LIMITED for o in digest.left_out)


def _back(digest: Digest) -> tuple[tuple[Button, ...], ...]:
    return ((Button("back", len(digest.summary)),),)


def _comments_buttons(digest: Digest) -> tuple[tuple[Button, ...], ...]:
    """A button for each question that several ask, then the way back."""
    questions = enumerate(asked_by_several(digest.mood)[:MOST_QUESTIONS], start=1)
    return (*((Button("asked", n, text=one.text),) for n, one in questions), *_back(digest))


def _export_buttons(digest: Digest) -> tuple[tuple[Button, ...], ...]:
    """A button for each format that there is something for, then the way back."""
    now = len(digest.summary)
    kinds = ("md", "json", *(("srt", "vtt") if has_times(digest) else ()))
    rows = [kinds[:2], kinds[2:], ("csv",) if digest.mood.total else ()]
    files = (tuple(Button(kind, now) for kind in row) for row in rows if row)
    return (*files, *_back(digest))


_BUTTONS: dict[View, Callable[[Digest], tuple[tuple[Button, ...], ...]]] = {
    "digest": _digest_buttons,
    "comments": _comments_buttons,
    "links": _back,
    "export": _export_buttons,
}

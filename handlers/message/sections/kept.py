"""A list of what is kept of a chat: title, day, and the place where the words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.quotation import quotation
from handlers.message.sections.summary import place
from handlers.message.texts import Texts
from summarizer.places import Found
from summarizer.search import QUOTES, has_operators

TITLE_CHARACTERS = 80
_NO_QUOTES = str.maketrans("", "", QUOTES)


@dataclass(frozen=True, slots=True)
class Item:
    """A page in a list; ``date`` is when it was sent, in seconds of the epoch, 0 if not known."""

    title: str
    date: float = 0.0
    url: str | None = None
    found: Found | None = None


def kept_view(
    words: str, items: Sequence[Item], first: int, total: int, texts: Texts
) -> tuple[Block, ...]:
    """The items, numbered from ``first`` (counted from 0) on; ``words`` are what was looked for."""
    count = texts("kept-total", n=total)
    asked = words.translate(_NO_QUOTES)
    head: Line = (*quotation(asked, texts), plain(f": {count}")) if words else (plain(count),)
    note = [(plain(texts("find-plain-words")),)] if has_operators(words) else []
    numbered = enumerate(items, start=first + 1)
    return (
        *block([head, *note]),
        *(one for n, item in numbered for one in block(_item(n, item, texts))),
    )


def shortened(item: Item, longest: int) -> Item:
    """The item with ``longest`` characters of its title and of its quote."""
    found = item.found and replace(item.found, text=shorten(item.found.text, longest))
    return replace(item, title=shorten(item.title, longest), found=found)


def _item(number: int, item: Item, texts: Texts) -> Iterator[Line]:
    title = shorten(item.title or texts("untitled"), TITLE_CHARACTERS)
    sent = f" · {texts.day(item.date)}" if item.date else ""
    yield (bold(f"{number}. "), quoted(title, "bold"), plain(sent))
    if item.found and item.found.part != "title":
        yield (*_where(item, item.found, texts), *quotation(item.found.text, texts))


def _where(item: Item, found: Found, texts: Texts) -> Line:
    if found.part != "transcript":
        return (plain(f"{texts(f'found-in-{found.part}')}: "),)
    return (place(found.start, item.url), plain(" "))

"""Discussions in XML: danmaku, and what sites export; data/xml_exports.tsv has the layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.clock import clock
from summarizer.data import rows
from summarizer.datafiles.fields import age, amount, flag
from summarizer.datafiles.values import parse, text_of
from summarizer.markup.elements import Element, read_elements
from summarizer.model import Comment, Omission, Page
from summarizer.saved.fragment import words_of

_LOOKED_AT = 100_000
_POSITIONED, _DRAWN = "7", frozenset({"8", "9"})
"""Modes of danmaku: text with its place as a list, and programs that draw."""

_WORDS_AT = 4
_PINGS = frozenset({"pingback", "trackback"})


class Layout(NamedTuple):
    """What an element is called that is a comment, and where its parts stand in it."""

    site: str
    sign: str
    element: str
    text: str
    author: str
    likes: str
    age: str
    id: str
    parent: str
    gone: str
    title: str
    address: str


def sniff(text: str) -> bool:
    """Whether elements of one of the layouts stand in ``text``."""
    return "<" in text[:_LOOKED_AT].lstrip()[:400] and bool(_layouts(text[:_LOOKED_AT]))


def read(text: str) -> Page | None:
    """The discussion in ``text``; None where it holds no remark."""
    layouts = {layout.element: layout for layout in _layouts(text[:_LOOKED_AT])}
    elements, around, whole = read_elements(text, layouts)
    said = [one for one in elements if not _is_gone(one, layouts[one.name])]
    known = {one.get(layouts[one.name].id) for one in said} - {""}
    comments = tuple(_comments(said, layouts, known))
    if not comments:
        return None
    pages = len({one.get("thread@id|@PostId") for one in said} - {""})
    several = pages > 1
    first = next(iter(layouts.values()))
    return Page(
        title=None if several else around.get(first.title) or None,
        url=None if several else around.get(first.address) or None,
        comments=comments,
        omissions=tuple(_missing(pages, whole=whole)),
    )


def _missing(pages: int, *, whole: bool) -> Iterator[Omission]:
    if pages > 1:
        yield Omission("several-videos", pages)
    if not whole:
        yield Omission("cut-off")


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[re.Pattern[str], Layout], ...]:
    found = (Layout(*row) for row in rows("xml_exports"))
    return tuple((re.compile(layout.sign), layout) for layout in found)


def _layouts(text: str) -> list[Layout]:
    return [layout for sign, layout in _table() if sign.search(text)]


def _is_gone(one: Element, layout: Layout) -> bool:
    """Whether the remark was deleted, is spam, waits for approval or is no remark of a person."""
    if any(flag(one.get(path)) for path in layout.gone.split("|")):
        return True
    approved = one.get("comment_approved")
    return one.get("comment_type") in _PINGS or approved not in {"", "1"}


def _comments(
    said: list[Element], layouts: dict[str, Layout], known: set[str]
) -> Iterator[Comment]:
    for one in said:
        layout = layouts[one.name]
        if text := _text(one, layout):
            yield Comment(
                text=text,
                author=" ".join(one.get(layout.author).split())[:200] or None,
                likes=amount(one.get(layout.likes)),
                age=_age(one, layout.age),
                reply=one.get(layout.parent) in known,
            )


def _text(one: Element, layout: Layout) -> str:
    """The words of a remark, without commands to the player or to the chat."""
    text = one.get(layout.text)
    if layout.text == "message" or "<" in text:
        return words_of(text)
    mode = one.get("@p").split(",")[1:2]
    if mode == [_POSITIONED]:
        return _placed(text)
    is_command = not _DRAWN.isdisjoint(mode) or (one.get("@premium") == "3" and text[0] == "/")
    return "" if is_command else text_of(text).strip()


def _placed(text: str) -> str:
    """The words of a remark that is written as a list, its place before them."""
    found = parse(text)
    if found and isinstance(found.value, list) and len(found.value) > _WORDS_AT:
        return text_of(found.value[_WORDS_AT]).strip()
    return ""


def _age(one: Element, path: str) -> str | None:
    """When a remark was made, or at what time of the video it is shown."""
    written = one.get(path)
    unit = _UNITS.get(path)
    if unit is None:
        return age(written) if written else None
    at = re.match(r"\d{1,9}(?:\.\d{1,9})?", written)
    return clock(float(at[0]) * unit) if at else None


_UNITS = {"@p": 1.0, "@ts": 1.0, "@vpos": 0.01}
"""Seconds in the unit of an attribute that is a time of the video."""

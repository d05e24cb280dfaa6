"""Answers and exports of sites in JSON whose comments stand where data/exports.tsv says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any, NamedTuple

from summarizer.data import rows
from summarizer.datafiles.comments import GONE, of_several, said
from summarizer.datafiles.fields import age, amount, flag
from summarizer.datafiles.layouts.paths import at, has
from summarizer.datafiles.layouts.people import author, people_of
from summarizer.datafiles.values import MOST_PIECES, walk
from summarizer.decode import normalise
from summarizer.model import Chapter, Comment, Page
from summarizer.video_url import canonical

_LOOKED_AT = 3000
_COPIES = "cross_posts"
"""Under which Lemmy lists the same post in other communities, with the comments counted there."""


class Layout(NamedTuple):
    """Where a site puts a comment, its parts, and what is commented on."""

    site: str
    marks: str
    text: str
    author: str
    likes: str
    age: str
    id: str
    parent: str
    gone: str
    post: str
    title: str
    body: str
    address: str
    by: str
    stated: str


def sniff(value: object) -> bool:
    """Whether plain values have one of the layouts."""
    return _layout(value) is not None


def read(value: object) -> Page | None:
    """The discussion in plain values; None where nobody says anything."""
    layout = _layout(value)
    if layout is None:
        return None
    inside = list(walk(value))
    objects = [item for key, item in inside if isinstance(item, dict) and key != _COPIES]
    found = list(_once([item for item in objects if has(item, layout.marks)], layout))[:MOST_PIECES]
    about = [item for item in objects if _is_about(item, layout)]
    above = _above(about, layout)
    body = said(at(above, layout.body))
    opening = [item for item in found[:1] if body and said(at(item, layout.text)) == body]
    page = Page(
        title=said(at(above, layout.title)) or None,
        channel=_name(at(above, layout.by)),
        url=_address(at(above, layout.address)),
        chapters=tuple(_chapters(inside)),
        description=body,
        comments=tuple(_comments(found[len(opening) :], layout, people_of(objects, layout.author))),
        comments_stated=_stated([above, *objects], layout),
    )
    pages = _titles([item for item in about if has(item, layout.marks)] or about, layout)
    if page.comments and pages > 1:
        return of_several(page, pages)
    return page if page.comments or page.description or page.title else None


@lru_cache(maxsize=1)
def _layouts() -> tuple[Layout, ...]:
    return tuple(Layout(*row) for row in rows("exports"))


def _layout(value: object) -> Layout | None:
    """The first layout whose marks an object near the beginning has."""
    near = [item for _, item in islice(walk(value), _LOOKED_AT) if isinstance(item, dict)]
    fits = (one for one in _layouts() if any(has(item, one.marks) for item in near))
    about = (one for one in _layouts() if any(_is_about(item, one) for item in near))
    return next(fits, None) or next(about, None)


def _is_about(item: dict[str, Any], layout: Layout) -> bool:
    """Whether ``item`` is what is commented on."""
    return layout.post != "-" and has(item, layout.post)


def _above(about: list[dict[str, Any]], layout: Layout) -> dict[str, Any]:
    """What is commented on, rather than a comment that repeats it."""
    return next((item for item in about if not has(item, layout.marks)), (about or [{}])[0])


def _titles(about: list[dict[str, Any]], layout: Layout) -> int:
    return len({title for item in about if isinstance(title := at(item, layout.title), str)})


def _once(found: list[dict[str, Any]], layout: Layout) -> Iterator[dict[str, Any]]:
    """The comments without those given again: the pages of an answer may overlap."""
    known: set[tuple[str, str]] = set()
    for item in found:
        name = at(item, layout.id)
        key = str(name), str(at(item, layout.text))
        if name is None or key not in known:
            yield item
        known.add(key)


def _stated(objects: list[dict[str, Any]], layout: Layout) -> int | None:
    """The site's own number of comments, without the post where it counts that one too."""
    path, _, added = layout.stated.partition(" ")
    counts = (amount(at(item, path)) for item in objects)
    count = next((count for count in counts if count is not None), None)
    return None if count is None else max(0, count + int(added or 0))


def _chapters(inside: Iterable[tuple[str, Any]]) -> Iterator[Chapter]:
    """Chapters of a video as PeerTube has them; their cues stand in another file."""
    for key, item in inside:
        start = item.get("timecode") if key == "chapters" and isinstance(item, dict) else None
        if isinstance(start, int | float) and (title := said(item.get("title"))):
            yield Chapter(title, float(start))


def _comments(
    found: list[dict[str, Any]], layout: Layout, people: dict[str, str]
) -> Iterator[Comment]:
    known = {str(name) for item in found if (name := at(item, layout.id)) is not None}
    liked = any(_likes(item, layout) is not None for item in found)
    for item in found:
        text = said(at(item, layout.text))
        if text and text not in GONE and not _is_gone(item, layout):
            likes = _likes(item, layout)
            yield Comment(
                text=text,
                author=_name(author(item, layout.author, people)),
                likes=0 if likes is None and liked else likes,
                age=age(at(item, layout.age)),
                reply=_parent(at(item, layout.parent)) in known,
            )


def _likes(item: dict[str, Any], layout: Layout) -> int | None:
    return amount(at(item, layout.likes))


def _is_gone(item: dict[str, Any], layout: Layout) -> bool:
    return any(flag(at(item, path)) for path in layout.gone.split("|"))


def _name(value: object) -> str | None:
    """A name as it is shown; some sites give it with the signs that HTML writes otherwise."""
    return (
        " ".join(normalise(unescape(value)).split())[:200] or None
        if isinstance(value, str)
        else None
    )


def _parent(value: object) -> str:
    """The comment that is answered; of a path from the root, as Lemmy has it, the last but one."""
    steps = str(value).split(".")
    return steps[-2] if len(steps) > 1 and all(map(str.isdigit, steps)) else str(value)


def _address(value: object) -> str | None:
    return canonical(value) if isinstance(value, str) and value.startswith("http") else None

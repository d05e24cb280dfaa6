"""Feeds: RSS 0.9 to 2.0, Atom (RFC 4287) and podcasts; those of comments are discussions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.links import find_links
from summarizer.markup.elements import Element, first_name, read_elements
from summarizer.model import Comment, Cue, Link, Omission, Page
from summarizer.saved.fragment import words_of

MOST_ITEMS = 2_000

_ROOTS = frozenset({"rss", "feed", "rdf", "item", "entry"})
_TEXT = "encoded|content|description|summary|group.description|subtitle"
_TITLE, _ADDRESS = "title|group.title", "link[alternate]@href|link@href|link|guid|id"
_AUTHOR = "creator|author.name|author"
_DATE = "pubDate|published|updated|date"
_ABOVE = tuple(f"{root}." for root in ("rss.channel", "feed", "RDF.channel"))
# How Reddit names things: t1 is a remark, t3 what is remarked on.
_REDDIT_REMARK, _REDDIT_POST = re.compile("t1_"), re.compile("t3_")
_REDDIT_FOOT = re.compile(r"\s{0,9}submitted by\s{1,9}/u/[^\n]{0,200}(?:\n[^\n]{0,200}){0,4}\Z")
_REMARK = re.compile(r"#(?:comment|respond|c)[-_]?\d|/comment-page-\d|showComment=\d")
_RECORDED = re.compile(r"(?:audio|video)/")
_ENDS = ".!?…:。！？"
_FEWEST, _LONGEST_BY = 2, 12
"""Remarks, and characters of a title beside the author's name."""


def sniff(text: str) -> bool:
    """Whether ``text`` is a feed."""
    return first_name(text).lower() in _ROOTS


def read(text: str) -> Page | None:
    """Each item a cue, its title first, or a comment where all are; an episode alone is a page."""
    every, around, whole = read_elements(text, ("item", "entry"))
    items = every[:MOST_ITEMS]
    if not items:
        return None
    page = Page(
        title=_above(around, "title"),
        channel=_above(around, "author.name"),
        url=_address(_above(around, "link[alternate]@href", "link") or ""),
        omissions=tuple(_missing(len(every), whole=whole)),
    )
    if len(items) == 1 and _RECORDED.match(items[0].get("enclosure@type")):
        return _episode(page, items[0])
    return _discussion(page, items) if _are_remarks(items) else _news(page, items, around)


def _missing(items: int, *, whole: bool) -> Iterator[Omission]:
    if items > MOST_ITEMS:
        yield Omission("too-long", MOST_ITEMS, items)
    if not whole:
        yield Omission("cut-off")


def _above(around: Element, *paths: str) -> str | None:
    """What the feed says of itself."""
    found = (around.get(f"{above}{path}") for path in paths for above in _ABOVE)
    return next((words_of(words) for words in found if words), None)


def _address(written: str) -> str | None:
    return written if written.startswith("http") and " " not in written else None


def _are_remarks(items: Sequence[Element]) -> bool:
    """Whether the items are remarks: their addresses say so, or titles that are one, or names."""
    if any(_REDDIT_REMARK.match(item.get("id")) for item in items):
        return True
    if all(item.get("in-reply-to@ref") for item in items):  # RFC 4685
        return True
    if all(_REMARK.search(item.get("guid|id") + item.get(_ADDRESS)) for item in items):
        return True
    titles = {item.get("title") for item in items}
    signed = all(item.get(_AUTHOR) for item in items)
    if len(items) < _FEWEST or not signed:
        return False
    return all(map(_is_titled_by_author, items)) or (len(titles) == 1 and titles != {""})


def _is_titled_by_author(item: Element) -> bool:
    """Whether the title only says who wrote, as WordPress does: "By: Anna"."""
    title, author = " ".join(item.get("title").split()), _author(item) or ""
    return title.endswith(author) and len(title) <= len(author) + _LONGEST_BY


def _discussion(page: Page, items: Sequence[Element]) -> Page:
    post = next((item for item in items if _REDDIT_POST.match(item.get("id"))), None)
    said = [(item, words) for item in items if item is not post if (words := _words(item))]
    return Page(
        title=words_of(post.get("title")) if post else page.title,
        url=_address(post.get(_ADDRESS)) if post else page.url,
        description=_REDDIT_FOOT.sub("", _words(post)).strip() if post else "",
        comments=tuple(
            Comment(words, _author(item), age=item.get(_DATE)[:80] or None) for item, words in said
        ),
        omissions=page.omissions,
    )


def _author(item: Element) -> str | None:
    return " ".join(item.get(_AUTHOR).split()).removeprefix("/u/")[:200] or None


def _words(item: Element) -> str:
    return words_of(item.get(_TEXT))


def _episode(page: Page, item: Element) -> Page:
    """One episode of a podcast: its notes are a description, what is said stands elsewhere."""
    return Page(
        title=words_of(item.get(_TITLE)) or page.title,
        channel=page.title,
        url=_address(item.get(_ADDRESS)) or page.url,
        description=_words(item),
        omissions=page.omissions,
    )


def _news(page: Page, items: Sequence[Element], around: Element) -> Page:
    return Page(
        title=page.title,
        channel=page.channel,
        url=page.url,
        transcript=tuple(Cue(text) for item in items if (text := _item(item))),
        description=_above(around, "description", "subtitle") or "",
        links=tuple(_links(items)),
        omissions=page.omissions,
    )


def _item(item: Element) -> str:
    """The title as a sentence of its own, and the text, unless it only says the title again."""
    title, text = words_of(item.get(_TITLE)), " ".join(_words(item).split())
    title = " ".join(title.split())
    if not title or text.startswith(title.rstrip("…. ")):
        return text or title
    return f"{title}{'' if title[-1] in _ENDS else '.'} {text}".strip()


def _links(items: Sequence[Element]) -> tuple[Link, ...]:
    addresses = ((words_of(item.get(_TITLE)), _address(item.get(_ADDRESS))) for item in items)
    lines = (f"{' '.join(title.split())}\n{url}" for title, url in addresses if url)
    return find_links("\n\n".join(lines))

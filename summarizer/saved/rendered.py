"""What a page showed when it was saved: data/discussions.tsv has selectors of many sites."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.captions.cues import in_chapters, to_cues
from summarizer.data import rows
from summarizer.datafiles.fields import amount, moment
from summarizer.links import clean_url
from summarizer.model import Comment, Cue, Page
from summarizer.page.kinds.chats import with_sent_links
from summarizer.saved.segments import find_segments, read_headings, read_segment
from summarizer.saved.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode


class Discussion(NamedTuple):
    """Where a site puts a comment and its parts; ``@name`` is an attribute of the comment.

    ``replies`` selects those of the comments that answer another one.
    """

    comment: str
    text: str
    author: str
    likes: str
    age: str
    pinned: str
    replies: str


_NONE = ".none"
"""What selects nothing, where a layout does not show that part."""

_SELF, _ABOVE = ".", "<"
"""The comment itself; what begins the selector of a part that stands right above it."""

_BULLETS = " •·"
"""What sites set between an author and an age."""

_ONCE = "^"
"""What begins the selector of an author whom a chat names once for messages in a row."""
_SHORT = "ytd-reel-video-renderer[is-active] "
"""The short video that is shown: the next ones are loaded below it."""

_TITLE = (
    "ytd-watch-metadata h1, h1.title, .slim-video-metadata-title,"
    " .slim-video-information-title, shreddit-title, .titleline > a, #siteTable .link a.title,"
    " #question-header h1, .topic-title, .p-title-value"
)
_TITLES = (
    _TITLE,
    f"{_SHORT}yt-shorts-video-title-view-model",
    f"{_SHORT}[class*=ShortsVideoTitle]",
    f"{_SHORT}ytd-reel-player-header-renderer h2",
    "yt-shorts-video-title-view-model, [class*=ShortsVideoTitle]",
)
_CHANNEL = (
    "ytd-watch-metadata ytd-channel-name a, ytd-video-owner-renderer ytd-channel-name a,"
    " .slim-owner-channel-name, .slim-owner-icon-and-title .title"
)
_CHANNELS = (
    _CHANNEL,
    f"{_SHORT}yt-reel-channel-bar-view-model a",
    f"{_SHORT}[class*=ReelChannelBar] a",
    f"{_SHORT}ytd-channel-name a",
    "yt-reel-channel-bar-view-model a, [class*=ReelChannelBar] a",
)
_DESCRIPTIONS = (
    "#description-inline-expander #expanded yt-attributed-string",
    "#description-inline-expander yt-attributed-string",
    "#description-inline-expander",
    "ytd-expander #description yt-formatted-string",
    "ytm-expandable-video-description-body-renderer, .slim-video-metadata-description",
    "#siteTable .link .usertext-body .md",
    ".question .js-post-body",
    ".media-description",
)
"""Tried in this order: what holds the description alone, then what holds more."""

_COUNTS = ("ytd-comments-header-renderer #count, .comment-section-header-text",)
_CHAPTER = "ytd-macro-markers-list-item-renderer"


@lru_cache(maxsize=1)
def discussions() -> tuple[Discussion, ...]:
    """A row a layout; the first that finds comments is the page's."""
    return tuple(Discussion(*row[1:]) for row in rows("discussions"))


def rendered(tree: LexborHTMLParser) -> Page | None:
    """The page as it was shown; None where no known layout shows anything."""
    cues = to_cues([read_segment(node) for node in find_segments(tree)])
    site, comments = _discussion(tree)
    description = _description(tree)
    if site and not (cues or description):
        cues = tuple(_article(tree, site))
    channel = _line(tree, _CHANNELS)
    if not (cues or comments or description or channel):
        return None
    page = Page(
        title=_line(tree, _TITLES),
        channel=channel,
        transcript=cues,
        chapters=in_chapters(cues, _chapters(tree)),
        description=description,
        comments=comments,
        comments_stated=_stated(tree),
    )
    return with_sent_links(page) if site and site.author.startswith(_ONCE) else page


def _line(tree: LexborHTMLParser, selectors: Sequence[str]) -> str | None:
    """The words of the first node with any that one of the selectors finds, in their order."""
    nodes = (node for selector in selectors for node in tree.css(selector))
    return next((words for node in nodes if (words := " ".join(shown(node).split()))), None)


def _description(tree: LexborHTMLParser) -> str:
    """The description, with the whole of the links that the site cuts in its text."""
    for node in (node for selector in _DESCRIPTIONS for node in tree.css(selector)):
        for link in node.css("a[href]"):
            whole = clean_url(link.attributes.get("href") or "")
            begun = link.text().strip().rstrip(".…")
            if link.text().strip() != begun and "://" in begun and whole.startswith(begun):
                link.replace_with(whole)
        if text := shown(node):
            return text
    return ""


def _stated(tree: LexborHTMLParser) -> int | None:
    words = (_line(tree, _COUNTS) or "").split()
    return next((n for word in words if (n := amount(word)) is not None), None)


def _chapters(tree: LexborHTMLParser) -> list[tuple[float, str]]:
    found: dict[float, str] = {}
    for node in tree.css(_CHAPTER):
        start = moment(shown(node.css_first("#time")))
        title = shown(node.css_first("h4, #title"))
        if start is not None and title:
            found.setdefault(start, title)
    return sorted(found.items()) or list(read_headings(tree))


def _discussion(tree: LexborHTMLParser) -> tuple[Discussion | None, tuple[Comment, ...]]:
    """The layout that finds comments, and these."""
    found = ((site, tuple(_comments(tree, site))) for site in discussions())
    return next(((site, comments) for site, comments in found if comments), (None, ()))


def _article(tree: LexborHTMLParser, site: Discussion) -> Iterator[Cue]:
    """The paragraphs of what is discussed: those of the page's main part outside its comments."""
    seen = {part.mem_id for node in tree.css(site.comment) for part in node.css("p")}
    for part in tree.css("article p, main p"):
        if part.mem_id not in seen and (text := " ".join(shown(part).split())):
            yield Cue(text)
        seen.add(part.mem_id)


def _comments(tree: LexborHTMLParser, site: Discussion) -> Iterator[Comment]:
    nodes = tree.css(site.comment)
    replies = {node.mem_id for node in tree.css(site.replies)} if nodes else set()
    where, is_chat = site.author.removeprefix(_ONCE), site.author.startswith(_ONCE)
    author: str | None = None
    for node in nodes:
        text = shown(node if site.text == _SELF else node.css_first(site.text))
        author = _part(node, where) or (author if is_chat else None)
        if text:
            yield Comment(
                text=text,
                author=author,
                likes=None if site.likes == _NONE else _amount(_part(node, site.likes)),
                age=(_part(node, site.age) or "").strip(_BULLETS) or None,
                reply=node.mem_id in replies,
                pinned=node.css_first(site.pinned) is not None,
            )


def _amount(words: str | None) -> int | None:
    return amount((words or "0").split()[0])


def _part(node: LexborNode, where: str) -> str | None:
    if where.startswith("@"):
        return node.attributes.get(where[1:])
    if where.startswith(_ABOVE):
        above = _above(node)
        return _part(above, where[1:]) if above else None
    return next((t for part in node.css(where) if (t := " ".join(shown(part).split()))), None)


def _above(node: LexborNode) -> LexborNode | None:
    """The element right above ``node``, text between them passed over."""
    above = node.prev
    while above and above.tag == "-text":
        above = above.prev
    return above

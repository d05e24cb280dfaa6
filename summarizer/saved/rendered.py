"""What a page showed when it was saved: a table of selectors for each site's layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.captions.cues import Block, in_chapters, to_cues
from summarizer.exports.fields import amount, moment
from summarizer.model import Comment, Page
from summarizer.saved.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

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


DISCUSSIONS = (
    Discussion(
        comment="ytd-comment-view-model, ytd-comment-renderer",
        text="#content-text",
        author="#author-text, #author-comment-badge #channel-name",
        likes="#vote-count-middle, #vote-count-left",
        age="#published-time-text, .published-time-text",
        pinned="#pinned-comment-badge ytd-pinned-comment-badge-renderer",
        replies="ytd-comment-replies-renderer ytd-comment-view-model,"
        " ytd-comment-replies-renderer ytd-comment-renderer",
    ),
    Discussion(
        comment="ytm-comment-renderer",
        text=".comment-text, [class*=CommentRendererText]",
        author=".comment-title, [class*=CommentRendererTitle]",
        likes=".comment-like-count, [class*=LikeCount], .comment-count",
        age=".comment-published-time, [class*=PublishedTime]",
        pinned="[class*=pinned]",
        replies="ytm-comment-replies-renderer ytm-comment-renderer",
    ),
    Discussion(
        comment="shreddit-comment",
        text='[slot="comment"]',
        author="@author",
        likes="@score",
        age="time, faceplate-timeago",
        pinned='[icon-name="pin-fill"]',
        replies="shreddit-comment shreddit-comment",
    ),
    Discussion(
        comment=".thing.comment",
        text=".entry .usertext-body .md",
        author=".entry .author",
        likes=".entry .score.unvoted",
        age=".entry time",
        pinned=".entry .stickied-tagline",
        replies=".thing.comment .thing.comment",
    ),
    Discussion(
        comment="tr.athing.comtr",
        text=".commtext",
        author=".hnuser",
        likes=".score",
        age=".age",
        pinned=".pinned",
        replies='tr.athing.comtr:has(td[indent]:not([indent="0"]))',
    ),
)
"""A row a layout; the first that finds comments is the page's."""

_TITLE = (
    "ytd-watch-metadata h1, h1.title, .slim-video-metadata-title,"
    " .slim-video-information-title, shreddit-title, .titleline > a"
)
_CHANNEL = (
    "ytd-watch-metadata ytd-channel-name a, ytd-video-owner-renderer ytd-channel-name a,"
    " .slim-owner-channel-name, .slim-owner-icon-and-title .title"
)
_DESCRIPTION = (
    "ytd-watch-metadata #description-inline-expander yt-attributed-string,"
    " #description-inline-expander, ytd-expander #description yt-formatted-string,"
    " ytm-expandable-video-description-body-renderer, .slim-video-metadata-description"
)
_COUNT = "ytd-comments-header-renderer #count, .comment-section-header-text"
_SEGMENT = "ytd-transcript-segment-renderer, transcript-segment-view-model"
_TIME = ".segment-timestamp, [class*=SegmentViewModelTimestamp]"
_SPEECH = ".segment-text, [class*=SegmentViewModel] [role=text], span.yt-core-attributed-string"
_CHAPTER = "ytd-macro-markers-list-item-renderer"


def rendered(tree: LexborHTMLParser) -> Page | None:
    """The page as it was shown; None where no known layout shows anything."""
    cues = to_cues([_segment(node) for node in tree.css(_SEGMENT)])
    comments = next((c for site in DISCUSSIONS if (c := tuple(_comments(tree, site)))), ())
    description = shown(tree.css_first(_DESCRIPTION))
    if not (cues or comments or description):
        return None
    return Page(
        title=_line(tree, _TITLE),
        channel=_line(tree, _CHANNEL),
        transcript=cues,
        chapters=in_chapters(cues, _chapters(tree)),
        description=description,
        comments=comments,
        comments_stated=_stated(tree),
    )


def _line(tree: LexborHTMLParser, selector: str) -> str | None:
    return next((t for node in tree.css(selector) if (t := " ".join(shown(node).split()))), None)


def _stated(tree: LexborHTMLParser) -> int | None:
    words = (_line(tree, _COUNT) or "").split()
    return next((n for word in words if (n := amount(word)) is not None), None)


def _segment(node: LexborNode) -> Block:
    words = shown(node.css_first(_SPEECH))
    return Block(moment(shown(node.css_first(_TIME))), tuple(words.split("\n")))


def _chapters(tree: LexborHTMLParser) -> list[tuple[float, str]]:
    found: dict[float, str] = {}
    for node in tree.css(_CHAPTER):
        start = moment(shown(node.css_first("#time")))
        title = shown(node.css_first("h4, #title"))
        if start is not None and title:
            found.setdefault(start, title)
    return sorted(found.items())


def _comments(tree: LexborHTMLParser, site: Discussion) -> Iterator[Comment]:
    replies = {node.mem_id for node in tree.css(site.replies)}
    for node in tree.css(site.comment):
        text = shown(node.css_first(site.text))
        if text:
            yield Comment(
                text=text,
                author=_part(node, site.author),
                likes=amount((_part(node, site.likes) or "0").split()[0]),
                age=_part(node, site.age),
                reply=node.mem_id in replies,
                pinned=node.css_first(site.pinned) is not None,
            )


def _part(node: LexborNode, where: str) -> str | None:
    if where.startswith("@"):
        return node.attributes.get(where[1:])
    return next((t for part in node.css(where) if (t := " ".join(shown(part).split()))), None)

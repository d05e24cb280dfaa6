"""A post with its conversation: Mastodon's Status and Context, docs.joinmastodon.org/entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from summarizer.datafiles.comments import said
from summarizer.datafiles.fields import age, amount
from summarizer.datafiles.values import MOST_PIECES
from summarizer.model import Comment, Cue, Page
from summarizer.page.kinds.social import name_post
from summarizer.video_url import canonical

Status = dict[str, Any]

_PAIR = 2


def sniff(value: object) -> bool:
    """Whether ``value`` is a post, or a list of one and of the posts before and after it."""
    return _parts(value) is not None


def read(value: object) -> Page | None:
    """The posts of its author that follow one another as what is said, all others as comments.

    ``comments_stated`` counts what the posts themselves count as answers to them.
    """
    parts = _parts(value)
    if parts is None:
        return None
    post, context = parts
    above, below = _listed(context.get("ancestors")), _listed(context.get("descendants"))
    own = [*_own_above(post, above), post, *_own_below(post, below)]
    words = [_words(one) for one in own]
    cues = tuple(Cue(line) for text in words for line in text.split("\n") if line)
    mine = {id(one) for one in own}
    comments = tuple(_comments([one for one in (*above, *below) if id(one) not in mine]))
    if not cues and not comments:
        return None
    unseen = sum(amount(one.get("replies_count")) or 0 for one in (post, *below)) - len(below)
    return Page(
        title=name_post(cues[0].text) if cues else None,
        channel=_name(post),
        url=_address(post),
        transcript=cues,
        comments=comments,
        comments_stated=len(comments) + max(0, unseen),
    )


def _parts(value: object) -> tuple[Status, dict[str, Any]] | None:
    """A post and its context, if it came with one; None where it is something else."""
    post, context = value if isinstance(value, list) and len(value) == _PAIR else (value, None)
    if not isinstance(post, dict) or not _is_status(post):
        return None
    if isinstance(context, dict) and "descendants" in context:
        return post, context
    return (post, {}) if context is None and "replies_count" in post else None


def _is_status(value: object) -> bool:
    return isinstance(value, dict) and "content" in value and isinstance(value.get("account"), dict)


def _listed(value: object) -> list[Status]:
    found = value if isinstance(value, list) else []
    return [one for one in found if _is_status(one)][:MOST_PIECES]


def _own_above(post: Status, above: list[Status]) -> list[Status]:
    """The posts of the same author right above, the first one first."""
    own: list[Status] = []
    for one in reversed(above):
        if _who(one) != _who(post):
            break
        own.insert(0, one)
    return own


def _own_below(post: Status, below: list[Status]) -> Iterator[Status]:
    """The posts in which the author goes on, each an answer to the one before."""
    last = post
    for one in below:
        if _who(one) == _who(post) and one.get("in_reply_to_id") == last.get("id"):
            last = one
            yield one


def _comments(posts: list[Status]) -> Iterator[Comment]:
    known = {str(one.get("id")) for one in posts} - {"None"}
    for one in posts:
        if text := _words(one):
            yield Comment(
                text=text,
                author=_name(one),
                likes=amount(one.get("favourites_count")),
                age=age(one.get("created_at")),
                reply=str(one.get("in_reply_to_id")) in known,
            )


def _words(post: Status) -> str:
    """What a post says, below its content warning, if it has one."""
    return "\n".join(filter(None, (said(post.get("spoiler_text")), said(post.get("content")))))


def _who(post: Status) -> object:
    account = post["account"]
    return account.get("acct") or account.get("username")


def _name(post: Status) -> str | None:
    account = post["account"]
    return " ".join(said(account.get("display_name") or _who(post)).split())[:200] or None


def _address(post: Status) -> str | None:
    url = post.get("url")
    return canonical(url) if isinstance(url, str) and url.startswith("http") else None

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


def sniff(value: object) -> bool:
    """Whether ``value`` is a list of a post and of the posts before and after it."""
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - one and its context
        return False
    return _is_status(value[0]) and isinstance(value[1], dict) and "descendants" in value[1]


def read(value: list[Any]) -> Page | None:
    """The posts of its author that follow one another as what is said, all others as comments.

    ``comments_stated`` counts what the posts themselves count as answers to them.
    """
    post, context = value
    above, below = _listed(context.get("ancestors")), _listed(context.get("descendants"))
    own = [*_own_above(post, above), post, *_own_below(post, below)]
    words = [_words(one) for one in own]
    cues = tuple(Cue(line) for text in words for line in text.split("\n") if line)
    names = {one.get("id") for one in own}
    comments = tuple(_comments([one for one in (*above, *below) if one.get("id") not in names]))
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
    known = {one.get("id") for one in posts}
    for one in posts:
        if text := _words(one):
            yield Comment(
                text=text,
                author=_name(one),
                likes=amount(one.get("favourites_count")),
                age=age(one.get("created_at")),
                reply=one.get("in_reply_to_id") in known,
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

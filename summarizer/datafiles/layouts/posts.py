"""Several posts without their comments: a forum's listing, a JSON feed (jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from summarizer.datafiles.comments import GONE, said
from summarizer.datafiles.values import walk
from summarizer.model import Cue, Omission, Page

MOST_POSTS = 2_000

_LOOKED_AT = 3000
_TEXTS = ("selftext", "content_html", "content_text")
_ENDS = ".!?…:。！？"


def sniff(value: object) -> bool:
    """Whether plain values are at least two such posts, and no answer to them."""
    near = [item for _, item in islice(walk(value), _LOOKED_AT) if isinstance(item, dict)]
    return sum(map(_is_post, near)) > 1 and not any("body" in item for item in near)


def read(value: object) -> Page | None:
    """Each post a cue, its title first; None where they say nothing."""
    objects = [item for _, item in walk(value) if isinstance(item, dict)]
    found = [item for item in objects if _is_post(item)]
    cues = tuple(_cues(found[:MOST_POSTS]))
    first = objects[0].get("title") if not _is_post(objects[0]) else found[0].get("subreddit")
    more = (Omission("too-long", MOST_POSTS, len(found)),) if len(found) > MOST_POSTS else ()
    return Page(title=said(first) or None, transcript=cues, omissions=more) if cues else None


def _is_post(item: dict[str, Any]) -> bool:
    return isinstance(item.get("title"), str) and any(name in item for name in _TEXTS)


def _cues(found: list[dict[str, Any]]) -> Iterator[Cue]:
    for item in found:
        title = said(item["title"])
        text = next((words for name in _TEXTS if (words := said(item.get(name)))), "")
        end = "" if title[-1:] in _ENDS or not title else "."
        yield Cue(" ".join(f"{title}{end} {'' if text in GONE else text}".split()))

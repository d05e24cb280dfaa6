"""The links that people send in a chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarizer.links import find_links
from summarizer.model import Comment, Page

_SAME, _OTHER = "\n", "\n\n\n"
"""What parts two messages: only one's own message right above says what a link is."""


def with_sent_links(page: Page) -> Page:
    """The ``page`` of a chat with the links in its messages."""
    return replace(page, links=find_links(_whole(page.comments)))


def _whole(messages: Sequence[Comment]) -> str:
    between = [_SAME if a.author == b.author else _OTHER for a, b in pairwise(messages)]
    texts = (message.text for message in messages)
    return "".join(map("".join, zip(texts, [*between, ""], strict=True))) if messages else ""

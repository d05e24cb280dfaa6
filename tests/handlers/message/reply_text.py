"""A reply as its reader has it before them."""

from __future__ import annotations

import re

from handlers.message.rendering import View, render
from summarizer import (
    Digest,
    Link,
    Sentence,
)
from tests.handlers.message.test_rendering import TEXTS, accepted
from tests.handlers.plain import plain


def shown(digest: Digest, view: View = "digest", *, compact: bool = False) -> str:
    """The reply as text, without the marks of direction."""
    return plain(accepted(render(digest, TEXTS, view, compact=compact)))


def folded(digest: Digest) -> list[str]:
    """The folded quotes of the reply, without tags."""
    html = render(digest, TEXTS).html
    quotes = re.findall("<blockquote expandable>(.*?)</blockquote>", html, re.DOTALL)
    return [re.sub("<[^>]+>|[\u2066-\u2069]", "", quote) for quote in quotes]


MANY = tuple(
    Link(f"https://example.org/{i}", f"https://example.org/{i}", f"Label {i}") for i in range(13)
)


SAID = (Sentence(0, "The harbour bridge was closed for repairs in May.", 0.0),)

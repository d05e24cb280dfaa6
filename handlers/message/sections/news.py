"""What is new in a later copy of a page."""

from __future__ import annotations

from handlers.message.blocks import Block, Line, block, plain
from handlers.message.sections.frame import title_line
from handlers.message.texts import Texts
from summarizer import Digest, Mood
from summarizer.later_copy import is_complete


def news_view(earlier: Digest, later: Digest, number: int, texts: Texts) -> tuple[Block, ...]:
    """How many comments are new, and how the balance moved where both copies have nearly all."""
    lines: list[Line] = [title_line(later, texts), (plain(texts("news", n=number)),)]
    if is_complete(earlier) and is_complete(later):
        then, now = (_balance(digest.mood, texts) for digest in (earlier, later))
        lines.append((plain(texts("news-balance", then=then, now=now)),))
    return block(lines)


def _balance(mood: Mood, texts: Texts) -> str:
    return texts("news-of", positive=mood.positive, negative=mood.negative, n=mood.judged)

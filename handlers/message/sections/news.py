"""What is new in a later copy of a page."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.message.blocks import Block, Line, block, plain, shorten
from handlers.message.quotation import quotation
from handlers.message.sections.frame import title_line
from handlers.message.texts import Texts
from summarizer import Digest, Mood
from summarizer.later_copy import News, is_complete

LONGEST_QUOTE = 300
"""Characters of a new comment that are shown."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A digest of a page, and when that was sent: in seconds of the epoch, 0 if not known."""

    digest: Digest
    date: float = 0.0


def news_view(earlier: Copy, later: Digest, news: News, texts: Texts) -> tuple[Block, ...]:
    """How many comments are new, some of them, and how the balance moved.

    The balance is said where both copies have nearly all comments.
    """
    when = texts("news-copy", day=texts.day(earlier.date)) if earlier.date else ""
    said = texts("news", n=news.number, when=when)
    lines: list[Line] = [title_line(later, texts), (plain(said),)]
    lines.extend(quotation(shorten(text, LONGEST_QUOTE), texts) for text in news.quotes)
    if is_complete(earlier.digest) and is_complete(later):
        then, now = (_balance(digest.mood, texts) for digest in (earlier.digest, later))
        lines.append((plain(texts("news-balance", then=then, now=now)),))
    return block(lines)


def _balance(mood: Mood, texts: Texts) -> str:
    return texts("news-of", positive=mood.positive, negative=mood.negative, n=mood.judged)

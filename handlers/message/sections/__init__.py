"""A Digest as blocks: one module a section, put together here for each view of the reply."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.message.blocks import Block, block, plain
from handlers.message.sections.comments import comments, discussion, tally
from handlers.message.sections.course import course
from handlers.message.sections.description import (
    description,
    description_without_links,
    lines_of,
)
from handlers.message.sections.frame import ends_in_footer, footer, heading, missing, title_of
from handlers.message.sections.kept import Item, kept_view, shortened
from handlers.message.sections.links import all_links, links, written_links
from handlers.message.sections.news import Copy, news_view
from handlers.message.sections.page import page_view
from handlers.message.sections.passages import answer_view, spoken, stated_lines
from handlers.message.sections.quotes import asked_by_several, quotable
from handlers.message.sections.summary import at_time, has_times, lead, song_of, summary
from handlers.message.texts import Texts
from summarizer import Digest

EVERYTHING = 1_000_000
"""An amount that leaves nothing out."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of a digest one message shows; the rest is counted and stands behind a button."""

    sentences: int
    quotes: int
    links: int
    lead: int = 2
    lines: int = EVERYTHING
    characters: int = 1200
    """The longest sentence or comment that is shown whole."""


def digest_view(digest: Digest, amounts: Amounts, texts: Texts) -> tuple[Block, ...]:
    """What a paste is answered with; without a transcript the description stands for it."""
    return (
        *heading(digest, texts),
        *opening(digest, amounts, texts),
        *summary(digest, amounts.sentences, amounts.characters, texts),
        *comments(digest, amounts.quotes, texts),
        *links(digest, amounts.links, texts),
        *missing(digest, texts),
        *footer(digest, texts),
    )


def opening(digest: Digest, amounts: Amounts, texts: Texts) -> tuple[Block, ...]:
    """The publisher's words: the first prose beside a summary, else all that there are."""
    if digest.summary or not digest.description:
        return lead(digest, amounts.lead, texts)
    return description_without_links(digest, amounts.lines, amounts.characters, texts)


def full_view(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """Everything, for a terminal or a file, where no button can be pressed."""
    return (
        *heading(digest, texts),
        *opening(digest, Amounts(EVERYTHING, EVERYTHING, EVERYTHING), texts),
        *summary(digest, EVERYTHING, EVERYTHING, texts),
        *(discussion(digest, EVERYTHING, EVERYTHING, texts) if digest.mood.total else ()),
        *(all_links(digest, EVERYTHING, texts) if digest.links else ()),
        *missing(digest, texts),
        *footer(digest, texts),
    )


def chart_view(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """The chart in words, for those who cannot see it."""
    return (*heading(digest, texts)[:1], *tally(digest, texts), *course(digest, texts))


def comments_view(digest: Digest, amounts: Amounts, texts: Texts) -> tuple[Block, ...]:
    """What the Comments button shows: every quote, question and echo."""
    offer = [(plain(texts("ask-offer")),)] if asked_by_several(digest.mood) else []
    return (
        *heading(digest, texts),
        *discussion(digest, amounts.quotes, amounts.characters, texts),
        *block(offer),
    )


def export_view(digest: Digest, _: Amounts, texts: Texts) -> tuple[Block, ...]:
    """What the Export button shows: which file is for what, of those that are offered."""
    timed = has_times(digest)
    said = (
        ("export-how", True),
        ("export-links", timed and digest.url),
        ("export-subtitles", timed),
        ("export-table", digest.mood.total),
    )
    how = " ".join(texts(key) for key, is_so in said if is_so)
    return (*heading(digest, texts), *block([(plain(how),)]))


def links_view(digest: Digest, amounts: Amounts, texts: Texts) -> tuple[Block, ...]:
    """What the Links button and /links show: every link, and the description they stand in."""
    return (
        *heading(digest, texts),
        *all_links(digest, amounts.links, texts),
        *description(digest, amounts.lines, amounts.characters, texts),
    )


__all__ = [
    "EVERYTHING",
    "Amounts",
    "Copy",
    "Item",
    "answer_view",
    "asked_by_several",
    "at_time",
    "chart_view",
    "comments_view",
    "digest_view",
    "ends_in_footer",
    "export_view",
    "full_view",
    "has_times",
    "kept_view",
    "lines_of",
    "links_view",
    "news_view",
    "page_view",
    "quotable",
    "shortened",
    "song_of",
    "spoken",
    "stated_lines",
    "title_of",
    "written_links",
]

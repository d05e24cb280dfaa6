"""The talk from beginning to end, in the words of what the chart draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from handlers.message.blocks import Block, Line, block, plain, quoted, shorten
from handlers.message.texts import Texts
from summarizer import Digest, Moment
from summarizer.chart import Timeline, timeline_of
from summarizer.clock import clock

MOST_CHAPTERS, LONGEST_TITLE = 12, 40
"""Chapters that are named in words, and the characters of each title."""


def course(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """A line each for the sentences, the moments and the chapters; none without times."""
    timeline = timeline_of(digest)
    return block(_lines(timeline, texts)) if timeline else ()


def _lines(timeline: Timeline, texts: Texts) -> Iterator[Line]:
    if timeline.sentences:
        times = texts.listed(map(clock, timeline.sentences))
        yield (plain(texts("course-sentences", times=times, length=clock(timeline.length))),)
    if timeline.moments:
        times = texts.listed(_named(timeline.moments, texts))
        yield (plain(texts("course-moments", times=times)),)
    if timeline.chapters:
        yield (plain(texts("course-chapters")), *_chapters(timeline, texts))


def _named(moments: Iterable[Moment], texts: Texts) -> Iterator[str]:
    for moment in moments:
        yield f"{clock(moment.start)} {texts('moment-by', n=moment.people)}"


def _chapters(timeline: Timeline, texts: Texts) -> Line:
    spans: Line = ()
    for chapter in islice(timeline.chapters, MOST_CHAPTERS):
        time = f"{texts.format.list if spans else ''}{clock(chapter.start or 0.0)} "
        spans = (*spans, plain(time), quoted(shorten(chapter.title, LONGEST_TITLE)))
    return (
        (*spans, plain(f"{texts.format.list}…"))
        if len(timeline.chapters) > MOST_CHAPTERS
        else spans
    )

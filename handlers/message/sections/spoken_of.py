"""What several commenters speak of, and times that several name, each with a comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.message.blocks import Line, Span, plain, quoted
from handlers.message.quotation import quotation
from handlers.message.sections.summary import at_time
from handlers.message.texts import Texts
from summarizer import Moment, Topic
from summarizer.clock import clock


def topics(spoken: Sequence[Topic], texts: Texts) -> Iterable[Line]:
    """A line each: the phrase, or none where a point is made in several words, and a comment."""
    for topic in spoken:
        what = (
            (quoted(topic.phrase), plain(f" ({texts.number(topic.people)}): "))
            if topic.phrase
            else (plain(texts("point-by", n=topic.people)),)
        )
        yield (*what, *quotation(topic.text, texts))


def moments(named: Sequence[Moment], url: str | None, texts: Texts) -> Iterable[Line]:
    """A line each, which opens the video there when its address is known."""
    for moment in named:
        link = at_time(url, moment.start) if url else None
        people = plain(f" {texts('moment-by', n=moment.people)}")
        said = (plain(": "), *quotation(moment.text, texts)) if moment.text else ()
        yield (Span(clock(moment.start), url=link), people, *said)

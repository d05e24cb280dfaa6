"""What the page says to a question, word for word, or that it says nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from handlers.message.blocks import Block, Line, block, bold, plain, quoted, shorten
from handlers.message.sections.comments import quote_line
from handlers.message.sections.frame import title_line
from handlers.message.sections.summary import place
from handlers.message.texts import Texts
from summarizer import Answers, Digest, Passage
from summarizer.clock import clock


def answer_view(digest: Digest, answers: Answers, longest: int, texts: Texts) -> tuple[Block, ...]:
    """The passages that answer, each from its time on, and the comments that speak of the same.

    ``digest`` names the video; of a sentence ``longest`` characters are shown.
    """
    if answers.subject != "page":
        return _instead(digest, answers, texts)
    said = [_passage(one, longest, digest.url) for one in answers.passages]
    comments = [quote_line(one, texts) for one in answers.comments]
    written = [_written(one, longest, digest) for one in answers.described]
    parts = (
        said,
        _headed("ask-described", written, texts),
        _headed("ask-comments", comments, texts),
    )
    in_turn = reversed(parts) if answers.of_comments and comments else parts
    answered = said or written or (comments and answers.of_comments)
    return (
        *block([title_line(digest, texts), *_notes(digest, answers, texts)]),
        *block(_nothing(digest, answers, longest, texts) if not answered else ()),
        *(each for lines in in_turn for each in block(lines)),
    )


def _instead(digest: Digest, answers: Answers, texts: Texts) -> tuple[Block, ...]:
    """What is no matter of the page's sentences: what it states itself, or one line."""
    subject = answers.subject
    stated = stated_lines(answers, digest.channel, texts)
    if stated:
        return (*block([title_line(digest, texts)]), *block(stated))
    if subject == "length" and digest.length:
        line = plain(texts("ask-length-known", time=clock(digest.length)))
        return block([title_line(digest, texts), (line,)])
    return block([(plain(texts(f"ask-about-{subject.replace(' ', '-')}")),)])


def stated_lines(answers: Answers, channel: str | None, texts: Texts) -> list[Line]:
    """Who speaks or whose video it is, as the page names them, and which of the two that is."""
    named = {"speakers": answers.speakers, "channel": (channel,) if channel else ()}
    lines: list[Line] = [(quoted(name),) for name in named.get(answers.subject, ())]
    return _headed(f"ask-{answers.subject}", lines, texts)


def _headed(key: str, lines: list[Line], texts: Texts) -> list[Line]:
    return [(bold(texts(key)),), *lines] if lines else []


def _notes(digest: Digest, answers: Answers, texts: Texts) -> Iterable[Line]:
    """What a reader should know of how this was looked for."""
    if answers.language:
        asked, spoken = (
            texts.name_of(code or "und") for code in (answers.language, digest.language)
        )
        yield (plain(texts("ask-language", asked=asked, spoken=spoken)),)
    if answers.without_transcript:
        yield (plain(texts("ask-without-transcript")),)


def _nothing(digest: Digest, answers: Answers, longest: int, texts: Texts) -> list[Line]:
    """That nothing was found, unless the page could not be looked through; the nearest there is."""
    lines: list[Line] = [] if answers.language else [(plain(texts("ask-nothing")),)]
    if answers.nearest:
        nearest = _passage(answers.nearest, longest, digest.url)
        lines.append((plain(texts("ask-nearest")), *nearest))
    return lines


def _written(passage: Passage, longest: int, digest: Digest) -> Line:
    """A line of the description, its addresses cleaned."""
    text = passage.text
    for link in digest.links:
        text = text.replace(link.written, link.url)
    return (quoted(shorten(text, longest)),)


def _passage(passage: Passage, longest: int, url: str | None) -> Line:
    spans = (span for line in spoken(passage, longest) for span in (plain(" "), *line))
    return (place(passage.start, url), *spans)


def spoken(passage: Passage, longest: int = sys.maxsize) -> Iterator[Line]:
    """The sentences of a passage, of each ``longest`` characters, and who speaks each turn."""
    for speaker, text in passage.turns:
        label = (quoted(f"{speaker}:", "bold"), plain(" ")) if speaker else ()
        yield (*label, quoted(shorten(text, longest)))

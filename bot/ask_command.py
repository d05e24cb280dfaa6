"""The ``ask`` command: what a file answers to a question, as text or as a line of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from bot.terminal import show
from handlers.message import Block, Line, block, bold, plain, quoted
from summarizer import Answers, Page, Passage, Subject, UnreadableError, page_answers, read_page
from summarizer.digest.length import talk_seconds

STANDARD_INPUT = "-"
NOTHING = "Nothing in this video answers that."
NEAREST = "Nearest to it:"
WRITTEN = "There is no transcript: this is the description."
DESCRIBED = "From the description"
ABOUT_DIGEST = "That is about the digest, not about the video."
ABOUT: dict[Subject, str] = {
    "digest": ABOUT_DIGEST,
    "too long": ABOUT_DIGEST,
    "too short": ABOUT_DIGEST,
    "channel": "This page does not say whose video it is.",
    "length": "This page does not say how long the video is.",
    "comments": "The digest command says what the comments say.",
    "nothing": "Say in a word what it is about.",
}
"""What is said to a question that is not about what the page says."""
COMMENTS = "Comments"


def ask_file(source: str, question: str, stream: TextIO, *, as_json: bool = False) -> int:
    """Write what ``source`` answers; 0 if it does, 1 if it does not or could not be read."""
    try:
        name = None if source == STANDARD_INPUT else Path(source).name
        page = read_page(_content(source), name)
    except UnreadableError as problem:
        return _refused(source, problem.advice)
    except OSError as problem:
        return _refused(source, problem.strerror or "could not be opened.")
    answers = page_answers(page, question)
    if as_json:
        stream.write(msgspec.json.encode(answers).decode() + "\n")
    else:
        show(_blocks(answers, page), stream)
    return int(not (answers.passages or answers.described))


def _blocks(answers: Answers, page: Page) -> Iterator[Block]:
    if answers.subject != "page":
        yield from block([_instead(answers.subject, page)])
    elif not (answers.passages or answers.described):
        yield from block([(plain(NOTHING),)])
    if answers.without_transcript and answers.passages:
        yield from block([(plain(WRITTEN),)])
    for passage in answers.passages:
        yield from block(_lines(passage))
    if answers.nearest:
        yield from block([(plain(NEAREST),), *_lines(answers.nearest)])
    if answers.described:
        yield from block([(bold(DESCRIBED),), *((quoted(p.text),) for p in answers.described)])
    if answers.comments:
        yield from block([(bold(COMMENTS),), *((quoted(c.text),) for c in answers.comments)])


def _instead(subject: Subject, page: Page) -> Line:
    if subject == "channel" and page.channel:
        return (quoted(page.channel),)
    seconds = talk_seconds(page.transcript) if subject == "length" else None
    return (plain(_clock(int(seconds)) if seconds else ABOUT[subject]),)


def _lines(passage: Passage) -> Iterator[Line]:
    """The sentences of a passage, its time in front of the first."""
    texts = [text for text in (passage.before, passage.text, passage.after) if text]
    clock = "" if passage.start is None else _clock(int(passage.start))
    yield (plain(f"{clock}  "), quoted(texts[0])) if clock else (quoted(texts[0]),)
    yield from ((quoted(text),) for text in texts[1:])


def _clock(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _content(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _refused(name: str, why: str) -> int:
    sys.stderr.write(f"{name}: {why}\n")
    return 1

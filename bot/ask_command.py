"""The ``ask`` command: what a file answers to a question, as text or as a line of JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

import msgspec

from bot.terminal import show
from handlers.message import Block, Line, Texts, block, bold, plain, quoted, spoken, stated_lines
from summarizer import Answers, Page, Passage, Subject, UnreadableError, page_answers, read_page
from summarizer.clock import clock
from summarizer.digest.length import talk_seconds

STANDARD_INPUT = "-"
ABOUT_DIGEST = "That is about the digest, not about the video."
ABOUT: dict[Subject, str] = {
    "digest": ABOUT_DIGEST,
    "too long": ABOUT_DIGEST,
    "too short": ABOUT_DIGEST,
    "comments": "The digest command says what the comments say.",
    "nothing": "Say in a word what it is about.",
}
"""What is said where a chat's answer would name buttons and commands."""


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
        show(_blocks(answers, page, Texts()), stream)
    return int(not (answers.passages or answers.described))


def _blocks(answers: Answers, page: Page, texts: Texts) -> Iterator[Block]:
    if answers.subject != "page":
        yield from block(_instead(answers, page, texts))
    elif not (answers.passages or answers.described):
        yield from block([(plain(texts("ask-nothing")),)])
    if answers.without_transcript and answers.passages:
        yield from block([(plain(texts("ask-without-transcript")),)])
    for passage in answers.passages:
        yield from block(_lines(passage))
    if answers.nearest:
        yield from block([(plain(texts("ask-nearest").strip()),), *_lines(answers.nearest)])
    for key, told in ("ask-described", answers.described), ("ask-comments", answers.comments):
        if told:
            yield from block([(bold(texts(key)),), *((quoted(one.text),) for one in told)])


def _instead(answers: Answers, page: Page, texts: Texts) -> Sequence[Line]:
    subject, seconds = answers.subject, talk_seconds(page.transcript)
    if stated := stated_lines(answers, page.channel, texts):
        return stated
    if subject == "length" and seconds:
        return [(plain(clock(seconds)),)]
    return [(plain(ABOUT.get(subject) or texts(f"ask-about-{subject}")),)]


def _lines(passage: Passage) -> Iterator[Line]:
    """The sentences of a passage, its time in front of the first."""
    first, *others = spoken(passage)
    time = () if passage.start is None else (plain(f"{clock(passage.start)}  "),)
    yield (*time, *first)
    yield from others


def _content(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()


def _refused(name: str, why: str) -> int:
    sys.stderr.write(f"{name}: {why}\n")
    return 1

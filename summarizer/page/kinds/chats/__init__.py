"""Lines or a text come in, the messages of a chat go out, whatever program wrote it down."""

from __future__ import annotations

from summarizer.model import Page
from summarizer.page.bounds import Landmarks
from summarizer.page.kinds.chats.heads import whole_heads
from summarizer.page.kinds.chats.imessage import with_joined_heads
from summarizer.page.kinds.chats.logs import find_program, read_log
from summarizer.page.kinds.chats.replays import Replay, take_replay
from summarizer.page.kinds.chats.sent import with_sent_links
from summarizer.page.kinds.chats.talk import read_talk, weigh_talk
from summarizer.page.kinds.chats.words import is_note

__all__ = [
    "Replay",
    "is_note",
    "read_log_file",
    "read_log_lines",
    "read_talk",
    "sniff_log",
    "take_replay",
    "weigh_log",
    "weigh_talk",
    "with_sent_links",
]

_HEAD = 60_000
_SURE = 0.9


def weigh_log(landmarks: Landmarks) -> float:
    """1 for the log of a known program."""
    return 1.0 if find_program(_texts(landmarks)) else 0.0


def read_log_lines(landmarks: Landmarks) -> Page:
    """The messages of a known program as a discussion."""
    texts = _texts(landmarks)
    program = find_program(texts)
    return read_log(texts, program) if program else Page()


def sniff_log(text: str) -> float:
    """How surely ``text`` is the log of a chat program."""
    return _SURE if find_program(_lines(text[:_HEAD])) else 0.0


def read_log_file(text: str) -> Page | None:
    """The messages in the log of a chat program; None where there are none."""
    lines = _lines(text)
    program = find_program(lines)
    page = read_log(lines, program) if program else None
    return page if page and page.comments else None


def _texts(landmarks: Landmarks) -> list[str]:
    return with_joined_heads(whole_heads(line.text for line in landmarks.lines))


def _lines(text: str) -> list[str]:
    return with_joined_heads(whole_heads(line.strip() for line in text.split("\n")))

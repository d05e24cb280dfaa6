"""Pasted text comes in, a Page goes out: its kind is chosen by evidence, its parts read once.

The rooms in order, each built on those behind it: ``kinds``, ``parts``, ``bounds``, ``interface``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from summarizer.decode import normalise
from summarizer.model import Cue, Page, UnreadableError
from summarizer.page.bounds import Landmarks, begins_anew, break_at_times, read_play_buttons
from summarizer.page.completion import complete_page
from summarizer.page.interface import Line, are_hours, join, read_lines
from summarizer.page.kinds import read_kind
from summarizer.page.kinds.chats import Replay, take_replay
from summarizer.page.kinds.interview import take_interview
from summarizer.page.kinds.social import tidy_profiles
from summarizer.page.next_page import find_next_page
from summarizer.page.parts import (
    FrontMatter,
    find_address,
    read_front_matter,
    read_transcript,
    unwrap,
    with_colons,
)
from summarizer.several import MOST_PAGES, together

__all__ = ["begins_anew", "read_speech", "read_text"]

_FEW_LINES = 2
"""Lines above a live chat that are its title and channel."""

_ESCAPED, _MANY = re.compile("&(?:#39|#x27|#34|quot);"), 2
"""Quotation marks as the source of a web page writes them; one may be what is talked about."""


def read_text(text: str) -> Page:
    """The page that ``text`` holds, with those that follow it; UnreadableError for no page."""
    lines, omissions = read_lines(_unescaped(text))
    _check(lines)
    pages: list[Page] = []
    rest: Sequence[Line] = tidy_profiles(unwrap(_without_hours(lines)))
    while rest and len(pages) < MOST_PAGES:
        page, rest = _read_first(rest)
        pages.append(page)
    first = together(pages, len(pages) + bool(rest))
    return replace(first, omissions=(*first.omissions, *omissions))


def _without_hours(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, whose times are none in a video where they are hours of the day."""
    stamps = [line.stamp for line in lines if line.stamp]
    if not are_hours([line.text for line in lines if line.text], stamps):
        return lines
    return [line._replace(stamp=None) for line in lines]


def read_speech(text: str) -> tuple[Cue, ...]:
    """The cues of a transcript that is one string: by its times, or else line by line."""
    lines = break_at_times(read_play_buttons(unwrap(read_lines(text)[0])))
    transcript = read_transcript(Landmarks.of(lines))
    return transcript.cues if transcript else tuple(Cue(line.text) for line in lines if line.text)


def _read_first(lines: Sequence[Line]) -> tuple[Page, Sequence[Line]]:
    """The page that the lines begin with, and the lines of those that follow it."""
    front = read_front_matter(lines)
    broken = break_at_times(read_play_buttons(with_colons(front.lines)))
    replay = take_replay(broken)
    landmarks = Landmarks.of(replay.rest if replay else broken)
    following = find_next_page(landmarks)
    rest = landmarks.lines[following:] if following else ()
    if following:
        landmarks = Landmarks.of(landmarks.lines[:following])
    page = _with_front_matter(_read_beside(landmarks, replay), front)
    return complete_page(page), rest


def _read_beside(landmarks: Landmarks, replay: Replay | None) -> Page:
    """The page in the lines, with the live chat that stood beside them."""
    if replay is None:
        return _read_alone(landmarks)
    full = [landmarks.lines[i].text for i in landmarks.full]
    alone = len(full) <= _FEW_LINES
    page = Page(title=full[0] if full else None) if alone else _read_alone(landmarks)
    return replace(page, comments=(*page.comments, *replay.comments))


def _read_alone(landmarks: Landmarks) -> Page:
    """The page in the lines, of its kind; what stands around an interview is about it."""
    interview = take_interview(landmarks)
    if interview is None:
        return read_kind(landmarks) if landmarks.full else Page()
    around = Landmarks.of(interview.rest)
    page = read_kind(around) if len(around.full) > 1 else Page(join(around.lines) or None)
    said = join(Line(cue.text) for cue in page.transcript)
    return replace(
        page,
        transcript=interview.talk.transcript,
        chapters=interview.talk.chapters,
        description=page.description or said,
    )


def _unescaped(text: str) -> str:
    """``text`` in plain letters where it was copied out of a web page's source."""
    return normalise(unescape(text)) if len(_ESCAPED.findall(text)) >= _MANY else text


def _check(lines: Sequence[Line]) -> None:
    """Raise UnreadableError where the lines hold nothing to read."""
    full = [line.text for line in lines if line.text]
    if not any(c.isprintable() and not c.isspace() for text in full for c in text):
        raise UnreadableError("empty")
    if all(find_address(text) for text in full):
        raise UnreadableError("link-alone")


def _with_front_matter(page: Page, front: FrontMatter) -> Page:
    """The page with what it states about itself; a stated title stands over a found one."""
    return replace(
        page,
        title=front.title or page.title,
        channel=front.channel or page.channel,
        url=front.address,
        description=page.description or front.description or "",
    )

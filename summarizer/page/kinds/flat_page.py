"""Pages that a tool wrote without their layout: title, speech, "32 comments", a line each."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Cue, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import BLANK, Line, Mark, find_amount
from summarizer.page.parts import (
    CLOSING,
    NO_NAME,
    Transcript,
    clean_title,
    describe,
    find_channel,
    is_prose,
    read_plain_comments,
    split_prose,
)

_LONGEST_NAME = 200
_MORE = 1.6
"""Lines for each stated comment, at most: some have several."""


def read_flat_page(landmarks: Landmarks, count: int, transcript: Transcript | None) -> Page:
    """The page whose line ``count`` counts the comments that follow it."""
    lines = landmarks.lines
    names = _find_names(landmarks, count)
    title = clean_title(lines[names[0]].text) if names else None
    channel = lines[names[1]].text if len(names) > 1 else find_channel(title or "")
    top = names[-1] + 1 if names else 0
    cues, body = _speech_and_description(lines, range(top, count), transcript)
    end = transcript.first if transcript and transcript.first > count else len(lines)
    closing = landmarks.first(*CLOSING, since=count + 1)
    close = end if closing is None else min(closing, end)
    return Page(
        title,
        channel,
        transcript=cues,
        chapters=transcript.chapters if transcript else (),
        description=describe([*body, BLANK, *lines[close + 1 : end]]),
        comments=tuple(read_plain_comments(lines[count + 1 : close])),
        comments_stated=find_amount(lines[count].text),
    )


def read_counted_comments(landmarks: Landmarks) -> Page | None:
    """The page where the first line counts the lines that follow, which are its comments."""
    lines, first = landmarks.lines, landmarks.full[0]
    stated = find_amount(lines[first].text)
    if not stated or not lines[first].says(Mark.COUNT):
        return None
    comments = read_plain_comments(lines[first + 1 :])
    if len(comments) > _MORE * stated + 1:  # fewer are usual: a site loads them bit by bit
        return None
    return Page(comments=tuple(comments), comments_stated=stated)


def _speech_and_description(
    lines: Sequence[Line], between: range, transcript: Transcript | None
) -> tuple[tuple[Cue, ...], Sequence[Line]]:
    """What is said, and the lines of the description, ``between`` the title and the comments."""
    top, count = between.start, between.stop
    if transcript is None:
        return split_prose(lines[top:count])
    if transcript.first > count:
        return transcript.cues, lines[top:count]
    after = lines[transcript.end : count]
    described = any(line.text for line in after)
    return transcript.cues, after if described else lines[top : transcript.first]


def _find_names(landmarks: Landmarks, count: int) -> list[int]:
    """The lines above the first prose that may be title and channel; else the first line.

    Where the prose comes first, the title was not copied.
    """
    names: list[int] = []
    for i in landmarks.full:
        line = landmarks.lines[i]
        if i >= count:
            return names[:1]
        if not _may_name(line):
            continue
        if is_prose(line):
            return names
        names.append(i)
    return names[:1]


def _may_name(line: Line) -> bool:
    return any(c.isalpha() for c in line.text[:_LONGEST_NAME]) and not line.says(*NO_NAME)

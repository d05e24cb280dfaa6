"""A copied video page: head, description, comments, transcript, in any order below the head."""

from __future__ import annotations

from dataclasses import replace

from summarizer.model import Omission, Page
from summarizer.page.bounds import (
    Landmarks,
    Owner,
    end_above_heading,
    find_description_end,
    find_discussion_end,
    first_from,
)
from summarizer.page.interface import Line, Mark, join, previous_full, unlink
from summarizer.page.kinds.flat_page import read_counted_comments, read_flat_page
from summarizer.page.kinds.post import read_post
from summarizer.page.parts import (
    Head,
    Transcript,
    describe,
    read_comments,
    read_head,
    read_transcript,
)

_CERTAIN = (Mark.SUBSCRIBERS, Mark.COUNT, Mark.PANEL, Mark.ADD)
_TOP = 60
_LIKELY = 0.8
"""Weight of lines that are all times and speech: more than an article, less than a chat."""

_DENSE = 0.25
"""Cues for each line of a transcript: a third where a cue has its time in figures and in words."""


def weigh_video_page(landmarks: Landmarks) -> float:
    """1 where the lines hold the interface of a video site, else the share of timed lines."""
    if landmarks.says(*_CERTAIN) or any(at < _TOP for at in landmarks.views[:1]):
        return 1.0
    headers = landmarks.comment_headers
    if len(headers) > 1 or any(header.sure for header in headers):
        return 1.0
    if landmarks.flat_count is not None or _has_button(landmarks):
        return _LIKELY
    times = sum(1 + landmarks.lines[i].is_time for i in landmarks.timed)
    return _LIKELY * min(times / len(landmarks.full), 1)


def read_video_page(landmarks: Landmarks) -> Page:
    """The page in the lines; its links and language are still to be found."""
    lines, headers, count = landmarks.lines, landmarks.comment_headers, landmarks.count
    if not headers and (alone := read_counted_comments(landmarks)):
        return alone
    transcript = read_transcript(landmarks)
    discussion = headers[0].first if headers else len(lines)
    limit = min(discussion, len(lines) if count is None else count)
    head = read_head(lines, limit)
    if transcript and not head.found and _is_first(landmarks, transcript):
        turned = [*lines[transcript.end :], *lines[: transcript.end]]
        return read_video_page(Landmarks.of(turned))
    if count is not None and not headers and not head.found:
        dense = transcript if transcript and _is_dense(landmarks, transcript) else None
        return read_flat_page(landmarks, count, dense)
    top = _read_top(landmarks, head, limit, transcript)
    return _with_discussion(landmarks, top, transcript)


def _has_button(landmarks: Landmarks) -> bool:
    """Whether a head without numbers, but with "Subscribe" and other buttons, stands on top."""
    followed = landmarks.says(Mark.FOLLOW, before=_TOP)
    return followed and read_head(landmarks.lines, len(landmarks.lines)).found


def _with_discussion(landmarks: Landmarks, top: Page, transcript: Transcript | None) -> Page:
    """The page of title, channel and description with all that stands below."""
    lines, headers = landmarks.lines, landmarks.comment_headers
    stop = len(lines)
    if headers and transcript and transcript.first > headers[-1].body:
        stop = transcript.first
    end = find_discussion_end(landmarks, headers, stop)
    off = landmarks.first(Mark.OFF) if not headers else None
    return replace(
        top,
        description=top.description if off is None else _with_closing(landmarks, top, off),
        transcript=transcript.cues if transcript else (),
        chapters=transcript.chapters if transcript else (),
        comments=tuple(read_comments(lines, headers, end, top.channel)),
        comments_stated=landmarks.stated,
        omissions=() if off is None else (Omission("comments-off"),),
    )


def _is_first(landmarks: Landmarks, transcript: Transcript) -> bool:
    """Whether the transcript was copied before the page: its head stands below."""
    lines = landmarks.lines
    rest = lines[transcript.end :]
    above = any(line.text and not line.marks for line in lines[: transcript.first])
    return not above and read_head(rest, len(rest)).title is not None


def _is_dense(landmarks: Landmarks, transcript: Transcript) -> bool:
    """Whether times stand close: among many plain comments some begin with a time in any order."""
    full = landmarks.count_full(transcript.first, transcript.end)
    return len(transcript.cues) >= _DENSE * full


def _with_closing(landmarks: Landmarks, top: Page, off: int) -> str:
    """The description with what the page says right below "Comments are closed".

    That is nothing where the next video's length or views follow.
    """
    lines = landmarks.lines
    end = next((i for i in range(off + 1, len(lines)) if _is_interface(lines[i])), len(lines))
    advised = end < len(lines) and (lines[end].gives_views or not lines[end].marks)
    said = "" if advised else join(lines[off + 1 : end])
    return f"{top.description}\n\n{said}".strip() if said else top.description


def _is_interface(line: Line) -> bool:
    return bool(line.marks) or line.stamp is not None


def _read_top(landmarks: Landmarks, head: Head, limit: int, transcript: Transcript | None) -> Page:
    """Title, channel and description."""
    if transcript and transcript.first >= head.end:
        limit = min(limit, transcript.first)
    if not head.found:
        return read_post(landmarks, limit)
    lines, owner = landmarks.lines, Owner(head.channel, head.subscribers)
    end = find_description_end(lines, head.end, limit, owner)
    heading = previous_full(lines, transcript.first - 1) if transcript else -1
    above = lines[heading].text if heading >= end else None
    end = end_above_heading(lines, head.end, end, above)
    channel = head.channel or _find_owner(landmarks, head.end)
    return Page(head.title, channel, description=describe(lines[head.end : end]))


def _find_owner(landmarks: Landmarks, below: int) -> str | None:
    """The channel, where only the box below the description names it."""
    lines, subscribers = landmarks.lines, first_from(landmarks.subscribers, below)
    at = previous_full(lines, subscribers - 1) if subscribers is not None else -1
    return unlink(lines[at].text) if at >= below and not lines[at].marks else None

"""A copied video page: head, description, comments, transcript, in any order below the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Cue, Page
from summarizer.page.amounts import find_amount
from summarizer.page.comments import Header, find_headers, read_comments
from summarizer.page.description import cut_at_headings, find_description_end
from summarizer.page.extract import find_channel, find_stated_size, read_plain_comments, split_body
from summarizer.page.head import Head, clean_title, is_subscribers, is_views, read_head
from summarizer.page.lines import Line, join, previous_full
from summarizer.page.transcript import Speech, find_speech
from summarizer.page.words import Mark

_CERTAIN = (Mark.SUBSCRIBERS, Mark.COUNT, Mark.PANEL, Mark.ADD)
_TOP = 60
_TRIMMING = (Mark.LESS, Mark.MORE)


def weigh_video(lines: Sequence[Line]) -> float:
    """1 where the lines hold the interface of a video site, else the share of timed speech."""
    if any(line.says(*_CERTAIN) for line in lines) or any(is_views(line) for line in lines[:_TOP]):
        return 1.0
    headers = find_headers(lines)
    if len(_believed(headers, lines)) > 1:
        return 1.0
    speech = find_speech(lines, frozenset())
    full = sum(1 for line in lines if line.text)
    if find_stated_size(lines) is not None:
        return 0.8
    return min(2 * len(speech.cues) / full, 0.9) if speech else 0.0


def read_video(lines: Sequence[Line]) -> Page:
    """The page in ``lines``; its links and language are still to be found."""
    headers = _believed(find_headers(lines), lines)
    speech = find_speech(lines, frozenset(header.first for header in headers))
    count = _find_count(lines, headers)
    discussion = headers[0].first if headers else len(lines)
    limit = min(discussion, len(lines) if count is None else count)
    head = read_head(lines, limit)
    if count is not None and not headers and not head.found:
        return _read_extract(lines, count, speech)
    top = _read_top(lines, head, limit, speech)
    end = _discussion_end(lines, headers, speech)
    return replace(
        top,
        transcript=speech.cues if speech else (),
        chapters=speech.chapters if speech else (),
        comments=tuple(read_comments(lines, headers, end)),
        comments_stated=None if count is None else find_amount(lines[count].text),
    )


def _believed(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers, where more than a name above an age speaks for a discussion."""
    if any(h.author.startswith("@") for h in headers):
        return headers
    marks = (Mark.REPLY, Mark.COUNT, Mark.ADD, Mark.REPLIES)
    return headers if any(line.says(*marks) for line in lines) else []


def _find_count(lines: Sequence[Line], headers: Sequence[Header]) -> int | None:
    """The line that states the number of comments: the last one above them, else the first."""
    end = headers[0].first if headers else len(lines)
    counts = [i for i in range(end) if i and lines[i].says(Mark.COUNT)]
    stated = [i for i in counts if any(c.isdigit() for c in lines[i].text)] or counts
    if not stated:
        return None if headers else find_stated_size(lines)
    return stated[-1] if headers else stated[0]


def _read_top(lines: Sequence[Line], head: Head, limit: int, speech: Speech | None) -> Page:
    """Title, channel and description."""
    if speech and speech.first >= head.end:
        limit = min(limit, speech.first)
    if not head.found:
        return _read_bare_top(lines, limit)
    end = find_description_end(lines, head, head.end, limit)
    heading = previous_full(lines, speech.first - 1) if speech else -1
    end = cut_at_headings(lines, head.end, end, lines[heading].text if heading >= end else None)
    channel = head.channel or _owner(lines, head.end)
    return Page(head.title, channel, description=_describe(lines[head.end : end]))


def _read_bare_top(lines: Sequence[Line], limit: int) -> Page:
    """A top without views or subscribers: the first line that is no mark is the title."""
    full = [i for i in range(limit) if lines[i].text and not lines[i].marks]
    if not full:
        return Page()
    first = full[0]
    end = find_description_end(lines, Head(), first + 1, limit)
    return Page(clean_title(lines[first].text), description=_describe(lines[first + 1 : end]))


def _owner(lines: Sequence[Line], start: int) -> str | None:
    """The channel, where only the box below the description names it."""
    fans = next((i for i in range(start, len(lines)) if is_subscribers(lines[i])), None)
    at = previous_full(lines, fans - 1) if fans is not None else -1
    return lines[at].text if at >= start and not lines[at].marks else None


def _describe(lines: Sequence[Line]) -> str:
    body = list(lines)
    while body and (not body[-1].text or body[-1].says(*_TRIMMING)):
        body.pop()
    return join(body)


def _discussion_end(lines: Sequence[Line], headers: Sequence[Header], speech: Speech | None) -> int:
    """The line where the last comment must end."""
    if not headers:
        return len(lines)
    start = headers[-1].body
    stop = speech.first if speech and speech.first > start else len(lines)
    return next((i for i in range(start, stop) if lines[i].says(Mark.PANEL)), stop)


def _read_extract(lines: Sequence[Line], count: int, speech: Speech | None) -> Page:
    """Title, speech, description and comments, each a line or a few."""
    first = next(i for i, line in enumerate(lines) if line.text)
    title = clean_title(lines[first].text)
    body = list(lines[first + 1 : count])
    cues: tuple[Cue, ...] = ()
    if speech and speech.end <= count:
        cues = speech.cues
        body = list(lines[first + 1 : speech.first]) + list(lines[speech.end : count])
    else:
        cues, body = split_body(body)
    return Page(
        title,
        find_channel(title),
        transcript=cues,
        chapters=speech.chapters if speech else (),
        description=_describe(body),
        comments=tuple(read_plain_comments(lines, count + 1)),
        comments_stated=find_amount(lines[count].text),
    )

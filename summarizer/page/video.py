"""A copied video page: head, description, comments, transcript, in any order below the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Cue, Page
from summarizer.page.amounts import find_amount, parse_amount
from summarizer.page.comments import read_comments
from summarizer.page.description import cut_at_headings, find_description_end
from summarizer.page.extract import find_channel, find_stated_size, read_plain_comments, split_body
from summarizer.page.head import Head, clean_title, is_subscribers, is_views, read_head
from summarizer.page.headers import Header, find_headers
from summarizer.page.lines import Line, join, next_full, previous_full
from summarizer.page.transcript import Speech, find_prose, find_speech
from summarizer.page.words import Mark

_CERTAIN = (Mark.SUBSCRIBERS, Mark.COUNT, Mark.PANEL, Mark.ADD)
_TOP = 60
_TITLE_WORDS = 3
_LONGEST_NAME = 50
_TRIMMING = (Mark.LESS, Mark.MORE)
_LEADING = (Mark.ABOUT, Mark.CHROME)


def weigh_video(lines: Sequence[Line]) -> float:
    """1 where the lines hold the interface of a video site, else the share of timed speech."""
    if any(line.says(*_CERTAIN) for line in lines) or any(is_views(line) for line in lines[:_TOP]):
        return 1.0
    headers = find_headers(lines)
    if len(_believed(headers, lines)) > 1:
        return 1.0
    speech = find_speech(lines, frozenset())
    if find_stated_size(lines) is not None:
        return 0.8
    full = sum(1 for line in lines if line.text)
    said = sum(1 for line in lines[speech.first : speech.end] if line.text) if speech else 0
    return 0.8 * said / full


def read_video(lines: Sequence[Line]) -> Page:
    """The page in ``lines``; its links and language are still to be found."""
    headers = _below_count(_believed(find_headers(lines), lines), lines)
    speech = find_speech(lines, frozenset(header.first for header in headers)) or find_prose(lines)
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
        comments_stated=_stated(lines, count),
    )


def _stated(lines: Sequence[Line], count: int | None) -> int | None:
    """The number in the line that counts the comments, or alone in the one below it."""
    if count is None:
        return None
    below = next_full(lines, count + 1)
    number = parse_amount(lines[below].text) if below < len(lines) else None
    return number if (own := find_amount(lines[count].text)) is None else own


def _believed(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers, where more than a name above an age speaks for a discussion."""
    if any(h.author.startswith("@") for h in headers):
        return headers
    marks = (Mark.REPLY, Mark.COUNT, Mark.ADD, Mark.REPLIES)
    return headers if any(line.says(*marks) for line in lines) else []


def _below_count(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers without a lone one above the number of comments: the page's own age."""
    first = headers[0].first if headers else 0
    second = headers[1].first if len(headers) > 1 else first
    own = any(lines[i].says(Mark.COUNT) for i in range(first, second))
    return headers[1:] if own else headers


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
    """A top without views or subscribers: the first line that may be a name is the title.

    A second short line, if there are no more, is the channel.
    """
    names = [i for i in range(limit) if lines[i].text and not lines[i].marks]
    if names and lines[names[0]].text.startswith("r/"):
        names = [i for i in names if len(lines[i].text.split()) >= _TITLE_WORDS]
    if not names:
        return Page()
    first = names[0]
    title = clean_title(lines[first].text)
    end = find_description_end(lines, Head(), first + 1, limit)
    body = [line for line in lines[first + 1 : end] if not line.marks]
    if sum(bool(line.text) for line in body) == 1 and len(join(body)) <= _LONGEST_NAME:
        return Page(title, join(body))
    return Page(title, description=_describe(lines[first + 1 : end]))


def _owner(lines: Sequence[Line], start: int) -> str | None:
    """The channel, where only the box below the description names it."""
    fans = next((i for i in range(start, len(lines)) if is_subscribers(lines[i])), None)
    at = previous_full(lines, fans - 1) if fans is not None else -1
    return lines[at].text if at >= start and not lines[at].marks else None


def _describe(lines: Sequence[Line]) -> str:
    body = list(lines)
    while body and (not body[-1].text or body[-1].says(*_TRIMMING)):
        body.pop()
    while body and (not body[0].text or body[0].says(*_LEADING)):
        del body[0]
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

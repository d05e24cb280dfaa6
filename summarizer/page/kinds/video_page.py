"""A copied video page: head, description, comments, transcript, in any order below the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Omission, Page
from summarizer.page.interface.clock import read_stamp
from summarizer.page.parts.comments import read_comments
from summarizer.page.bounds.comment_count import NEAR, find_count, read_count, states_count
from summarizer.page.parts.description import cut_at_headings, describe, find_description_end
from summarizer.page.kinds.flat_page import find_stated_size, read_comments_alone, read_extract
from summarizer.page.parts.head import NO_NAME, Head, previous_name, read_head
from summarizer.page.bounds.comment_headers import Header, find_headers
from summarizer.page.interface.lines import Line, join, next_full, previous_full, unlink
from summarizer.page.interface.figures import is_subscribers, is_views
from summarizer.page.parts.title import clean_title
from summarizer.page.parts.transcript import Speech, find_speech
from summarizer.page.interface.vocabulary import Mark

_CERTAIN = (Mark.SUBSCRIBERS, Mark.COUNT, Mark.PANEL, Mark.ADD)
_TOP = 60
_LIKELY = 0.8
"""Weight of lines that are all times and speech: more than plain text, less than a chat."""

_DENSE = 0.25
"""Cues for each line of a transcript: a third where a cue has its time in figures and in words."""

_TITLE_WORDS = 3
_MENU = 3
"""Bars between the words of a menu: "new | past | comments | ask"."""

_LONGEST_NAME = 50


def weigh_video(lines: Sequence[Line]) -> float:
    """1 where the lines hold the interface of a video site, else the share of timed lines."""
    if any(line.says(*_CERTAIN) for line in lines) or any(is_views(line) for line in lines[:_TOP]):
        return 1.0
    headers = _believed(find_headers(lines), lines)
    if len(headers) > 1 or any(header.sure for header in headers):
        return 1.0
    if find_stated_size(lines) is not None:
        return _LIKELY
    full = sum(1 for line in lines if line.text)
    stamps = [stamp for line in lines if line.text and (stamp := read_stamp(line.text))]
    return _LIKELY * min(sum(1 + stamp.alone for stamp in stamps) / full, 1)


def read_video(lines: Sequence[Line]) -> Page:
    """The page in ``lines``; its links and language are still to be found."""
    headers = _below_count(_believed(find_headers(lines), lines), lines)
    if not headers and (alone := read_comments_alone(lines)):
        return alone
    speech = find_speech(lines, frozenset(header.first for header in headers))
    count = find_count(lines, headers)
    discussion = headers[0].first if headers else len(lines)
    limit = min(discussion, len(lines) if count is None else count)
    head = read_head(lines, limit)
    if speech and not head.found and _is_first(speech, lines):
        return read_video([*lines[speech.end :], *lines[: speech.end]])
    if count is not None and not headers and not head.found:
        return read_extract(lines, count, speech if speech and _is_dense(speech, lines) else None)
    top = _read_top(lines, head, limit, speech)
    end = _discussion_end(lines, headers, speech)
    return replace(
        top,
        description=_with_closing(top.description, lines, headers),
        transcript=speech.cues if speech else (),
        chapters=speech.chapters if speech else (),
        comments=tuple(read_comments(lines, headers, end, top.channel)),
        comments_stated=read_count(lines, count),
        omissions=_turned_off(lines, headers),
    )


def _is_first(speech: Speech, lines: Sequence[Line]) -> bool:
    """Whether the transcript was copied before the page: its head stands below."""
    rest = lines[speech.end :]
    above = any(line.text and not line.marks for line in lines[: speech.first])
    return not above and read_head(rest, len(rest)).title is not None


def _with_closing(described: str, lines: Sequence[Line], headers: Sequence[Header]) -> str:
    """The description with what the page says right below "Comments are closed".

    That is nothing where the next video's length or views follow.
    """
    off = next((i for i, line in enumerate(lines) if line.says(Mark.OFF)), len(lines))
    end = next((i for i in range(off + 1, len(lines)) if _is_site(lines[i])), len(lines))
    advised = end < len(lines) and (is_views(lines[end]) or not lines[end].marks)
    said = "" if headers or advised else join(lines[off + 1 : end])
    return f"{described}\n\n{said}".strip() if said else described


def _is_site(line: Line) -> bool:
    return bool(line.marks) or (bool(line.text) and read_stamp(line.text) is not None)


def _turned_off(lines: Sequence[Line], headers: Sequence[Header]) -> tuple[Omission, ...]:
    """An omission where the page says that it takes no comments, and has none."""
    off = not headers and any(line.says(Mark.OFF) for line in lines)
    return (Omission("comments-off"),) if off else ()


def _believed(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers, where more than a name above an age speaks for a discussion.

    That it is counted does, if it begins near its number: among plain comments, one a line, two
    short ones may look like a name above an age.
    """
    if any(header.sure for header in headers):
        return headers
    marks = (Mark.REPLY, Mark.ADD, Mark.REPLIES)
    if headers and any(line.says(*marks) for line in lines):
        return headers
    above = lines[: headers[0].first] if headers else []
    count = next((i for i in reversed(range(len(above))) if above[i].says(Mark.COUNT)), None)
    between = [line for line in above[count:] if line.text] if count is not None else above
    return headers if count is not None and len(between) <= NEAR else []


def _is_dense(speech: Speech, lines: Sequence[Line]) -> bool:
    """Whether times stand close: among many plain comments some begin with a time in any order."""
    full = sum(1 for line in lines[speech.first : speech.end] if line.text)
    return len(speech.cues) >= _DENSE * full


def _below_count(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers without a lone one above the number of comments: the page's own age."""
    first = headers[0].first if headers else 0
    second = headers[1].first if len(headers) > 1 else first
    own = any(lines[i].says(Mark.COUNT) for i in range(first, second))
    return headers[1:] if own else headers


def _is_posted(line: Line) -> bool:
    """Whether the line says who posted what stands above: "via name 3 hours ago | 87 comments"."""
    return line.says(Mark.POSTED) or (" | " in line.text and states_count(line))


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
    return Page(head.title, channel, description=describe(lines[head.end : end]))


def _read_bare_top(lines: Sequence[Line], limit: int) -> Page:
    """A top without views or subscribers: the first line that may be a name is the title.

    A second short line, if there are no more, is the channel.
    """
    names = [i for i in range(limit) if lines[i].text and _may_name(lines[i])]
    posted = next((i for i in range(min(limit + 1, len(lines))) if _is_posted(lines[i])), None)
    if posted and (above := previous_name(lines, posted - 1)) >= 0:
        return Page(clean_title(lines[above].text), description=_posted_text(lines, posted, limit))
    if names and lines[names[0]].text.startswith("r/"):
        names = [i for i in names if len(lines[i].text.split()) >= _TITLE_WORDS]
    if not names:
        return Page()
    first = names[0]
    title = clean_title(lines[first].text)
    end = find_description_end(lines, Head(), first + 1, limit)
    rest = join(line for line in lines[first + 1 : end] if not line.marks)
    if rest and len(rest) <= _LONGEST_NAME and "\n" not in rest and rest[-1] not in ".!?…:":
        return Page(title, rest)
    return Page(title, description=describe(lines[first + 1 : end]))


def _posted_text(lines: Sequence[Line], posted: int, limit: int) -> str:
    end = find_description_end(lines, Head(), posted + 1, limit)
    return describe(lines[posted + 1 : end])


def _may_name(line: Line) -> bool:
    """Whether the line may be a title: neither interface nor a menu in one line."""
    return not line.says(*NO_NAME) and line.text.count(" | ") < _MENU


def _owner(lines: Sequence[Line], start: int) -> str | None:
    """The channel, where only the box below the description names it."""
    fans = next((i for i in range(start, len(lines)) if is_subscribers(lines[i])), None)
    at = previous_full(lines, fans - 1) if fans is not None else -1
    return unlink(lines[at].text) if at >= start and not lines[at].marks else None


def _discussion_end(lines: Sequence[Line], headers: Sequence[Header], speech: Speech | None) -> int:
    """The line where the last comment must end."""
    if not headers:
        return len(lines)
    start = headers[-1].body
    stop = speech.first if speech and speech.first > start else len(lines)
    said = next_full(lines, start)
    return next((i for i in range(start, stop) if _ends_discussion(lines, i, said)), stop)


def _ends_discussion(lines: Sequence[Line], at: int, said: int) -> bool:
    """Whether the interface goes on in line ``at``: the transcript, a box, recommended videos."""
    below = next_full(lines, at + 1)
    if at == said and below < len(lines) and lines[below].says(Mark.REPLY):
        return False  # a comment in the words of a heading
    if lines[at].says(Mark.PANEL):
        return True
    if at <= said or not lines[at].says(Mark.ADD, Mark.CHROME):
        return False
    stamp = read_stamp(lines[below].text) if below < len(lines) else None
    return lines[at].says(Mark.ADD) or bool(stamp and stamp.alone)

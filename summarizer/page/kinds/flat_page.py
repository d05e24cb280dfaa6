"""Pages as an extractor writes them: title, speech, description, "32 comments", one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Comment, Cue, Page
from summarizer.page.interface.amounts import find_amount
from summarizer.page.interface.clock import read_stamp
from summarizer.page.parts.description import describe
from summarizer.page.parts.head import NO_NAME
from summarizer.page.interface.lines import BLANK, Line
from summarizer.page.parts.title import clean_title
from summarizer.page.parts.transcript import Speech
from summarizer.page.interface.vocabulary import Mark, fold_words

_LONG = 200
"""Characters of a line that is a whole speech rather than a line of a description."""

_ITEM = re.compile(r"(?:[-*•–]|\d{1,5}[.)])\s+")
_AUTHOR = re.compile(r"[*_]{0,2}(@[^\s:]{1,60})[*_]{0,2}\s?:\s+")
_ARTICLE = 1.5
"""Prose behind the first long line, for its length, that makes a text an article."""

_MORE = 1.6
"""Lines for each stated comment, at most: some have several."""

_LONGEST_COUNT = 40
_CLOSING = (Mark.OFF, Mark.PANEL)
"""What ends the discussion: what stands below such a line is the publisher's."""

_MARKS = (Mark.SORT, Mark.ADD, Mark.COUNT)


def find_stated_size(lines: Sequence[Line]) -> int | None:
    """The line that counts the comments in an unknown language: about as many lines follow it.

    Only below a speech in one line, as an extractor writes it.
    """
    full = [i for i, line in enumerate(lines) if line.text]
    if len(full) < 4 or len(lines[full[1]].text) < _LONG:  # noqa: PLR2004 - title, speech, count, one
        return None
    for rank, i in enumerate(full[2:], start=2):
        stated, after = _only_amount(lines[i].text), len(full) - rank - 1
        if stated and _about(stated, after):
            return i
    return None


def _only_amount(text: str) -> int | None:
    """The amount in a few words, None where there is none or another one."""
    if len(text) > _LONGEST_COUNT or fold_words(text).count("0") != 1 or text[-1] in ".!?":
        return None
    return find_amount(text) if any(c.isalpha() for c in text) and not read_stamp(text) else None


def read_extract(lines: Sequence[Line], count: int, speech: Speech | None) -> Page:
    """The page whose line ``count`` counts the comments that follow it."""
    names = _names(lines[:count])
    title = clean_title(lines[names[0]].text) if names else None
    channel = lines[names[1]].text if len(names) > 1 else find_channel(title or "")
    top = names[-1] + 1 if names else 0
    cues, body = _speech_and_body(lines, top, count, speech)
    end = speech.first if speech and speech.first > count else len(lines)
    close = next((i for i in range(count + 1, end) if lines[i].says(*_CLOSING)), end)
    return Page(
        title,
        channel,
        transcript=cues,
        chapters=speech.chapters if speech else (),
        description=describe([*body, BLANK, *lines[close + 1 : end]]),
        comments=tuple(read_plain_comments(lines[count + 1 : close])),
        comments_stated=find_amount(lines[count].text),
    )


def _speech_and_body(
    lines: Sequence[Line], top: int, count: int, speech: Speech | None
) -> tuple[tuple[Cue, ...], Sequence[Line]]:
    """What is said, and the lines of the description, between lines ``top`` and ``count``."""
    between = lines[top:count]
    if speech is None:
        return split_body(between)
    if speech.first > count:
        return speech.cues, between
    after = lines[speech.end : count]
    return speech.cues, after if any(line.text for line in after) else lines[top : speech.first]


def read_comments_alone(lines: Sequence[Line]) -> Page | None:
    """The page where the first line counts the lines that follow, which are its comments."""
    first = next((i for i, line in enumerate(lines) if line.text), len(lines))
    stated = find_amount(lines[first].text) if first < len(lines) else None
    if not stated or not lines[first].says(Mark.COUNT):
        return None
    comments = read_plain_comments(lines[first + 1 :])
    if len(comments) > _MORE * stated + 1:  # fewer are usual: a site loads them bit by bit
        return None
    return Page(comments=tuple(comments), comments_stated=stated)


def _about(stated: int, found: int) -> bool:
    """Whether so many comments may be what a number states: it is seldom exact."""
    return stated * 0.6 <= found <= _MORE * stated + 1


def _names(lines: Sequence[Line]) -> list[int]:
    """The lines above the first prose that may be title and channel; else the first line.

    Where the prose comes first, the title was not copied.
    """
    full = [i for i, line in enumerate(lines) if _may_name(line)]
    prose = next((i for i in full if is_prose(lines[i])), None)
    if prose is None:
        return full[:1]
    return [i for i in full if i < prose]


def _may_name(line: Line) -> bool:
    return any(c.isalpha() for c in line.text[:_LONG]) and not line.says(*NO_NAME)


def read_plain_comments(lines: Sequence[Line]) -> list[Comment]:
    """The comments in ``lines``, each a line."""
    texts = [line.text for line in lines if line.text and not line.says(*_MARKS, *_CLOSING)]
    return [_read_item(text) for text in texts] if _all_items(texts) else [*map(Comment, texts)]


def _all_items(texts: Sequence[str]) -> bool:
    """Whether nearly all comments are items of a list."""
    return sum(_ITEM.match(text) is not None for text in texts) >= 0.9 * len(texts) > 0


def _read_item(text: str) -> Comment:
    """The comment in an item like "- @name: text"."""
    bare = _ITEM.sub("", text)
    named = _AUTHOR.match(bare)
    return Comment(bare[named.end() :], named[1]) if named else Comment(bare)


def split_body(lines: Sequence[Line]) -> tuple[tuple[Cue, ...], Sequence[Line]]:
    """Speech and description between the title and the comments.

    The first long line is the speech; where most long lines follow it, it is an article, all said.
    """
    full = [line for line in lines if line.text]
    if not full or not is_prose(full[0]):
        return (), lines
    prose = [line for line in full if is_prose(line)]
    if sum(len(line.text) for line in prose[1:]) > _ARTICLE * len(full[0].text):
        return tuple(Cue(line.text) for line in full), []
    return (Cue(full[0].text),), lines[lines.index(full[0]) + 1 :]


def is_prose(line: Line) -> bool:
    """Whether the line is a whole speech or paragraph, not a line of a list."""
    return len(line.text) >= _LONG and "://" not in line.text


def find_channel(title: str) -> str | None:
    """The channel of a title line like "title • channel"."""
    name, dot, channel = title.rpartition(" • ")
    return channel if dot and name and channel else None

"""What a post says: its lines without the counters, buttons and names around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.bounds import HANDLE
from summarizer.page.interface import Line, Mark, join, read_line

_BELOW = (
    Mark.REPLY, Mark.REPLIES, Mark.LIKED, Mark.TRANSLATE, Mark.MORE, Mark.LESS, Mark.BUTTON,
    Mark.COUNT, Mark.VIEWS, Mark.CHROME, Mark.THREAD, Mark.ASIDE, Mark.EDITED, Mark.SORT, Mark.ADD,
    Mark.BADGE, Mark.QUOTED,
)  # fmt: skip
_DOTS = frozenset({"·", "•", "∙", "|"})
_ALL_COUNTERS = 4
"""Numbers below a post that shows all of them: answers, reposts, likes, views."""

_ROW_OF_COUNTERS, _MOST_LABELS, _LONGEST_LABEL = 3, 8, 60
"""Numbers that are counters below a post, lines below them at most, and characters of one."""

_CLOSE = ".,;:!?)'’”\"…"
"""What goes on right behind a name."""

_SHORT = 5
"""Characters of a line like "and" between the names of those who are answered."""

_NUMBERED = r"^(?:\d{1,3}(?:/\d{0,3}|[.)])\s)?"
_SENTENCE = re.compile(_NUMBERED + r"(.{12,90}?[.!?…](?=\s|$)|.{6,60}?[。！？])")
_WORDS = re.compile(_NUMBERED + r"(.{20,80})\s")
_LONGEST_TITLE = 90


class Words(NamedTuple):
    """The text of a post, its likes where all its counters stand below, whether it answers one."""

    text: str
    likes: int | None
    answers: bool


def read_words(lines: Sequence[Line]) -> Words:
    """What the ``lines`` below an author and an age say."""
    full = [line for line in lines if line.text]
    answers = bool(full) and full[0].says(Mark.ANSWERING)
    said, amounts = _without_counters(_below_names(lines) if answers else list(lines))
    likes = amounts[2] if len(amounts) == _ALL_COUNTERS else None
    return Words(join(_with_mentions(said)), likes, answers)


def is_counter(line: Line) -> bool:
    """Whether the line is a number or a button below a post."""
    return line.amount is not None or line.text in _DOTS or line.is_time or line.says(*_BELOW)


def name_post(text: str) -> str:
    """The first words of a post: its first sentence, or as much of it as a title holds."""
    first = text.partition("\n")[0].strip()
    sentence = _SENTENCE.match(first)
    if sentence or len(first) <= _LONGEST_TITLE:
        return sentence[1] if sentence else first
    words = _WORDS.match(first)
    return f"{words[1] if words else first[:_LONGEST_TITLE]}…"


def _below_names(lines: Sequence[Line]) -> list[Line]:
    """The lines below "Replying to" and the names that it is followed by."""
    at = next(i for i, line in enumerate(lines) if line.text) + 1
    while at < len(lines) and _names(lines[at].text):
        at += 1
    return list(lines[at:])


def _names(text: str) -> bool:
    return HANDLE.fullmatch(text) is not None or len(text) <= _SHORT


def _without_counters(lines: list[Line]) -> tuple[list[Line], list[int]]:
    """The lines up to the counters at their end, and those; the first words always stay."""
    first = next((i for i, line in enumerate(lines) if line.text and not _is_note(line)), 0)
    body, amounts = _up_to_counters(lines[first:]), list[int]()
    while len(body) > 1 and (not body[-1].text or is_counter(body[-1])):
        amount = body.pop().amount
        amounts += [] if amount is None else [amount]
    return body, amounts[::-1]


def _up_to_counters(body: list[Line]) -> list[Line]:
    """``body`` without the short lines below a post's counters, whatever their language says."""
    full = [i for i, line in enumerate(body) if line.text]
    counts = [body[i].amount is not None for i in full]
    ends = range(len(full), _ROW_OF_COUNTERS, -1)
    end = next((end for end in ends if all(counts[end - _ROW_OF_COUNTERS : end])), len(full))
    below = [body[i].text for i in full[end:]]
    is_labels = 0 < len(below) <= _MOST_LABELS and all(map(_is_label, below))
    return body[: full[end - 1] + 1] if is_labels else body


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not text.endswith((".", "!", "。"))


def _is_note(line: Line) -> bool:
    return line.text.lstrip(" ·") == "" or read_line(line.text.lstrip(" ·")).says(Mark.BADGE)


def _with_mentions(lines: Sequence[Line]) -> list[Line]:
    """The lines, a name that a site has set on its own line put back into its sentence."""
    said: list[list[str]] = []
    goes_on = False
    for text in (line.text for line in lines):
        is_name = HANDLE.fullmatch(text) is not None
        if text and said and said[-1][0] and (is_name or goes_on):
            said[-1].append(text if text[0] in _CLOSE else f" {text}")
        else:
            said.append([text])
        goes_on = is_name
    return [read_line("".join(pieces)) for pieces in said]

"""What people and tools wrap around a transcript: requests to an assistant, notes of recorders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.page.interface import (
    BLANK,
    Line,
    Mark,
    find_marks,
    fold_words,
    is_tool_note,
    phrases_of,
    read_line,
)

_TOP, _END = 12, 8
"""Full lines at the top and at the end of a text in which notes and requests stand."""

_LONGEST_REQUEST = 600
_LONG = 150
"""Characters from which on what stands behind "Transcript:" is the transcript."""

_MOST_LABEL_WORDS = 6
_CLOSING = {'"': '"', "“": '”"', "„": "“”", "«": "»", "「": "」", "『": "』"}
_FENCE = re.compile(r"\"{3}|'{3}|`{3,4}\w{0,10}|~{3}|</?[a-z_]{1,20}>|\[/?[A-Z_]{3,20}\]")
_LABELLED = re.compile(r"[#*_>\s]{0,6}([^:：]{2,80}?)[*_]{0,2}[:：][*_]{0,2}\s{0,3}(.*)", re.DOTALL)
_MARKS = "#*_> "


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with what is wrapped around the transcript blanked out."""
    rest = list(lines)
    for i in {*_full(rest)[:_TOP], *_full(rest)[-_END:]}:
        if is_tool_note(rest[i].text.strip(_MARKS)):
            rest[i] = BLANK
    is_asked = _take_request_below(rest)
    is_asked = _take_request_above(rest) or is_asked
    if _take_label(rest) or is_asked:
        _take_fences(rest)
        _take_quotes(rest)
    return rest


def is_request(text: str) -> bool:
    """Whether ``text`` asks for a summary of what stands beside it, in a known language."""
    if len(text) > _LONGEST_REQUEST:
        return False
    folded = fold_words(text)
    about = any(word in folded for word in _phrases("request of"))
    return about and folded.startswith(_phrases("request"))


def _full(lines: Sequence[Line]) -> list[int]:
    return [i for i, line in enumerate(lines) if line.text]


def _take_request_above(lines: list[Line]) -> bool:
    """Blank out the request that opens the text, and what it adds above "Transcript:"."""
    full = _full(lines)
    first = lines[full[0]].text if full else ""
    head, _, rest = first.partition(":") if len(first) > _LONG else ("", "", "")
    is_above = len(full) > 1 and is_request(first) and len(rest) <= _LONG
    if not (is_above or (len(rest) > _LONG and is_request(head))):
        return False
    lines[full[0]] = read_line("" if is_above else rest.strip())
    label = next((n for n, i in enumerate(full[:_TOP]) if _value(lines[i].text) is not None), 0)
    for i in full[1:label]:
        lines[i] = BLANK
    return True


def _take_request_below(lines: list[Line]) -> bool:
    """Blank out a request at the end, and what it adds below."""
    full = _full(lines)
    at = next((i for i in full[1:][-_END:] if is_request(lines[i].text)), None)
    for i in full if at is not None else ():
        if i >= (at or 0):
            lines[i] = BLANK
    return at is not None


def _take_label(lines: list[Line]) -> bool:
    """Take "Transcript:" off the transcript that follows it on the same line."""
    for i in _full(lines)[:_TOP]:
        value = _value(lines[i].text)
        if value and (len(value) > _LONG or value[0] in _CLOSING):
            lines[i] = read_line(value)
            return True
    return False


def _value(text: str) -> str | None:
    """What stands behind the label of a transcript, perhaps nothing; None without the label."""
    found = _LABELLED.fullmatch(text)
    words = found[1].split() if found else []
    if not found or len(words) > _MOST_LABEL_WORDS:
        return None
    is_named = any(Mark.PANEL in find_marks(label) for label in (found[1], *words))
    return found[2].strip() if is_named else None


def _take_fences(lines: list[Line]) -> None:
    """Blank out the marks that set a quoted text off, near its ends."""
    full = _full(lines)
    for i in {*full[:_TOP], *full[-2:]}:
        if _FENCE.fullmatch(lines[i].text):
            lines[i] = BLANK


def _take_quotes(lines: list[Line]) -> None:
    """Take the quotation marks off a transcript that is quoted whole."""
    full = _full(lines)
    quoted = next((i for i in full[:_TOP] if lines[i].text[0] in _CLOSING), None)
    if quoted is None or lines[full[-1]].text[-1] not in _CLOSING[lines[quoted].text[0]]:
        return
    lines[quoted] = read_line(lines[quoted].text[1:])
    lines[full[-1]] = read_line(lines[full[-1]].text[:-1])


@lru_cache(maxsize=2)
def _phrases(mark: str) -> tuple[str, ...]:
    """The folded phrases of a row of the table."""
    return tuple(fold_words(p.replace("#", "0")) for _, row in phrases_of(mark) for p in row)

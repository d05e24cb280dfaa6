"""What recorders of meetings and recognisers of speech write around a transcript."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.page.interface.vocabulary import fold_words, phrases_of

_LONGEST = 200
"""Characters of a line that are looked at."""

_LONGEST_LINKED = 1000
_LONGEST_SIGNATURE, _LONGEST_HOST = 80, 30


def is_tool_note(line: str) -> bool:
    """Whether ``line`` is a note of a tool: "Transcription ended after 00:12:44"."""
    if is_linked_note(line) or _is_signed(line):
        return True
    if len(line) > _LONGEST and "://" in line:
        return False
    begins, ends = _phrases("note"), _phrases("note end")
    folded = fold_words(line[:_LONGEST])
    return folded.startswith(begins) or (len(line) <= _LONGEST // 2 and folded.endswith(ends))


def is_linked_note(line: str) -> bool:
    """Whether it is a note that ends with its moment's address: "... - WATCH: https://..."."""
    return line != "" and without_linked_note(line) == ""


def without_linked_note(line: str) -> str:
    """``line`` without such a note at its beginning, behind which speech may go on."""
    note = _linked().match(line[:_LONGEST_LINKED]) if "://" in line else None
    return line[note.end() :].lstrip() if note else line


def _is_signed(line: str) -> bool:
    """Whether few words end with a recorder's own address: "Transcrito por https://otter.ai"."""
    if len(line) > _LONGEST_SIGNATURE or "." not in line[-_LONGEST_HOST:]:
        return False
    words = line.casefold().rstrip("/.)*_ ").split()
    host = words[-1].removeprefix("https://").removeprefix("www.") if words else ""
    return len(words) > 1 and host in _makers()


@lru_cache(maxsize=1)
def _makers() -> frozenset[str]:
    return frozenset(phrase for _, row in phrases_of("note maker") for phrase in row)


@lru_cache(maxsize=1)
def _linked() -> re.Pattern[str]:
    """A note and its address, and the blanks between."""
    before = "|".join(re.escape(phrase) for _, row in phrases_of("note link") for phrase in row)
    return re.compile(rf".{{3,}}?\s[-–—]\s(?i:{before}):\s?https?://\S+")


@lru_cache(maxsize=2)
def _phrases(mark: str) -> tuple[str, ...]:
    """The folded phrases that notes begin or end with."""
    return tuple(fold_words(p.replace("#", "0")) for _, row in phrases_of(mark) for p in row)

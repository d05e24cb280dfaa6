"""Where each of Telegram's clients splits a text that is longer than one message.

The rules are those of the clients' own sources. Lengths count UTF-16 units; a text given here has
two characters in place of every astral one (``units``), so that ``len`` counts what Telegram does.
"""

from __future__ import annotations

import re
from collections.abc import Callable

WINDOW = 4096
"""The longest message, in UTF-16 units."""

Splitter = Callable[[str], tuple[int, int]]
"""Text longer than a window -> (end of its first message, where the rest begins)."""

LOST = "\0"
"""Stands for the character that Android drops where a window holds nothing to break at."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ANDROID_LOOKS_AT = 300
_LEADS = ("", " ", "   ")
"""Blanks that a window of iOS begins with, before they are trimmed."""
_BLANK = " \t\n\xa0"
_SPACE_AFTER = tuple(  # in the window read backwards, best first
    re.compile(pattern) for pattern in (r"\s(?=[.?!])", r"\s(?=[,;:)])", r"\s")
)


def units(text: str) -> str:
    """The text with two characters for each that Telegram counts twice."""
    return _ASTRAL.sub("\ufffd\ufffd", text)


def fits(splitter: Splitter, part: str, separator: str, rest: str) -> bool:
    """Whether a client that is given ``part + separator + rest`` sends just ``part`` first."""
    leads = _LEADS if splitter is ios else _LEADS[:1]
    return any(_fits(splitter, lead + part, separator, rest) for lead in leads)


def desktop(text: str) -> tuple[int, int]:
    """The best separator in the second half of the window; the white space after it goes."""
    end = _desktop_break(text)
    return end, len(text) - len(text[end:].lstrip())


def android(text: str) -> tuple[int, int]:
    """A blank line, newline, full stop or blank in the last 300 units; the unit there goes."""
    low = WINDOW - _ANDROID_LOOKS_AT
    blank_line = text.rfind("\n\n", low - 1, WINDOW)
    if blank_line >= 0:
        return blank_line + 1, blank_line + 2
    end = text.find("\n", low, WINDOW)
    if end < 0:
        end = _backwards(text, low, (re.compile(r"\s(?=\.)"), _SPACE_AFTER[-1]))
    return end, end + 1


def ios(text: str) -> tuple[int, int]:
    """After the last newline or full stop of the window."""
    end = max(text.rfind("\n", 0, WINDOW), text.rfind(".", 0, WINDOW)) + 1
    return (end, end) if end else (WINDOW, WINDOW)


CLIENTS: dict[str, Splitter] = {"desktop": desktop, "ios": ios, "android": android}


def _fits(splitter: Splitter, part: str, separator: str, rest: str) -> bool:
    text = part + separator + rest
    if len(text) <= WINDOW:
        return False
    end, start = splitter(text)
    dropped = text[start : len(part) + len(separator)]
    return len(text[:end].rstrip()) == len(part) and not dropped.strip(_BLANK + LOST)


def _desktop_break(text: str) -> int:
    low = WINDOW // 2
    blank_line = text.rfind("\n\n", low - 1, WINDOW + 1)
    if blank_line >= 0:
        return min(blank_line + 1, WINDOW - 1)
    newline = text.rfind("\n", low, WINDOW)
    return newline if newline >= 0 else _backwards(text, low, _SPACE_AFTER)


def _backwards(text: str, low: int, patterns: tuple[re.Pattern[str], ...]) -> int:
    """The last place from ``low`` on of the first pattern that has one, or the window's end."""
    window = text[low - 1 : WINDOW][::-1]
    for pattern in patterns:
        found = pattern.search(window, 0, len(window))
        if found and found.start() < len(window) - 1:
            return WINDOW - 1 - found.start()
    return WINDOW

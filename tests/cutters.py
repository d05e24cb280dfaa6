"""How Telegram's clients cut a long text into messages, in UTF-16 units as Telegram counts.

Each function takes a text and gives the messages its client would send: ``desktop`` breaks at the
best separator in the second half of a window, ``android`` at one in the last 300 units (dropping
the unit at the cut), ``ios`` after the last newline or full stop of the whole window.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

WINDOW = 4096

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_DESKTOP = (  # best first; each is the unit to cut at, with what stands beside it
    re.compile(r"\n(?=\n)|(?<=\n)\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.?!])\s"),
    re.compile(r"(?<=[,;:)])\s"),
    re.compile(r"\s"),
)


def units(text: str) -> str:
    """The text with every astral character as its two surrogates."""
    return _ASTRAL.sub(_surrogates, text)


def desktop(text: str) -> list[str]:
    body, start, cuts = units(text), 0, []
    while len(body) - start > WINDOW:
        end = start + WINDOW
        cut = _last(_DESKTOP, body, start + WINDOW // 2, end)
        cuts.append(body[start : end if cut is None else cut])
        start = end if cut is None else cut
        start += len(body[start:]) - len(body[start:].lstrip())
    return _messages([*cuts, body[start:]])


def android(text: str) -> list[str]:
    body, start, cuts = units(text), 0, []
    while len(body) - start > WINDOW:
        end = _android_end(body, start)
        cuts.append(body[start:end])
        start = end + 1
    return _messages([*cuts, body[start:]])


def ios(text: str) -> list[str]:
    body, start, cuts = units(text), 0, []
    while len(body) - start > WINDOW:
        end = start + WINDOW
        cut = max(body.rfind(mark, start, end) for mark in "\n.")
        end = end if cut < 0 else cut + 1
        cuts.append(body[start:end])
        start = end
    return _messages([*cuts, body[start:]])


CLIENTS: dict[str, Callable[[str], list[str]]] = {
    "desktop": desktop,
    "android": android,
    "ios": ios,
}


def _surrogates(match: re.Match[str]) -> str:
    offset = ord(match[0]) - 0x10000
    return chr(0xD800 + (offset >> 10)) + chr(0xDC00 + (offset & 0x3FF))


def _last(patterns: Iterable[re.Pattern[str]], body: str, low: int, high: int) -> int | None:
    """The last place in body[low:high] of the first pattern that has one; beside it counts too."""
    for pattern in patterns:
        places = [m.start() for m in pattern.finditer(body, low - 1, high + 1)]
        places = [i for i in places if low <= i < high]
        if places:
            return places[-1]
    return None


def _android_end(body: str, start: int) -> int:
    low, high = start + WINDOW - 300, start + WINDOW
    blank_line = body.rfind("\n\n", low - 1, high)
    if blank_line >= 0:
        return blank_line + 1
    newline = body.find("\n", low, high)
    if newline >= 0:
        return newline
    blank = _last((re.compile(r"(?<=\.)\s"), re.compile(r"\s")), body, low, high)
    return high if blank is None else blank


def _messages(cuts: list[str]) -> list[str]:
    whole = (
        cut.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") for cut in cuts
    )
    return [message for message in map(str.strip, whole) if message]

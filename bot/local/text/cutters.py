"""How Telegram's clients cut a long paste into messages of at most 4,096 UTF-16 units.

Each client has its own rule: Desktop looks for the best break in the second half of the window,
Android at the last 300 units and drops the unit at the cut, iOS for the last newline or full stop.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, Literal, get_args

Client = Literal["desktop", "android", "ios"]
WINDOW = 4096
_LAST_UNITS = 300
_Spans = list[tuple[int, int]]


def cut(text: str, client: Client) -> list[str]:
    """The messages that the client makes of a text; blank ones are not sent."""
    units = _to_units(text)
    parts = (_to_text(units[a:b]).strip() for a, b in _RULES[client](units))
    return [part for part in parts if part]


def _desktop(units: str) -> _Spans:
    start, spans = 0, []
    while len(units) - start > WINDOW:
        places = range(start + WINDOW // 2, start + WINDOW)
        weights = [(_weight(units, at), at) for at in places]
        weight, best = max(weights)
        end = best if weight else start + WINDOW
        spans.append((start, end))
        start = end + len(units[end:]) - len(units[end:].lstrip())
    return [*spans, (start, len(units))]


def _weight(units: str, at: int) -> int:
    """How good a break is: blank line, newline, sentence end, comma, space; 0 for none."""
    here, before = units[at], units[at - 1]
    if not here.isspace():
        return 0
    if here == "\n":
        return 15 if before == "\n" or units[at + 1 : at + 2] == "\n" else 13
    if before in ".?!":
        return 10
    return 8 if before in ",;:)" else 6


def _android(units: str) -> _Spans:
    start, spans = 0, []
    while len(units) - start > WINDOW:
        end = _android_end(units, start)
        spans.append((start, end))
        start = end + 1
    return [*spans, (start, len(units))]


def _android_end(units: str, start: int) -> int:
    places = range(start + WINDOW - 1, start + WINDOW - _LAST_UNITS - 1, -1)
    newlines = [at for at in places if units[at] == "\n"]
    blank_lines = [at for at in newlines if units[at - 1] == "\n"]
    spaces = [at for at in places if units[at].isspace() and units[at] != "\n"]
    stops = [at for at in spaces if units[at - 1] == "."]
    for found in (blank_lines[:1], newlines[-1:], stops[:1], spaces[:1]):
        if found:
            return found[0]
    return start + WINDOW


def _ios(units: str) -> _Spans:
    start, spans = 0, []
    while len(units) - start > WINDOW:
        window = units[start : start + WINDOW]
        length = max(window.rfind("\n"), window.rfind(".")) + 1 or WINDOW
        spans.append((start, start + length))
        start += length
    return [*spans, (start, len(units))]


def _to_units(text: str) -> str:
    """The text with each astral character as its two surrogates, so that len() counts units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return (
        raw.decode("utf-16-le")
        if len(raw) == 2 * len(text)
        else "".join(chr(int.from_bytes(raw[i : i + 2], "little")) for i in range(0, len(raw), 2))
    )


def _to_text(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_RULES: dict[Client, Callable[[str], _Spans]] = {
    "desktop": _desktop,
    "android": _android,
    "ios": _ios,
}


CLIENTS: Final[dict[str, Callable[[str], list[str]]]] = {
    name: partial(cut, client=name) for name in get_args(Client)
}
"""Each client as a function from a text to its messages."""

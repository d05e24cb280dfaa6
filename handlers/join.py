r"""Parts of a long paste, as Telegram delivered them, to the text the user copied.

>>> join(["Dear all,", "see you at 5."])
'Dear all,\nsee you at 5.'
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from handlers.cuts import CLIENTS, LOST, WINDOW, Cut, fits, units
from handlers.layout import Joint, Layout

_SEPARATORS = ("\n", " ", "\n\n", "", "\n\n\n", LOST)
_SHORTEST_FULL = WINDOW // 2
_DIGITS = re.compile(r"\d+")
_HEADING_UNITS, _HEADING_LINES = 1000, 12
_SAME_FURNITURE = 3
"""Lines that the beginnings of two pages share, such as "Subscribe"; times are told apart."""
_RECENT = 4
_AHEAD = WINDOW + 8
"""How much of the text after a part its cut depends on, in units."""


def join(parts: Sequence[str]) -> str:
    """The text of which one of the clients makes these very parts, in linear time.

    Where several texts would give them, the one is taken that the page's own lines make likely.
    """
    parts = [part for part in parts if part.strip()]
    if not parts:
        return ""
    separators = _likeliest(parts) if len(parts) > 1 else []
    pieces = [parts[0]]
    for separator, part in zip(separators, parts[1:], strict=True):
        pieces += [separator, part]
    return "".join(pieces).replace(LOST, "")


def continues(parts: Sequence[str], following: str) -> bool:
    """Whether ``following`` is the next part of the paste, and not the start of another page.

    It is when the client that cut the last joints may have cut here too.
    """
    if not parts or begins_alike(parts[0], following):
        return False
    whole = [*parts, following]
    blank_lines = any("\n\n" in part for part in whole)
    separators = [s for s in _SEPARATORS if blank_lines or "\n\n" not in s]
    recent = whole[-_RECENT:]
    return any(_may_have_cut(cut, recent, separators) for cut in CLIENTS.values())


def begins_alike(page: str, other: str) -> bool:
    """Whether both begin with the furniture of a page: "Subscribe", "Share", the views."""
    return len(_heading(page) & _heading(other)) >= _SAME_FURNITURE


def overflows(part: str, following: str) -> bool:
    """Whether two parts are more than one message holds, so that any client must cut them."""
    return looks_cut(part) and len(units(part)) + len(units(following)) >= WINDOW


def looks_cut(part: str) -> bool:
    """Whether another part may follow: no client but iOS sends less than half a window first."""
    return len(units(part)) >= _SHORTEST_FULL


def _heading(text: str) -> set[str]:
    """The first lines of words, numbers as 0: on pages of one layout some are the same."""
    lines = [line.strip() for line in text[:_HEADING_UNITS].split("\n")]
    words = [line for line in lines if any(map(str.isalpha, line)) and not line.startswith("@")]
    return {_DIGITS.sub("0", line) for line in words[:_HEADING_LINES]}


def _may_have_cut(cut: Cut, parts: Sequence[str], separators: Sequence[str]) -> bool:
    return all(
        any(fits(cut, units(before), s, units(after)[:_AHEAD]) for s in separators)
        for before, after in pairwise(parts)
    )


def _likeliest(parts: Sequence[str]) -> Sequence[str]:
    """The separators of the client that explains most joints, then by likelihood.

    One client cut them all. What several clients explain alike is as much likelier.
    """
    layout = Layout(parts)
    explanations = [_explain(cut, parts, layout) for cut in CLIENTS.values()]
    likelihood: dict[tuple[str, ...], float] = {}
    for separators, _, weight in explanations:
        told = likelihood.get(separators, -math.inf)
        likelihood[separators] = max(told, weight) + math.log(2 if separators in likelihood else 1)
    return max(explanations, key=lambda found: (found[1], likelihood[found[0]]))[0]


def _explain(cut: Cut, parts: Sequence[str], layout: Layout) -> tuple[tuple[str, ...], int, float]:
    """The best separators if this client cut, how many joints it explains, their likelihood.

    From the last joint to the first, since a cut depends on the text that follows.
    """
    found, explained, likelihood = [], 0, 0.0
    rest = units(parts[-1])[:_AHEAD]
    for before, after in zip(parts[-2::-1], parts[:0:-1], strict=True):
        part = units(before)
        fitting = [s for s in _SEPARATORS if fits(cut, part, s, rest)]
        joint = Joint(before, after, full=len(part) >= WINDOW - 1)
        weights = {s: layout.weigh(joint, s.replace(LOST, "")) for s in fitting or _SEPARATORS}
        best = max(weights, key=weights.__getitem__)
        explained += bool(fitting)
        likelihood += weights[best]
        found.append(best)
        rest = (part + best + rest)[:_AHEAD]
    return tuple(found[::-1]), explained, likelihood

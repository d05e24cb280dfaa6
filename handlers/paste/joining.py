r"""Parts of a long paste, as Telegram delivered them, to the text the user copied.

>>> join(["Dear all,", "see you at 5."])
'Dear all,\nsee you at 5.'
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from handlers.paste.layout import Joint, Layout, looks_alike
from handlers.paste.splitters import CLIENTS, LOST, WINDOW, Splitter, fits, units
from summarizer.page import begins_anew

_SEPARATORS = ("\n", " ", "\n\n", "", "\n\n\n", "\n\n\n\n", LOST)
_SHORTEST_FULL = WINDOW // 2
_NEARLY_FULL = WINDOW - 300
_DIGITS = re.compile(r"\d+")
_HEADING_UNITS, _HEADING_LINES = 1000, 12
_SAME_FURNITURE = 3
"""Lines that the beginnings of two pages share, such as "Subscribe"; times are told apart."""
_RECENT = 4
_MISFIT = -20.0
"""Log-likelihood that a client did not split by its rule, as far as it is known."""
_AHEAD = WINDOW + 8
"""How much of the text after a part its end depends on, in units."""


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

    It is when the client that made the last joints may have split here too.
    """
    if not parts or begins_another(parts, following):
        return False
    recent = [*parts, following][-_RECENT:]
    # A blank line at the joint would explain any two texts: more has to speak for it.
    blank_lines = _have_blank_lines(parts, following) or looks_alike(recent[:-1], following)
    separators = [s for s in _SEPARATORS if blank_lines or "\n\n" not in s]
    return any(_may_have_split(splitter, recent, separators) for splitter in CLIENTS.values())


def begins_another(parts: Sequence[str], following: str) -> bool:
    """Whether ``following`` is the start of another page than that of ``parts``."""
    return begins_alike(parts[0], following) or begins_anew(parts, following)


def begins_alike(page: str, other: str) -> bool:
    """Whether both begin with the furniture of a page: "Subscribe", "Share", the views.

    What comes again further down, such as "Reply", is furniture of a comment. A page without any
    furniture begins like another only where it is the same page.
    """
    often = Counter(map(_folded, page.split("\n")))
    if page[:_HEADING_UNITS] == other[:_HEADING_UNITS]:
        return often[_folded(page.split("\n", 1)[0])] == 1
    shared = _heading(page) & _heading(other)
    return sum(often[line] == 1 for line in shared) >= _SAME_FURNITURE


def overflows(part: str, following: str) -> bool:
    """Whether two parts are more than one message holds, and the first as much as one can be.

    A client not known here fills its messages too; a page that is shorter ends where it ends.
    """
    size = len(units(part))
    return size >= _NEARLY_FULL and size + len(units(following)) >= WINDOW


def looks_split(part: str) -> bool:
    """Whether another part may follow: no client but iOS sends less than half a window first."""
    return len(units(part)) >= _SHORTEST_FULL


def _have_blank_lines(parts: Sequence[str], following: str) -> bool:
    return "\n\n" in following and any("\n\n" in part for part in parts)


def _heading(text: str) -> set[str]:
    """The first lines of words, numbers as 0."""
    lines = map(_folded, text[:_HEADING_UNITS].split("\n"))
    words = (line for line in lines if any(map(str.isalpha, line)) and not line.startswith("@"))
    return set(islice(words, _HEADING_LINES))


def _folded(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _may_have_split(splitter: Splitter, parts: Sequence[str], separators: Sequence[str]) -> bool:
    return all(
        any(fits(splitter, units(before), s, units(after)[:_AHEAD]) for s in separators)
        for before, after in pairwise(parts)
    )


def _likeliest(parts: Sequence[str]) -> Sequence[str]:
    """The separators of the client that explains the parts best: one client made them all.

    What two clients explain alike is twice as likely.
    """
    layout = Layout(parts)
    full = [len(units(part)) >= WINDOW - 1 for part in parts]
    joints = [
        Joint(layout, before, after, full=is_full)
        for (before, after), is_full in zip(pairwise(parts), full, strict=False)
    ]
    likelihood: dict[tuple[str, ...], float] = {}
    for splitter in CLIENTS.values():
        separators, weight = _explain(splitter, parts, joints, layout.breaks)
        known = likelihood.get(separators)
        likelihood[separators] = weight if known is None else max(known, weight) + math.log(2)
    return max(likelihood, key=likelihood.__getitem__)


def _explain(
    splitter: Splitter, parts: Sequence[str], joints: Sequence[Joint], breaks: Sequence[str]
) -> tuple[tuple[str, ...], float]:
    """The best separators if this client split it, and their log-likelihood.

    From the last joint to the first, since a split depends on the text that follows.
    """
    separators = list(dict.fromkeys([*_SEPARATORS, *breaks]))
    found, likelihood = [], 0.0
    rest = units(parts[-1])[:_AHEAD]
    for part, joint in zip(map(units, parts[-2::-1]), joints[::-1], strict=True):
        fitting = [s for s in separators if fits(splitter, part, s, rest)]
        weights = {s: joint.weigh(s.replace(LOST, "")) for s in fitting or separators}
        best = max(weights, key=weights.__getitem__)
        likelihood += weights[best] + (0.0 if fitting else _MISFIT)
        found.append(best)
        rest = (part + best + rest)[:_AHEAD]
    return tuple(found[::-1]), likelihood

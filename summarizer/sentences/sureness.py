"""How sure it is that a piece of speech is a sentence: by its two ends, and by what lies inside."""

from __future__ import annotations

import math
from typing import NamedTuple

INSIDE = 0.3
"""What a likely cut inside weighs beside the two ends."""


class Sureness(NamedTuple):
    """Chances that a sentence begins at the first word, ends at the last, begins in between."""

    begin: float = 1.0
    end: float = 1.0
    inside: float = 0.0

    @property
    def score(self) -> float:
        """At most 0, as for a sentence with its full stops; lower is less sure."""
        logs = math.log(self.begin) + math.log(self.end) + INSIDE * math.log1p(-self.inside)
        return round(logs, 6)

    def joined(self, following: Sureness) -> Sureness:
        """The same of a piece and the one after it as one."""
        inside = max(self.inside, following.inside, min(self.end, following.begin))
        return Sureness(self.begin, following.end, inside)


LEAST = 1e-4
"""A chance is never less than this, nor more than as near to 1."""


def chance(odds: float) -> float:
    """The chance that log-odds stand for."""
    return min(max(1 / (1 + math.exp(-min(max(odds, -30.0), 30.0))), LEAST), 1 - LEAST)

"""Whether a transcript is a song's words: known by marks of music, or by lines that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from summarizer.model import Cue, Omission
from summarizer.rank.tokens import words_of

FEWEST_LINES = 8
MOST_LINES = 20_000
"""More are no song, not even one that is played for ten hours."""
LEAST_WORDS = 3
"""Lines of fewer words ("Oh yeah") come again in speech too."""
MARKED = 0.5
"""Share of the lines with a music mark from which on they are sung."""
REPEATED = 0.3
"""Share of the lines that are sung again, word for word; talks of every kind stay under 0.1."""

_MARK = re.compile("[\u2669-\u266c\U0001f3b5\U0001f3b6]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def lyrics_in(cues: Sequence[Cue]) -> Omission | None:
    """What stands for a summary where ``cues`` are a song; else None.

    Its ``part`` is the refrain, the line that is sung most often ("" where none comes again), and
    ``found`` how often.
    """
    if not FEWEST_LINES <= len(cues) <= MOST_LINES:
        return None
    texts = (cue.text for cue in cues if len(cue.text) >= LEAST_WORDS)
    told = [(words, text) for text in texts if len(words := words_of(text)) >= LEAST_WORDS]
    if len(told) < FEWEST_LINES:
        return None
    lines = [text for _, text in told]
    sung = Counter(" ".join(words) for words, _ in told)
    marked = sum(1 for line in lines if _MARK.search(line))
    again = sum(times for times in sung.values() if times > 1)
    if marked < MARKED * len(lines) and again < REPEATED * len(lines):
        return None
    refrain, times = sung.most_common(1)[0]  # of several the first
    return Omission("lyrics", times, part=_as_sung(refrain, lines) if times > 1 else "")


def _as_sung(refrain: str, lines: Sequence[str]) -> str:
    """The first of ``lines`` that has the words of the ``refrain``, without its marks."""
    line = next(line for line in lines if " ".join(words_of(line)) == refrain)
    return " ".join(_EDGES.sub("", line).split())

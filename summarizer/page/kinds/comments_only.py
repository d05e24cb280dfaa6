"""Comments alone, one a line: the second half of a paste, told from speech by how people write."""

from __future__ import annotations

import re
from statistics import mean, pstdev

from summarizer.model import Page
from summarizer.page.bounds import Landmarks
from summarizer.page.parts import read_plain_comments

_LIKELY = 0.5
"""Weight of lines that look like comments: more than an article has."""

# Emoji, names with @, emoticons: speech written down has next to none.
_SIGN = re.compile(
    r"[\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]|(?:^|\s)@\w"
    r"|(?<!\w)[:;=][-']?[)(DPp3*/](?!\w)|<3"
)
# Dialogues have some of these too.
_LOUD = re.compile(r"[!?！？]{2}")
_SAMPLE = 300
_LONGEST = 1000
"""Characters of a line that are looked at."""

_FEWEST = 6
_LINKED = 0.1
"""Share of lines with a link above which they are a description."""

_SOME = 0.1
_MANY = 0.35
_UNEVEN = 0.5
"""Deviation of the lengths from their mean: lines of captions have 0.2 to 0.5."""


def weigh_comments(landmarks: Landmarks) -> float:
    """How likely each line is a comment: signs in many, or in some where lengths are uneven."""
    texts = [landmarks.lines[i].text for i in landmarks.full[:_SAMPLE]]
    if len(texts) < _FEWEST or landmarks.lines[0].text.startswith("#"):
        return 0.0
    if sum("://" in text for text in texts) > _LINKED * len(texts):
        return 0.0
    signed = mean(_weigh(text[:_LONGEST]) for text in texts)
    lengths = [len(text) for text in texts]
    uneven = pstdev(lengths) >= _UNEVEN * mean(lengths)
    return _LIKELY if signed >= _MANY or (uneven and signed >= _SOME) else 0.0


def read_comments_only(landmarks: Landmarks) -> Page:
    """The lines as comments."""
    return Page(comments=tuple(read_plain_comments(landmarks.lines)))


def _weigh(text: str) -> float:
    return 1.0 if _SIGN.search(text) else 0.5 if _LOUD.search(text) else 0.0

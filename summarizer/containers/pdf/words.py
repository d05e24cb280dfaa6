"""The words of a PDF as people write them: without ligatures, whole where a line ends in them."""

from __future__ import annotations

import re

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
"""Unicode's Alphabetic Presentation Forms, FB00 to FB06."""

_SOFT = "\u00ad"
_CUT = re.compile(r"([^\W\d_]{2,40})[-\u2010][^\S\n]?\n\s{0,3}(?=([^\W\d_A-Z]{2,40}))")


def as_written(text: str) -> str:
    """``text`` with plain letters and no word cut at the end of a line."""
    text = re.sub(rf"{_SOFT}\s?\n?", "", text.translate(_LIGATURES))
    return _CUT.sub(lambda cut: cut[1] + _hyphen(cut[1], cut[2], text), text)


def on_one_line(words: str, text: str) -> str:
    """``text`` with the first place of ``words``, however they are broken, on a line of its own."""
    broken = r"\s{1,9}".join(map(re.escape, words.split()))
    return re.sub(broken, lambda _: f"\n{words}\n", text, count=1) if words else text


def _hyphen(first: str, rest: str, text: str) -> str:
    """The hyphen of a word that is written with one elsewhere, and never without."""
    is_compound = f"{first}-{rest}" in text and f"{first}{rest}" not in text
    return "-" if is_compound else ""

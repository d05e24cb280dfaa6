"""Where an address ends: port behind, path, query and fragment before the punctuation of a text."""

from __future__ import annotations

import re

# No address goes on over these: white space, quotes, marks of CJK texts, arrows, emoji.
_STOP = (
    r"\s\x00-\x1f<>`\"|\\\x7f-\xa0\u00ab\u00bb\u00ad\u061c\u2000-\u200b\u200e\u200f\u2016\u2018-\u2022"
    r"\u2026-\u202f\u2039\u203a\u2060-\u206f\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff"
    r"\u3000-\u3003\u3008-\u3020\u3030\ufe0f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
    r"\uff5b-\uff65\U0001f000-\U0001fbff\U000e0000-\U0010ffff"
)
_TAIL = re.compile(rf"[/?#][^{_STOP}]*+")
_UNSPACED = "\u2e80-\u2fff\u3005-\u3007\u3021-\u302f\u3031-\u9fff\ua000-\ua4cf\uac00-\ud7a3"
_GLUED = re.compile(rf"[{_UNSPACED}]")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(r"[()\[\]{}]")
_PUNCTUATION = ".,;:!?'([{"
_WRAPS = "*_~"
_POSSESSIVE = "'s"


def end_of_tail(text: str, start: int, at: int) -> int:
    """The end of the address that began at ``start``, its host and port ending at ``at``."""
    found = _TAIL.match(text, at)
    if not found:
        return at
    tail = _before_glued(found[0])
    tail = _without_punctuation(_before_unopened(tail).removesuffix(_POSSESSIVE))
    if start and (wrap := text[start - 1]) in _WRAPS:
        tail = tail.rstrip(wrap + _PUNCTUATION)
    return at + (0 if tail in {"#", "?"} else len(tail))


def _without_punctuation(tail: str) -> str:
    """Without the punctuation of the text; a quote that the address itself opened stays."""
    shorter = tail.rstrip(_PUNCTUATION)
    quoted = tail.startswith("'", len(shorter)) and shorter.count("'") % 2 == 1
    return f"{shorter}'" if quoted else shorter


def _before_glued(tail: str) -> str:
    """Up to a text without blanks that begins right after an ASCII letter or digit."""
    foreign = _GLUED.search(tail)
    if not foreign:
        return tail
    before = tail[foreign.start() - 1]
    return tail[: foreign.start()] if before.isascii() and before.isalnum() else tail


def _before_unopened(tail: str) -> str:
    """Up to a bracket that closes what the address did not open."""
    opened = dict.fromkeys(_CLOSING.values(), 0)
    for bracket in _BRACKET.finditer(tail):
        opening = _CLOSING.get(bracket[0])
        if opening is None:
            opened[bracket[0]] += 1
        elif opened[opening]:
            opened[opening] -= 1
        else:
            return tail[: bracket.start()]
    return tail

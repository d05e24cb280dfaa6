"""What a live chat sets beside a name: badges, and money that was given with the message."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.page.interface import Mark, find_marks
from summarizer.page.kinds.chats.words import phrases

_TENURE = r"[^\W\d_][^\d\n()]{1,24} \(\d{1,3} [^\W\d_]{1,12}\)"
_SIGN = r"(?:[A-Z]{1,3}\s?)?[$€£¥￥₹₩₽₪₫₱฿₴₺]"
_CODE = "AUD|BRL|CAD|CHF|CZK|DKK|EUR|GBP|HKD|HUF|INR|JPY|KRW|MXN|NOK|NZD|PLN|SEK|SGD|TRY|TWD|USD"
_SUM = r"\d[\d.,\u00a0\u202f ]{0,12}"
_BADGE = re.compile(
    rf"{_TENURE}|(?:{_SIGN}|{_CODE})\s?{_SUM}|{_SUM}\s?(?:[€£₽₴₺₫]|zł|kr|{_CODE})|[✓✔]"
)
_BEHIND = re.compile(rf"(?:(?<=\s)|(?<=[a-z\d])(?=[A-Z])){_TENURE}\Z")
_LONGEST = 60


def is_badge(line: str) -> bool:
    """Whether the line is a badge or a sum of money, and nobody's words."""
    if not line or len(line) > _LONGEST:
        return False
    marks = find_marks(line)
    return bool(_BADGE.fullmatch(line)) or Mark.BADGE in marks or line.casefold() in _known()


def without_tenure(name: str) -> str:
    """``name`` without "Member (6 months)" behind it."""
    return _BEHIND.sub("", name[-_LONGEST - 40 :]).strip() if name.endswith(")") else name


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(phrases("badge"))

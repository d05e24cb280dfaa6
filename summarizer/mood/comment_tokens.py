"""Comments to tokens: words, numbers, emoticons and emoji."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

LONGEST = 2000
"""Characters of a comment that are read: the site itself allows 10,000, hardly any has 1,000."""

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0dff"
"""Vowel signs and other marks that belong to a word, though Python's ``\\w`` leaves them out."""

_LETTERS = rf"(?:[^\W\d_]+|[{_MARKS}])+"
_PICTURES = "\u2190-\u2bff\u3000-\u303f\U0001f000-\U0001faff"

_BLANKS = " \t\r\n"


def _token(letters: str) -> re.Pattern[str]:
    """A token of words that are written with ``letters``.

    Blanks are passed by at once: to try each of them for a token would take twice the time.
    """
    return re.compile(
        rf"[{_BLANKS}]*({letters}(?:['’]{letters})*"
        r"|[:;=]['^-]?[()\[\]dDpPoO3/\\|*]{1,3}(?!\w)|<3"
        rf"|[#@](?=\w)|\d+|[{_PICTURES}]|[^\w\s{_PICTURES}]+|\w)"
    )


_TOKEN, _PLAIN_TOKEN = _token(_LETTERS), _token("[A-Za-z]+")
"""A token of any text, and the same of ASCII, which takes two thirds of the time."""

_ADDRESS = re.compile(r"https?:?/{0,2}\S*|www\.\S+|@[\w.]+", re.IGNORECASE)
_TOO_MANY = re.compile(r"(.)(?=\1\1)")
"""A character before two more of its kind."""

_NOT = re.compile(r" ([a-z]+n)[' ]t(?= )")
_IS = re.compile(
    r" (i|you|we|they|he|she|it|that|there|what|who|here|where|let)[' ](re|ll|ve|m|s|d)(?= )"
)
"""English words that were run together with another by an apostrophe."""

_ENDINGS = ("t", "re", "ll", "ve", "m", "s", "d")
_LOST_ENDINGS = tuple(f"{mark}{rest} " for mark in "' " for rest in _ENDINGS)
"""What a line holds in which either pattern finds something."""

_CYRILLIC = "абвгдезийклмнопрстуфхцыэжчшщюяёђјљњћџіїєґ"
_LATIN = "a b v g d e z i i k l m n o p r s t u f h c y e z c s sc iu ia e dj j lj nj c dz i i e g"

_INVISIBLE = dict.fromkeys(
    [
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        *range(0xFE0E, 0xFE10),
        *range(0x1F3FB, 0x1F400),
        0xFEFF,
    ]
)
"""Joiners, direction marks, variation selectors and skin tones."""

_HIDDEN = re.compile(f"[{''.join(map(chr, _INVISIBLE))}]")
"""One of them: to look takes a tenth of the time that it takes to translate."""


def tokenize(text: str) -> list[str]:
    """The tokens of ``text`` in order, as written but for "soooo", which becomes "soo".

    Links become "http" and mentions "@u", whatever they point to.
    """
    text = text[:LONGEST]
    if not text.isascii() and _HIDDEN.search(text):
        text = text.translate(_INVISIBLE)
    if "@" in text or "http" in (small := text.lower()) or "www." in small:
        text = _ADDRESS.sub(_placeholder, text)
    pattern = _PLAIN_TOKEN if text.isascii() else _TOKEN
    return pattern.findall(_TOO_MANY.sub("", text).rstrip(_BLANKS))


def _placeholder(match: re.Match[str]) -> str:
    return " @u " if match[0][0] == "@" else " http "


def normalize(tokens: Sequence[str]) -> str:
    """The tokens between blanks, in small letters, Latin ones where there is one for them.

    "Don't" becomes "dont", and so does "don t": many copies of comments have lost the apostrophe.
    """
    line = f" {' '.join(tokens)} ".lower().replace("’", "'")
    if not line.isascii():
        line = line.translate(_latin())
    if any(ending in line for ending in _LOST_ENDINGS):
        line = _IS.sub(r" \1\2", _NOT.sub(r" \1t", line))
    return line


@lru_cache(maxsize=20_000)
def normalize_word(word: str) -> str:
    """The same of a single token, which comes again and again."""
    return normalize((word,)).strip()


@lru_cache(maxsize=1)
def _latin() -> dict[int, str]:
    """Accented letters to bare ones, Cyrillic to Latin."""
    table = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}
    table |= dict(zip(map(ord, _CYRILLIC), _LATIN.split(), strict=True))
    table |= dict.fromkeys((0x301, ord("ъ"), ord("ь"), *range(0x64B, 0x660)), "")
    return table | {ord("’"): "'", ord("đ"): "dj", ord("ı"): "i"}

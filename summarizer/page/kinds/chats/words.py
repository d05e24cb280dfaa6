"""The words of chat programs, from data/chat_words.tsv."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer import data
from summarizer.page.interface import INVISIBLE

_LONGEST = 240
"""Characters of the longest line that a program writes itself."""

_ENDS = INVISIBLE + " \t\u00a0\u202f<>[]()*_.!…:。"
_SAME = str.maketrans({**dict.fromkeys(INVISIBLE), "’": "'", "“": '"', "”": '"', "„": '"'})
_NUMBER = re.compile(r"\d+")
# A file that a message brings: "IMG-WA0001.jpg (file attached)", "<attached: 1-PHOTO.jpg>".
_ATTACHED = re.compile(
    r"[^\s<>][^<>\n]{0,150}\.\w{2,5}\s\([^()\n]{4,40}\)"
    r"|<[^<>:\n]{3,30}\s?:\s?[^<>\n]{1,150}\.\w{2,5}>|!\[[^\[\]\n]{0,100}\]\([^()\n]{1,200}\)"
)
_WORDED = re.compile(r"<[^<>/=\n]{3,60}>")
# What Telegram sets above a copied message: "[In reply to Anna]".
_ABOVE = re.compile(r"\[([^\[\]\n]{4,120})\]")
_REACTIONS = re.compile(r"\(- .{1,200} -\)")


class _Phrases(NamedTuple):
    """The phrases of the kinds "file" and "note", by where they stand in a line.

    ``parted`` are those with words on both sides of "*", ``pieces`` what each of them ends with.
    """

    whole: frozenset[str]
    first: tuple[str, ...]
    last: tuple[str, ...]
    inner: tuple[str, ...]
    parted: re.Pattern[str]
    pieces: tuple[str, ...]


def phrases(kind: str) -> list[str]:
    """The phrases of ``kind`` in all languages."""
    return data.phrases("chat_words", kind)


def is_note(line: str, author: str = "") -> bool:
    """Whether ``line`` stands for a file, or is what the program says itself of ``author``."""
    if not line or len(line) > _LONGEST:
        return False
    if any(form.fullmatch(line) for form in (_ATTACHED, _WORDED, _REACTIONS)) or _is_above(line):
        return True
    text, known = _fold(line), _phrases()
    if text in known.whole or text.startswith(known.first) or text.endswith(known.last):
        return True
    who = _folded_name(author)
    if any(one in text for one in known.pieces) and (
        known.parted.fullmatch(text) or known.parted.fullmatch(f"{who}: {text}")
    ):
        return True
    return _notes(text) if who and text.startswith(who) else _is_noted(who)


def _notes(about: str) -> bool:
    """Whether folded words hold those of a program between others."""
    return any(one in about for one in _phrases().inner)


def _is_above(line: str) -> bool:
    found = _ABOVE.fullmatch(line)
    return found is not None and found[1].casefold().startswith(_above())


def _fold(text: str) -> str:
    """``text`` in small letters, each number as 0, without marks at its ends."""
    return " ".join(_NUMBER.sub("0", text.casefold().translate(_SAME)).split()).strip(_ENDS)


# People write many messages each.
_folded_name = lru_cache(maxsize=1 << 12)(_fold)
_is_noted = lru_cache(maxsize=1 << 12)(_notes)


@lru_cache(maxsize=1)
def _above() -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in phrases("above"))


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    found = [one.casefold() for kind in ("file", "note") for one in phrases(kind)]
    simple = {one for one in found if "*" not in one[1:-1]}
    inner = {one for one in simple if one.startswith("* ") and one.endswith(" *")}
    first = {one for one in simple - inner if one.endswith("*") and not one.startswith("*")}
    last = {one for one in simple - inner if one.startswith("*") and not one.endswith("*")}
    whole = {one for one in simple if "*" not in one}
    parted = [one for one in found if one not in first | last | inner | whole]
    either = "|".join(re.escape(one).replace(r"\*", ".{0,100}") for one in parted)
    return _Phrases(
        frozenset(one.strip(_ENDS) for one in whole),
        tuple(one[:-1] for one in first),
        tuple(one[1:] for one in last),
        tuple(one[1:-1] for one in inner),
        re.compile(either),
        tuple({one.split("*")[-1] or one.split("*")[-2] for one in parted}),
    )

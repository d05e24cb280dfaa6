"""Random damage to a page: cut, repeated, shuffled, mixed with odd characters."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

ODDITIES: Final = (
    "\x00", "\u200b", "\u202e", "\u2069", "\ufeff", "\ud800", "👩‍👩‍👧", "\r", "\x85", "\u2028",
    "@durov", "#tag", "/start", "<b>", "&amp;", "</blockquote>", "example.com", "https://", "0:00",
    "99:99:99", "1.2K", "Reply", "Transcript", "Comments", "3 Comments", "-->", "{", "[", '"',
    "שלום", "مرحبا", "看看",
)  # fmt: skip


def mutated(text: str, rng: random.Random, most: int = 6) -> str:
    """Return the text after one to ``most`` random accidents."""
    for _ in range(rng.randint(1, most)):
        text = rng.choice(_ACCIDENTS)(text, rng)
    return text


def _span(text: str, rng: random.Random, longest: int = 400) -> tuple[int, int]:
    begin = rng.randint(0, len(text))
    return begin, min(len(text), begin + rng.randint(1, longest))


def _lost(text: str, rng: random.Random) -> str:
    begin, end = _span(text, rng)
    return text[:begin] + text[end:]


def _twice(text: str, rng: random.Random) -> str:
    begin, end = _span(text, rng)
    return text[:end] + text[begin:end] * rng.randint(1, 4) + text[end:]


def _moved(text: str, rng: random.Random) -> str:
    begin, end = _span(text, rng)
    rest = text[:begin] + text[end:]
    place = rng.randint(0, len(rest))
    return rest[:place] + text[begin:end] + rest[place:]


def _odd(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 8)):
        place = rng.randint(0, len(text))
        text = text[:place] + rng.choice(ODDITIES) + text[place:]
    return text


def _shuffled(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    begin = rng.randrange(len(lines))
    some = lines[begin : begin + 12]
    rng.shuffle(some)
    return "\n".join([*lines[:begin], *some, *lines[begin + 12 :]])


def _in_one_line(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice([" ", "", "\n\n", "\r\n"]))


def _renumbered(text: str, rng: random.Random) -> str:
    begin, end = _span(text, rng)
    digits = str.maketrans("0123456789", "".join(rng.choices("0123456789", k=10)))
    return text[:begin] + text[begin:end].translate(digits) + text[end:]


def _half(text: str, rng: random.Random) -> str:
    place = rng.randint(0, len(text))
    return rng.choice([text[:place], text[place:]])


_ACCIDENTS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    _lost, _twice, _moved, _odd, _shuffled, _in_one_line, _renumbered, _half,
)  # fmt: skip

"""Numbers of bank cards in running text, found and checked as Telegram does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_NUMBER: Final = re.compile(r"[0-9]{16,19}(?= )|[0-9](?:[0-9 -]*[0-9])?")
"""Digits with blanks and hyphens between them; a whole number ends before a blank."""
_REST: Final = re.compile("[0-9 -]*")
_DIGITS: Final = range(13, 20)
_LENGTHS: Final = (
    (range(4000, 5000), (13, 16, 18, 19)),  # Visa
    (range(5100, 5600), (16,)),  # Mastercard
    (range(2221, 2721), (16,)),
    (range(3400, 3500), (15,)),  # American Express
    (range(3700, 3800), (15,)),
    (range(6200, 6300), (16, 17, 18, 19)),  # UnionPay
    (range(8100, 8200), (16, 17, 18, 19)),
    (range(2200, 2205), (16,)),  # Mir
)
"""Of the first four digits: how many there may be. Other cards have any number."""


def find_cards(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each, from left to right."""
    begin = 0
    while number := _NUMBER.search(text, begin):
        start, begin = number.span()
        before, after = text[start - 1 : start], text[begin : begin + 1]
        if before and (before in ".,+-_" or before.isalpha()):
            begin = _beyond(text, begin)
        elif after not in {"-", "_"} and not after.isalpha() and _is_card(number[0]):
            yield number.span()


def _beyond(text: str, at: int) -> int:
    """Where the digits end that follow one another from here."""
    rest = _REST.match(text, at)
    return rest.end() if rest else at


def _is_card(written: str) -> bool:
    digits = [int(c) for c in written if c not in " -"]
    count = len(digits)
    if count not in _DIGITS or len(written) > 2 * count - 1:
        return False
    first = int("".join(map(str, digits[:4])))
    allowed = next((lengths for firsts, lengths in _LENGTHS if first in firsts), (count,))
    return count in allowed and _checksum(digits) == 0


def _checksum(digits: list[int]) -> int:
    """Luhn's: 0 where no digit was mistyped."""
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10

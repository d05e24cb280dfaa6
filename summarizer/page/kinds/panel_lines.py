"""What a meeting's panel sets between its turns: later moments of one, initials, its own notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from operator import mul

from summarizer.page.interface import Line, previous_full, spoken_numbers

_NUMBER = re.compile(r"(\d{1,3})\s?(\D{1,20})")
_UNITS = (3600, 60, 1)
_LONGEST_INITIALS = 3
_LONGEST_MOMENT, _LONGEST_NOTE = 60, 110
"""Characters of a time in words, and of what the program says itself."""

_STOPS = tuple(".!?…。！？؟।:,;»”\"')")


class SpokenUnits:
    """How many seconds the words of time of one panel stand for, as its own figures tell."""

    def __init__(self, told: Iterable[tuple[str, float]]) -> None:
        """``told``: times in words, each with the seconds that it is."""
        self._seconds = {
            word: unit for words, start in told for word, unit in _pair_units(words, start)
        }

    def read(self, words: str, since: float) -> float | None:
        """The seconds that ``words`` say, None for other words.

        Of a word that no figure explains, the first moment from ``since`` on.
        """
        said = [(int(number), _bare(word)) for number, word in _NUMBER.findall(words)]
        if not said or len(words) > _LONGEST_MOMENT or _NUMBER.sub("", words).strip():
            return None
        if all(word in self._seconds for _, word in said):
            return float(sum(number * self._seconds[word] for number, word in said))
        numbers = [number for number, _ in said]
        moments = (float(start) for start in _moments(numbers) if start >= since)
        return next(moments, None)


def is_initials(text: str, name: str) -> bool:
    """Whether ``text`` is what stands for somebody without a picture: "AB" for "Berg, Anna"."""
    if not 0 < len(text) <= _LONGEST_INITIALS or not text.isalpha() or text != text.upper():
        return False
    words = re.findall(r"[^\W\d_]+", name.upper())
    return all(any(word.startswith(letter) for word in words) for letter in text) or text in words


def above_initials(lines: Sequence[Line], at: int) -> int:
    """The line of the initials above the name in line ``at``, else ``at`` itself."""
    above = previous_full(lines, at - 1, 2)
    return above if above >= 0 and is_initials(lines[above].text, lines[at].text) else at


def is_panel_note(text: str, names: Iterable[str]) -> bool:
    """Whether the panel says it of somebody: "Anna Berg stopped transcription"."""
    if len(text) > _LONGEST_NOTE or text.endswith(_STOPS):
        return False
    told = (text.removeprefix(name) for name in names if text.startswith(name))
    return any(words and not words[0].isalnum() for words in told)


def _bare(word: str) -> str:
    return word.strip(" ,،、")


def _pair_units(words: str, start: float) -> Iterator[tuple[str, int]]:
    """Each word of a time with the seconds of its unit, where its numbers say ``start``."""
    told = [(int(number), _bare(word)) for number, word in _NUMBER.findall(words)]
    said = [(number, word) for number, word in told if number] or told[-1:]
    whole = int(start)
    parts = (whole // 3600, whole // 60 % 60, whole % 60)
    units = [unit for part, unit in zip(parts, _UNITS, strict=True) if part] or [1]
    if [number for number, _ in said] == spoken_numbers(start):
        yield from ((word, unit) for (_, word), unit in zip(said, units, strict=True))


def _moments(numbers: Sequence[int]) -> list[int]:
    """The seconds that numbers may say without their words, least first."""
    return sorted(sum(map(mul, numbers, some)) for some in combinations(_UNITS, len(numbers)))

"""Times in words, as screen readers get them: "1 minute, 3 seconds", in every known language.

Which word goes with which number is told by the rows "spoken" of interface.tsv: sites glue such a
time to the speech, and "5 минута" is "5 минут" and the word "а".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.page.interface.clock import Stamp
from summarizer.page.interface.vocabulary import phrases_of

_NUMBER = re.compile(r"(\d{1,3})\s?")
_NEXT_NUMBER = re.compile(r"[^\d\n]{0,12}?(\d{1,3})\s?")
"""The next number behind a comma, or a word like "and"."""

_JOINT = re.compile(r"[\s,،]{0,3}[וو]?")
"""What stands before a word that says its own number; Hebrew and Arabic write "and" as a letter."""

_LONGEST = 60
"""Characters of "10 hours, 59 minutes, 59 seconds" in the wordiest language."""

_WORDS = 3
"""Words for each number of such a time in an unknown language, at most."""

_SAMPLE = 60
"""Times, spread over a transcript, that tell its language: the last ones may have hours."""

_TEN = 10


class _Word(NamedTuple):
    """A word of time and the numbers it goes with, "*1" for those that end in 1; none: any."""

    text: str
    numbers: frozenset[str]

    def goes_with(self, number: int) -> bool:
        """Whether the language says the word with ``number``; 11 to 19 have no ending."""
        if not self.numbers or str(number) in self.numbers:
            return True
        return number // _TEN % _TEN != 1 and f"*{number % _TEN}" in self.numbers


class TimeWords(NamedTuple):
    """The words of time of one language by their first letter, the surest first.

    ``counted`` stand behind a number in digits, ``alone`` say their number themselves.
    """

    counted: dict[str, list[_Word]]
    alone: dict[str, list[_Word]]


def spoken_words(stamps: Sequence[Stamp]) -> TimeWords | None:
    """The words of the language in which most of ``stamps`` are said again behind them.

    Among languages that fit as often, the one that explains more letters.
    """
    sample = stamps[:: max(len(stamps) // _SAMPLE, 1)]
    hits: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for stamp in sample:
        for language in _likely(stamp.rest):
            rest = strip_spoken(stamp.rest, stamp.start, _languages()[language])
            if rest is not None:
                hits[language] += 1
                letters[language] += len(stamp.rest) - len(rest)
    best = max(hits, key=lambda language: (hits[language], letters[language]), default=None)
    return _languages()[best] if best and 2 * hits[best] > len(sample) else None


def strip_spoken(rest: str, start: float, words: TimeWords) -> str | None:
    """``rest`` without the time ``start`` in ``words`` at its beginning, None where it has none.

    Only the numbers of ``start`` count: "1 minute, 3 seconds" is the time of 1:03 alone.
    """
    at = 0
    for number in spoken_numbers(start):
        at = _end_of_part(rest, at, number, words)
        if not at:
            return None
    return rest[at:].lstrip(" ,")


def is_spoken(line: str, start: float) -> bool:
    """Whether ``line`` is the time ``start`` in words of any language: its numbers tell."""
    if len(line) > _LONGEST:
        return False
    said = [int(n) for n in re.findall(r"\d+", line)]
    numbers = [n for n in said if n] or said[:1]
    if numbers == spoken_numbers(start) and len(line.split()) <= _WORDS * len(said):
        return True
    known = (_languages()[language] for language in _likely(line))
    return any(strip_spoken(line, start, words) == "" for words in known)


def spoken_numbers(start: float) -> list[int]:
    """Hours, minutes and seconds that are not zero, as a screen reader says them."""
    whole = int(start)
    return [n for n in (whole // 3600, whole // 60 % 60, whole % 60) if n] or [0]


def _end_of_part(rest: str, at: int, number: int, words: TimeWords) -> int:
    """Where the words for ``number`` that begin at ``at`` end, or 0."""
    counted = (_NEXT_NUMBER if at else _NUMBER).match(rest, at)
    if counted and int(counted[1]) == number:
        return _end_of_word(rest, counted.end(), number, words.counted)
    joint = _JOINT.match(rest, at) if at else None
    return _end_of_word(rest, joint.end() if joint else at, number, words.alone)


def _end_of_word(text: str, at: int, number: int, words: dict[str, list[_Word]]) -> int:
    likely = words.get(text[at : at + 1], ())
    found = (w for w in likely if text.startswith(w.text, at) and w.goes_with(number))
    return next((at + len(word.text) for word in found), 0)


def _likely(text: str) -> frozenset[str]:
    """The languages with a word of time at the beginning of ``text``, or behind its number."""
    number = _NUMBER.match(text)
    at = number.end() if number else 0
    return _by_letter().get(text[at : at + 1], frozenset())


@lru_cache(maxsize=1)
def _by_letter() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, words in _languages().items():
        for letter in (*words.counted, *words.alone):
            found.setdefault(letter, set()).add(language)
    return {letter: frozenset(languages) for letter, languages in found.items()}


@lru_cache(maxsize=1)
def _languages() -> dict[str, TimeWords]:
    return {language: _read_words(phrases) for language, phrases in phrases_of("spoken")}


def _read_words(phrases: Sequence[str]) -> TimeWords:
    """The words in phrases like "# hour=1", those for few numbers first, then the longest."""
    words = TimeWords({}, {})
    for phrase in phrases:
        text, _, numbers = phrase.partition("=")
        word = _Word(text.removeprefix("# "), frozenset(numbers.split(",") if numbers else ()))
        places = words.counted if text.startswith("#") else words.alone
        places.setdefault(word.text[0], []).append(word)
    for likely in (*words.counted.values(), *words.alone.values()):
        likely.sort(key=lambda word: (not word.numbers, -len(word.text)))
    return words

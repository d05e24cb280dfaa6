"""What a speaker announces at the beginning: it names the subject where no title does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import ceil

from summarizer.choice.phrases import Kind, by_first_word, fold
from summarizer.choice.text import Text
from summarizer.data import lines
from summarizer.rank.tokens import is_single, words_of
from summarizer.stop_words import stop_words

OPENING, LEAST, MOST = 10, 6, 45
"""Of the first sentences one may announce what comes: its words."""
REPEATS = 0.4
"""Share of the words of an announcement that the title has, from which on it says nothing new."""
ALIKE, LETTERS = 0.6, 3
"""Share of the letters of a word, and letters at least, that tell it in another form."""
_HIRAGANA = range(0x3041, 0x30A0)
"""In which Japanese writes what has no content."""


def announcements(text: Text) -> tuple[Text, Sequence[int]]:
    """``text``, and which of its first sentences tell what it will be about.

    There are none, and they are asides, where one of them says hardly more than the title: that
    stands above the sentences that are shown.
    """
    first = zip(text.words[:OPENING], text.lengths(), strict=False)
    found = [i for i, (words, n) in enumerate(first) if LEAST <= n <= MOST and _announced(words)]
    if not text.title or not any(_repeats_title(text, i) for i in found):
        return text, found
    kinds = [Kind.ASIDE if i in found else kind for i, kind in enumerate(text.kinds)]
    return replace(text, kinds=kinds), ()


def _announced(words: Sequence[str]) -> list[str]:
    """The words behind the last phrase that announces something; none without one."""
    folded = fold(words)
    begun = chain.from_iterable(_phrases().get(word, ()) for word in folded.split())
    ends = (folded.find(phrase) + len(phrase) for phrase in begun if phrase in folded)
    return folded[max(ends, default=len(folded)) - 1 :].split()


def _repeats_title(text: Text, sentence: int) -> bool:
    told = [w for w in _announced(text.words[sentence]) if _has_content(w, text.language)]
    title = text.title.lower()
    return sum(_beginning(word) in title for word in told) >= REPEATS * len(told)


def _has_content(word: str, language: str | None) -> bool:
    is_small = word in stop_words(language) or ord(word[0]) in _HIRAGANA
    return not is_small and word not in _announcing_words()


def _beginning(word: str) -> str:
    """What the forms of ``word`` have in common."""
    return word if is_single(word) else word[: max(LETTERS, ceil(ALIKE * len(word)))]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[str]]:
    return by_first_word(fold(words_of(line)) for line in lines("announcements.txt"))


@lru_cache(maxsize=1)
def _announcing_words() -> frozenset[str]:
    return frozenset(" ".join(chain.from_iterable(_phrases().values())).split())

"""A text to its words, of any script, with the stems of its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from summarizer.language_names import snowball_name

UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts without blanks between words: Thai, Lao, Tibetan, Burmese, Khmer, kana, Han."""

# Vowel signs and points belong to their word, though Python does not count them as letters.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
_JOINED = re.compile(rf"[\w{_MARKS}]+(?:['-][\w{_MARKS}]+)*")
_ELIDED = re.compile(rf"[\w{_MARKS}]+(?:-[\w{_MARKS}]+)*")
_SINGLE = re.compile(f"[{UNSPACED}]")
_FIRST_SINGLE = UNSPACED[0]
_MIXED = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:['-][^\W{UNSPACED}]+)*")

ELIDING = frozenset({"ca", "fr", "it"})
"""Languages whose apostrophe ends a word: l'intelligence."""


def words_of(text: str, language: str | None = None) -> list[str]:
    """The words of ``text`` in lower case; in a script without blanks, its characters."""
    text = text.lower().replace("’", "'").replace("_", " ")
    if has_single(text):
        return _MIXED.findall(text)
    return (_ELIDED if language in ELIDING else _JOINED).findall(text)


def has_single(text: str) -> bool:
    """Whether ``text`` has a character of a script without blanks."""
    return not text.isascii() and _SINGLE.search(text) is not None


def is_single(word: str) -> bool:
    """Whether ``word`` is a character of a script without blanks."""
    return len(word) == 1 and word >= _FIRST_SINGLE and _SINGLE.match(word) is not None


def stems(words: Sequence[str], language: str | None = None) -> list[str]:
    """The Snowball stem of each of ``words``; the word itself where there is no stemmer."""
    return stemmer(language)(words)


def stemmer(language: str | None = None) -> Callable[[Sequence[str]], list[str]]:
    """What `stems` does, made ready once for many calls."""
    import Stemmer

    name = snowball_name(language)
    if name not in Stemmer.algorithms():
        return list
    # Without its cache: whoever asks has each word once, and to empty it costs more than stemming.
    stem: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer(name, 0).stemWords
    return stem

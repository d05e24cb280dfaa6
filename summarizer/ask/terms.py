"""A text to its terms: stems of words, two neighbouring characters where there are no blanks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from summarizer.data import rows
from summarizer.rank.tokens import is_single, stems, words_of


def terms_of(texts: Sequence[str], language: str | None = None) -> list[list[str]]:
    """The terms of each of ``texts``, in order, stop words too; of "went" the one of "go"."""
    regular = _irregular_forms().get(language or "", {})
    listed = [
        [regular.get(word, word) for word in _joined(words_of(text, language))] for text in texts
    ]
    vocabulary = list(dict.fromkeys(word for words in listed for word in words))
    stem_of = dict(zip(vocabulary, stems(vocabulary, language), strict=True))
    return [[stem_of[word] for word in words] for words in listed]


def _joined(words: Sequence[str]) -> list[str]:
    """``words`` with each two neighbouring characters of a script without blanks as one."""
    if not any(map(is_single, words)):
        return [word.removesuffix("'s") for word in words]
    pairs = [a + b for a, b in pairwise(words) if is_single(a) and is_single(b)]
    return [word for word in words if not is_single(word)] + pairs


@lru_cache(maxsize=1)
def _irregular_forms() -> dict[str, dict[str, str]]:
    """Language -> form -> its word."""
    table: dict[str, dict[str, str]] = {}
    for language, word, forms in rows("irregular_forms"):
        table.setdefault(language, {}).update(dict.fromkeys(forms.split("|"), word))
    return table

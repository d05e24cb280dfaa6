"""The rows of the table link_words whose words a short text holds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.data import rows
from summarizer.links.phrase import MARKS

_WORD = re.compile(rf"[\w{MARKS}%/'-]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7a3]")
_SHORTEST_STEM = 3


class WordIndex(NamedTuple):
    """Words and the rows they stand in, by how they are looked for.

    Whole words; stems; phrases by their first word; words of scripts written without blanks.
    """

    whole: dict[str, set[str]]
    stems: dict[str, set[str]]
    phrases: dict[str, list[tuple[str, str]]]
    inside: list[tuple[str, str]]


@lru_cache(maxsize=4096)
def word_groups_in(text: str) -> frozenset[str]:
    """The keys of the rows of link_words that ``text`` holds a word of."""
    index, lowered = _index(), text.lower()
    keys = set(_spaced_keys(index, _WORD.findall(lowered)))
    if not text.isascii():
        keys.update(key for word, key in index.inside if word in lowered)
    return frozenset(keys)


def _spaced_keys(index: WordIndex, found: list[str]) -> Iterator[str]:
    for at, word in enumerate(found):
        yield from index.whole.get(word, ())
        for length in range(_SHORTEST_STEM, len(word) + 1):
            yield from index.stems.get(word[:length], ())
        for phrase, key in index.phrases.get(word, ()):
            if f"{' '.join(found[at : at + 6])} ".startswith(phrase):
                yield key


@cache
def _index() -> WordIndex:
    index = WordIndex(defaultdict(set), defaultdict(set), defaultdict(list), [])
    for key, words in rows("link_words"):
        for word in words.split("|"):
            _add(index, word, key)
    return index


def _add(index: WordIndex, word: str, key: str) -> None:
    stem = word.removesuffix("*")
    if _UNSPACED.search(word):
        index.inside.append((stem, key))
    elif " " in word:
        index.phrases[word.split(" ", maxsplit=1)[0]].append(
            (stem if stem != word else f"{word} ", key)
        )
    elif stem != word:
        index.stems[stem].add(key)
    else:
        index.whole[word].add(key)

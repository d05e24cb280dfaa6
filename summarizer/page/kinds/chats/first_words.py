"""Whole names where a log sets a name and the words side by side: what people always begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from summarizer.stop_words import stop_words

_LONGEST = 3
"""Words of a name behind its first."""

_SURE = 3
"""Messages that begin with the same words, from which on these are a name in any letters."""


def rest_of_names(messages: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What belongs to the name behind each first word of it, by (first word, words behind)."""
    said: dict[str, list[list[str]]] = defaultdict(list)
    for first, text in messages:
        said[first].append(text.split()[: _LONGEST + 1])
    shared = ((first, _shared(texts)) for first, texts in said.items())
    return {first: " ".join(words) for first, words in shared if words}


def _shared(texts: Sequence[Sequence[str]]) -> Sequence[str]:
    """The words that all of several texts begin with, if these may be a name."""
    columns = zip(*texts, strict=False)
    shared = [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)]
    is_whole = any(len(text) <= len(shared) for text in texts)
    kept = shared[: min(map(len, texts)) - 1] if is_whole else shared[:_LONGEST]
    is_sure = len(texts) >= _SURE or (len(texts) > 1 and any(map(_is_name, kept)))
    return kept if is_sure else ()


def _is_name(word: str) -> bool:
    is_capital = len(word) > 1 and word[0].isupper() and word[1:].islower()
    return is_capital and word.casefold() not in stop_words("en")

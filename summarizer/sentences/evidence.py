"""Where a sentence may begin in words without punctuation: what stands around a word speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from summarizer.data import rows

NUMBER = "0"
"""All words with a digit are one word."""
EDGE = "^"
"""What stands before the first word and after the last."""


CUE_WORDS = {"begins": (">", 0.5), "never ends": ("<", -3.0)}
"""The clue that a cue word is in a language without trained weights, and its log-odds."""


def clues(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each word what may tell whether a sentence begins with it.

    The word (after ">"), the one before ("<"), both ("|"), it and the next (">>"), the two
    before ("<<"), the one before and the next ("<>").
    """
    seen = [EDGE, EDGE, *map(plain, words), EDGE]
    for i in range(2, len(seen) - 1):
        before, last, word, following = seen[i - 2 : i + 2]
        yield (
            f">{word}",
            f"<{last}",
            f"|{last} {word}",
            f">>{word} {following}",
            f"<<{before} {last}",
            f"<>{last} {following}",
        )


def plain(word: str) -> str:
    """``word`` as the model knows it."""
    return NUMBER if any(map(str.isdigit, word)) else word.lower().replace("’", "'")


def beginnings(words: Sequence[str], language: str | None) -> list[float]:
    """The log-odds that a sentence begins with each of ``words``; 0 where nothing is known."""
    weights = _weights().get(language or "")
    if weights is None:
        return [0.0] * len(words)
    known = weights.get
    bias = known("", 0.0)
    return [bias + sum(known(clue, 0.0) for clue in found) for found in clues(words)]


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Language -> clue -> weight; the clue "" is the bias."""
    weights: dict[str, dict[str, float]] = {}
    for languages, what, words in rows("cue_words"):
        mark, odds = CUE_WORDS[what]
        for language in languages.split():
            weights.setdefault(language, {}).update({mark + word: odds for word in words.split()})
    for language, clue, weight in rows("boundary"):
        weights.setdefault(language, {})[clue] = float(weight)
    return weights

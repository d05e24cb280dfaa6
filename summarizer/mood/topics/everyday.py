"""How common words are in comments on anything at all: what a topic stands out from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from summarizer.data import rows
from summarizer.rank.tokens import stems

SELDOM, SELDOM_IN_ENGLISH = 0.0002, 0.00004
"""Share of comments, elsewhere, that hold a word which is in no table; that of English is deep."""

EVERYDAY = 0.003
"""That from which on a word needs others to be about something."""

NEARLY_ALL = 1.0
"""That of the words which nearly every discussion of its kind has: songs, channels, years."""

_PER = 10_000


def seldom(language: str | None) -> float:
    """The share of comments elsewhere with a word of ``language`` that `shares_elsewhere` lacks."""
    return SELDOM_IN_ENGLISH if language in {None, "en"} else SELDOM


@lru_cache(maxsize=64)
def shares_elsewhere(language: str | None) -> Mapping[str, float]:
    """The stems of everyday words in ``language``, and the share of comments elsewhere with them.

    English ones are among them, since English is written under every video.
    """
    shares: dict[str, float] = {}
    for code, often, words in rows("everyday"):
        if code in {language, "en"}:
            found = stems(words.split(), language)
            shares |= {stem: max(int(often) / _PER, shares.get(stem, 0)) for stem in found}
    for codes, words in rows("page_words"):
        if {language, "en"} & {*codes.split()}:
            shares |= dict.fromkeys(stems(words.split(), language), NEARLY_ALL)
    return shares

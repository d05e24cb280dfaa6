"""Words of a comment that say nothing by themselves."""

from __future__ import annotations

from functools import lru_cache

from summarizer.data import rows
from summarizer.rank import tokens

_ALSO_SUMYS = frozenset(("ar", "de", "en", "es", "fr", "it", "pt"))
"""Languages in which sumy's list is taken too; in others our own was written to do without."""


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """The words of ``language`` that neither name nor judge anything, in small letters."""
    words = {
        word
        for codes, listed in rows("comment_stop_words")
        if {language, "*"} & set(codes.split())
        for word in listed.split()
    }
    if language in _ALSO_SUMYS:
        words |= tokens.stop_words(language)
    small = {word.casefold() for word in words}
    return frozenset(small | {word.replace("'", "’") for word in small})

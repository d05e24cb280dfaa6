"""Whether a full stop ends a sentence or only an abbreviation."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files

from summarizer.stop_words import stop_words

LONGEST = 24
"""Characters before a full stop that are looked at."""

# After "e.g.", "a.m.", "av. J.-C." or "Wilhelm II." a small letter goes on with the sentence.
_DOTTED_OR_ROMAN = [r"(?:[^\W\d_]\.-?)+[^\W\d_]", "[IVX]+"]
# "J. D.", "U.S."
_INITIALS = re.compile(r"(?:^|[^\w.])(?:[^\W\d_a-z]\. ?)+[^\W\d_a-z]$")


def goes_on(before: str, following: str, language: str | None) -> bool:
    """Whether the sentence ``before`` a full stop goes on with the character ``following``."""
    if _abbreviated(before, "any", language):
        return True
    if following.isdigit():
        return _abbreviated(before, "digit", language)
    return not following.isupper() and _abbreviated(before, "small", language)


def names_go_on(before: str, following: str, language: str | None) -> bool:
    """Whether initials ``before`` a full stop belong to the word ``following``: "J. D. Vance".

    Where the language is known, a word that says nothing by itself rather begins a sentence.
    """
    known = stop_words(language)
    return bool(known and following.lower() not in known and _INITIALS.search(before))


def may_end(before: str, language: str | None) -> bool:
    """Whether what stands ``before`` a full stop often ends a sentence, as "etc." does."""
    return _abbreviated(before, "ends", language)


def _abbreviated(before: str, kind: str, language: str | None) -> bool:
    pattern = _patterns(language).get(kind)
    return pattern is not None and pattern.search(before[-LONGEST:]) is not None


@lru_cache(maxsize=64)
def _patterns(language: str | None) -> dict[str, re.Pattern[str]]:
    """Before what a sentence goes on -> the abbreviations that end a text."""
    found = defaultdict(list, small=[*_DOTTED_OR_ROMAN])
    path = files("summarizer") / "data" / "abbreviations.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        languages, kinds, listed = ("#", "", "") if line[0] == "#" else line.split("\t")
        if languages == "*" or (language or "en") in languages.split():
            for kind in kinds.split():
                found[kind].append(f"(?i:{listed.replace(' ', ' ?')})")
    return {
        kind: re.compile(rf"(?:^|[^\w.-])(?:{'|'.join(either)})$") for kind, either in found.items()
    }

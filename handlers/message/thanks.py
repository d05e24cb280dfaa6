"""Whether a line only thanks or agrees, in any of the languages of the replies, or by emoji."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

from handlers.message.language_codes import languages
from handlers.message.texts import Texts, letters_of
from summarizer.choice.phrases import asks

_SMILES: Final = frozenset({":)", ":-)", ";)", ";-)", "=)", "<3", "^^", "^_^"})


def only_thanks(said: str) -> bool:
    """Whether ``said`` is nothing but phrases of the rows, one after another, or emoji."""
    letters = letters_of(said)
    if not letters:
        return said.strip() in _SMILES or any(unicodedata.category(char) == "So" for char in said)
    reached = {0}
    for at in range(len(letters)):
        if at in reached:
            reached |= {at + len(one) for one in _phrases() if letters.startswith(one, at)}
    return len(letters) in reached and not asks(said)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """The phrases of all languages, run together as ``letters_of`` does."""
    rows = (Texts(code)("thanks-words") for code in languages())
    return frozenset(letters_of(phrase) for row in rows for phrase in row.split(","))

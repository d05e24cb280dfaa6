"""Comments with what was found out about each: what quotes, terms and questions are chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from summarizer.data import rows
from summarizer.model import Comment, Pole
from summarizer.mood.aside import Cut
from summarizer.mood.doubt import poles
from summarizer.mood.features import Reading, read_words
from summarizer.mood.polarity import probabilities, score

LONGEST_QUOTE = 280

_SUMY = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "pt": "portuguese",
}
"""Languages whose stop words sumy brings along."""

_SHORTEST = 3


@dataclass(frozen=True)
class Voice:
    """A comment: its pole and how sure that is, its language, its words that say something."""

    comment: Comment
    pole: Pole
    sure: float
    language: str | None
    words: tuple[str, ...]
    """As written, in order."""

    @cached_property
    def text(self) -> str:
        """The whole comment, white space folded."""
        return " ".join(self.comment.text.split())

    @property
    def likes(self) -> int:
        """Likes, none where the page shows none."""
        return self.comment.likes or 0

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words in small letters, each once."""
        return frozenset(word.casefold() for word in self.words)

    @property
    def quotable(self) -> bool:
        """Whether the comment is short enough to be quoted whole."""
        return 0 < len(self.text) <= LONGEST_QUOTE


def listen(kept: Sequence[Cut]) -> list[Voice]:
    """Each comment's Voice, in order."""
    comments = [comment for comment, _ in kept]
    texts = [comment.text for comment in comments]
    readings = [read_words(words) for _, words in kept]
    chances = probabilities(score(readings))
    found = zip(comments, readings, poles(texts, readings, chances), chances, strict=True)
    return [
        Voice(comment, pole, float(chance.max()), reading.language, _telling(reading))
        for comment, reading, pole, chance in found
    ]


def _telling(reading: Reading) -> tuple[str, ...]:
    """The words that name or judge something."""
    stops = stopwords(reading.language or "en")
    words = (word for word in reading.words if len(word) >= _SHORTEST and word[0].isalpha())
    return tuple(word for word in words if word.casefold() not in stops)


@lru_cache(maxsize=64)
def stopwords(language: str) -> frozenset[str]:
    """Words of ``language`` that say nothing by themselves."""
    words = [
        word
        for codes, listed in rows("stopwords")
        if {language, "*"} & set(codes.split())
        for word in listed.split()
    ]
    if language in _SUMY:
        path = files("sumy").joinpath("data", "stopwords", f"{_SUMY[language]}.txt")
        words += path.read_text(encoding="utf-8").split()
    return frozenset(word.casefold() for word in words)

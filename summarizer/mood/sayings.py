"""What a remark says, so that two can be found to say the same: its content words, as stems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain

from summarizer.data import rows
from summarizer.mood.annotated import AnnotatedComment
from summarizer.rank.tokens import stemmer, words_of

_FEWEST = 2
"""Content words under which every word counts: "what is the song" is not "what is the song for"."""


def usual_language(comments: Iterable[AnnotatedComment]) -> str | None:
    """The language of most ``comments``: one for all of them, so that equal words stay equal."""
    counts = Counter(comment.language for comment in comments if comment.language)
    return min(counts, key=lambda code: (-counts[code], code), default=None)


def said_in(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of the words without which ``text`` would say something else, each once, in order.

    Numbers and negations are among them; all words are where hardly any would be left.
    """
    words, idle = words_of(text, language), _idle(language)
    telling = [word for word in words if word not in idle]
    several = len({*telling}) >= _FEWEST
    return tuple(dict.fromkeys(map(_stemmer(language), telling if several else words)))


@lru_cache(maxsize=64)
def _stemmer(language: str | None) -> Callable[[str], str]:
    """What gives the stem of a word; comments say the same words over and over."""
    stem = stemmer(language)
    return lru_cache(maxsize=20_000)(lambda word: stem([word])[0])


@cache
def _idle(language: str | None) -> frozenset[str]:
    """The words of ``language`` that may be left out; in a language without any, none may."""
    found = (words.split() for code, words in rows("idle_words") if code == (language or "en"))
    return frozenset(chain.from_iterable(found))

"""What a remark says, so that two can be found to say the same: its content words, as stems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

from summarizer.data import rows
from summarizer.mood.annotated import AnnotatedComment
from summarizer.rank.tokens import stems, words_of

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
    words = words_of(text, language)
    telling = [word for word in words if word not in _idle(language)]
    several = len({*telling}) >= _FEWEST
    return tuple(dict.fromkeys(stems(telling if several else words, language)))


@cache
def _idle(language: str | None) -> frozenset[str]:
    """The words of ``language`` that may be left out; in a language without any, none may."""
    found = (words.split() for code, words in rows("idle_words") if code == (language or "en"))
    return frozenset(chain.from_iterable(found))

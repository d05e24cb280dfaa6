"""A question in another language than the page: names and numbers are all that both share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.language import guess
from summarizer.language_names import usual_code
from summarizer.rank.tokens import words_of
from summarizer.stop_words import stop_words

CERTAIN, FEWEST_WORDS = 0.6, 3
"""The belief and the words from which on the language of a short text is known."""
BY_GRAMMAR = ("en", "de")
"""What passes for English may be German ("Was kostet das Brot?"): words of grammar tell which."""
FEWEST_OF_GRAMMAR = 2
_WORD = re.compile(r"\w+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of a question or comment; None where it is not clear."""
    code, belief = _guessed(text)
    return code if belief >= CERTAIN else None


def other_language(question: str, language: str | None) -> str | None:
    """The ISO 639-1 code of the language of ``question`` where it surely is not ``language``."""
    if language is None:
        return None
    code, belief = _guessed(question)
    if code == "en" and language in BY_GRAMMAR:
        code = _by_grammar(question, language)
    elif belief < CERTAIN or _has_grammar_of(language, question, code):
        return None
    return code if code != language else None


def names_in(question: str, texts: Sequence[str], language: str) -> str:
    """The names and numbers of ``question``, in ``language``, that stand in ``texts``.

    A word that the texts also write small is no name, nor is one of grammar.
    """
    said = {word for text in texts for word in _WORD.findall(text)}
    names = said - {word.capitalize() for word in said if word.islower()}
    little = stop_words(language)
    return " ".join(
        word
        for word in _WORD.findall(question)
        if word in names and not word[0].islower() and word.lower() not in little
    )


def _guessed(text: str) -> tuple[str, float]:
    """The code of the language of ``text``, and the belief in it: 0 where the words are too few."""
    words = text.split()
    if len(words) < FEWEST_WORDS:
        return "", 0.0
    label, belief = guess(" ".join(words).lower())
    return usual_code(label), belief


def _has_grammar_of(language: str, question: str, guessed: str) -> bool:
    """Whether ``question`` has words of grammar of ``language``, more than of the one guessed."""
    words = words_of(question)
    own, other = (sum(w in stop_words(code) for w in words) for code in (language, guessed))
    return own >= max(FEWEST_OF_GRAMMAR, other + 1)


def _by_grammar(question: str, language: str) -> str:
    """The language with more words of its grammar in it; ``language`` where few tell."""
    words = words_of(question)
    often = {code: sum(word in stop_words(code) for word in words) for code in BY_GRAMMAR}
    best = max(BY_GRAMMAR, key=lambda code: (often[code], code == language))
    return best if often[best] >= FEWEST_OF_GRAMMAR else language

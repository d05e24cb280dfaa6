"""A question in another language than the page: names and numbers are all that both share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.language import guess
from summarizer.language_names import usual_code
from summarizer.rank.tokens import words_of
from summarizer.stop_words import stop_words

CERTAIN, FEWEST_WORDS = 0.6, 3
"""The belief and the words from which on the language of a question is known."""
BY_GRAMMAR = ("en", "de")
"""What passes for English may be German ("Was kostet das Brot?"): words of grammar tell which."""
FEWEST_OF_GRAMMAR = 2
_WORD = re.compile(r"\w+")


def other_language(question: str, language: str | None) -> str | None:
    """The ISO 639-1 code of the language of ``question`` where it surely is not ``language``."""
    line = " ".join(question.split())
    if language is None or len(line.split()) < FEWEST_WORDS:
        return None
    label, belief = guess(line.lower())
    code = usual_code(label)
    if code == "en" and language in BY_GRAMMAR:
        code = _by_grammar(line, language)
    elif belief < CERTAIN:
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


def _by_grammar(line: str, language: str) -> str:
    """The language that has more words of ``line`` in its grammar; ``language`` where few tell."""
    words = words_of(line)
    often = {code: sum(word in stop_words(code) for word in words) for code in BY_GRAMMAR}
    best = max(BY_GRAMMAR, key=lambda code: (often[code], code == language))
    return best if often[best] >= FEWEST_OF_GRAMMAR else language

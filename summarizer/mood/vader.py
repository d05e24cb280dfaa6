"""VADER's rules: how much good and how much bad a comment says.

Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis" (2014), with
their lexicon for English and a table of our own for other languages. Words of degree, capitals and
negations up to three words before a word, "never so", "least", "but", "!" and "?" count as they do
in NLTK's analyser, which judges these rules in their test but costs a second to import.

Not as there, on purpose: a second negation turns nothing back ("ne ... jamais"); "so" without
"never" is a word of degree and no more; "no" turns what follows; idioms count wherever they stand.
"Kind of" is left out: with it ironic comments are taken at their word more often.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.mood.comment_tokens import LONGEST, normalize_word
from summarizer.mood.lexicon import Lexicon, lexicon_of

NEGATED = -0.74
CAPITALS = 0.733
EXCLAMATION, MOST_EXCLAMATIONS = 0.292, 4
QUESTION, FEWEST_QUESTIONS, MOST_QUESTIONS, MANY = 0.18, 2, 3, 0.96
BEFORE_BUT, AFTER_BUT = 0.5, 1.5
ALPHA = 15
"""Constants of the paper and its code: what a negation leaves of a value; what capitals, "!" and
"?" add; what "but" makes of both its sides; what bends sums into -1 to 1."""

_FADING = (1.0, 0.95, 0.9)
"""How much of a word of degree is left one, two and three words further on."""

_SO, _NEVER_SO = frozenset(("so", "this")), {2: 1.5, 3: 1.25}
"""What "never" two or three words before makes of a word, if "so" or "this" stands between."""

_ENGLISH = (None, "en")
"""Where punctuation is no word: with it left out in every language, German comments are read half a
point worse."""


class Remark(NamedTuple):
    """What the rules read: a comment, its tokens as written, its words as `normalize` has them."""

    text: str
    tokens: Sequence[str]
    words: Sequence[str]


def valence(remark: Remark, language: str | None = None) -> tuple[float, float]:
    """The good and the bad that is said, each from 0 up."""
    lexicon = lexicon_of(language)
    words = _with_phrases(remark.words, lexicon)
    found = list(map(_valuer(language), words))
    if not any(found):
        return 0.0, 0.0
    if None in found:
        words = [word for word, value in zip(words, found, strict=True) if value is not None]
    values = [value for value in found if value is not None]
    values = _contrasted(_in_context(words, values, _loud(remark.tokens), lexicon), words, lexicon)
    good = sum(value for value in values if value > 0)
    bad = -sum(value for value in values if value < 0)
    emphasis = _emphasis(remark.text[:LONGEST])
    return good + emphasis * (good > bad), bad + emphasis * (bad > good)


def compound(good: float, bad: float) -> float:
    """From -1 (negative) to 1 (positive)."""
    total = good - bad
    return float(total / (total * total + ALPHA) ** 0.5)


def _with_phrases(words: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """``words``, those that make a phrase of the lexicon joined by "_"."""
    if lexicon.phrases.keys().isdisjoint(words):
        return words
    joined: list[str] = []
    for word in words:
        joined.append(word)
        for phrase in lexicon.phrases.get(word, ()):
            parts = phrase.split("_")
            if joined[-len(parts) :] == parts:
                joined[-len(parts) :] = [phrase]
    return joined


@lru_cache(maxsize=64)
def _valuer(language: str | None) -> Callable[[str], float | None]:
    """What gives the value of a word; comments say the same words over and over.

    None of a mark without value, where it is no word and puts no distance between two.
    """
    value_of = lexicon_of(language).value
    if language not in _ENGLISH:
        return lru_cache(maxsize=20_000)(value_of)

    @lru_cache(maxsize=20_000)
    def value_in_english(word: str) -> float | None:
        return value_of(word) or (0.0 if word[-1].isalnum() else None)

    return value_in_english


def _loud(tokens: Sequence[str]) -> set[str]:
    """The words in capitals, normalized; none where nothing else is there but "I" and "a"."""
    loud = [token for token in filter(str.isupper, tokens) if _is_telling(token)]
    if not loud or len(loud) == sum(map(_is_telling, tokens)):
        return set()
    return {*map(normalize_word, loud)}


def _is_telling(token: str) -> bool:
    return len(token) > 1 or not token.isalpha()


def _in_context(
    words: Sequence[str], values: Sequence[float], loud: Collection[str], lexicon: Lexicon
) -> list[float]:
    """The ``values`` of ``words``, louder, stronger, weaker or turned round where they stand."""
    found = [*values]
    for place, value in enumerate(values):
        if value:
            louder = _strengthened(value, CAPITALS if words[place] in loud else 0.0)
            before = words[max(0, place - len(_FADING)) : place]
            found[place] = _after(before, louder, loud, lexicon)
    return found


def _after(before: Sequence[str], value: float, loud: Collection[str], lexicon: Lexicon) -> float:
    """``value`` strengthened, weakened or turned round by the words ``before`` it."""
    turned = False
    for distance, word in enumerate(reversed(before), 1):
        degree = lexicon.degrees.get(word)
        if degree:  # in capitals even "slightly" strengthens
            degree += CAPITALS if word in loud else 0.0
            value = _strengthened(value, degree * _FADING[distance - 1])
        if word in lexicon.negations and not turned:
            value, turned = value * _turn(before, distance), True
    return value * NEGATED if _ends_with_least(before) else value


def _strengthened(value: float, degree: float) -> float:
    return value + degree if value > 0 else value - degree


def _turn(before: Sequence[str], distance: int) -> float:
    """What the negation ``distance`` words before makes of a value; "never so good" is praise."""
    place = len(before) - distance
    if before[place] == "never" and not _SO.isdisjoint(before[place + 1 :]):
        return _NEVER_SO[distance]
    return NEGATED


def _ends_with_least(before: Sequence[str]) -> bool:
    """Whether "least" turns what follows, as it does not in "at least"."""
    return [*before[-1:]] == ["least"] and [*before[-2:-1]] not in (["at"], ["very"])


def _contrasted(values: list[float], words: Sequence[str], lexicon: Lexicon) -> list[float]:
    """``values``, of which those before the first "but" count less, and those after it more."""
    if lexicon.contrasts.isdisjoint(words):
        return values
    place = next(i for i, word in enumerate(words) if word in lexicon.contrasts)
    before, after = values[:place], values[place:]
    return [value * BEFORE_BUT for value in before] + [value * AFTER_BUT for value in after]


def _emphasis(text: str) -> float:
    """What the marks of ``text`` add to the stronger of its sides."""
    exclaimed = EXCLAMATION * min(text.count("!"), MOST_EXCLAMATIONS)
    asked = text.count("?")
    if asked < FEWEST_QUESTIONS:
        return exclaimed
    return exclaimed + (QUESTION * asked if asked <= MOST_QUESTIONS else MANY)

"""What a pole speaks of more than the others: log-odds with an informative Dirichlet prior.

Monroe, Colaresi and Quinn, "Fightin' Words" (2008): the prior is the use of a word in all
comments, the score the log-odds ratio in standard errors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, islice, pairwise
from math import log, sqrt
from typing import NamedTuple

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.comment_tokens import LONGEST, normalize_word
from summarizer.mood.lexicon import Lexicon, lexicon_of
from summarizer.mood.patterns import laughs
from summarizer.mood.topics.everyday import EVERYDAY, shares_elsewhere
from summarizer.opinions import Pole
from summarizer.rank.tokens import stems
from summarizer.stop_words import stop_words

JUDGED: tuple[Pole, ...] = ("positive", "neutral", "negative")
"""The poles that are told apart by their terms."""

SHOWN = 6
FEWEST = 3
"""Comments a term stands in at least."""

LONGEST_TERM = 40
"""Characters of a term: more are no word, but letters under a heap of marks."""

CLEAR = 1.4
"""Standard errors a term is away from even odds at least."""

PRIOR = 0.1
"""What the use of a word in all comments weighs beside its use in one pole."""

_TOGETHER = 0.6
"""Share of a word's comments from which on it is only a part of a longer name."""

_LANGUAGES = 3
"""The most frequent languages, whose words of praise and scorn and stop words are left out."""

_COMMENTS = ""
"""The key under which the comments themselves are counted."""

Counts = Mapping[str, int]


class _Idle(NamedTuple):
    """The words of a language that set nothing apart."""

    lexicon: Lexicon
    stops: frozenset[str]
    language: str | None

    def has(self, key: str, normalized: str) -> bool:
        """Whether a term is one of them."""
        if key in self.stops or self.lexicon.value(normalized):
            return True
        shares = shares_elsewhere(self.language)
        return shares.get(stems([key], self.language)[0], 0) >= EVERYDAY


def distinctive_terms(
    comments: Sequence[AnnotatedComment],
) -> tuple[tuple[Pole, tuple[str, ...]], ...]:
    """The strongest terms of each pole that has some, as most often written."""
    written = Counter[str]()
    counts: dict[Pole, Counter[str]] = {pole: Counter() for pole in JUDGED}
    for comment in comments:
        if comment.pole in counts:
            counts[comment.pole][_COMMENTS] += 1
            found = _terms(comment)
            counts[comment.pole].update(found.keys())
            written.update(found.values())
    every = sum(counts.values(), Counter())
    for part in _parts(every):
        for count in counts.values():
            del count[part]
    spoken = Counter(comment.language for comment in comments).most_common(_LANGUAGES)
    # Who writes three words in no clear language writes in one of the page's.
    languages = [
        _Idle(lexicon_of(code), stop_words(code or "en", comments=True), code) for code, _ in spoken
    ]
    telling = {pole: _strongest(counts[pole], every, languages) for pole in JUDGED}
    usual = _usual(written, set(chain.from_iterable(telling.values())))
    return tuple(
        (pole, tuple(usual[key] for key in keys)) for pole, keys in telling.items() if keys
    )


def _terms(comment: AnnotatedComment) -> dict[str, str]:
    """Words and two-word names of a comment, by their small letters."""
    text, words = comment.text[:LONGEST], comment.content_words
    names = (f"{a} {b}" for a, b in pairwise(words) if a[0].isupper() and b[0].isupper())
    several = (*words, *(name for name in names if name in text))
    terms = [term for term in several if len(term) <= LONGEST_TERM]
    return dict(zip(map(str.casefold, terms), terms, strict=True))


def _strongest(own: Counts, every: Counts, languages: Sequence[_Idle]) -> list[str]:
    """The terms of one pole, strongest first."""
    sizes = own[_COMMENTS], every[_COMMENTS]
    often = (key for key, count in own.items() if count >= FEWEST and key != _COMMENTS)
    scores = {key: _score(own[key], every[key], *sizes) for key in often}
    clear = [key for key, score in scores.items() if score >= CLEAR]
    ranked = sorted(clear, key=lambda key: (-round(scores[key], 6), key))
    named = {word for key in clear if " " in key for word in key.split()}
    telling = (key for key in ranked if key not in named and not _is_idle(key, languages))
    return list(islice(telling, SHOWN))


def _is_idle(key: str, languages: Sequence[_Idle]) -> bool:
    """Whether a term tells nothing: praise, scorn or laughter itself, or a word of any remark."""
    normalized = normalize_word(key)
    return any(own.has(key, normalized) for own in languages) or any(laughs([key]))


def _score(count: int, everywhere: int, comments: int, whole: int) -> float:
    """The log-odds ratio of a term in one pole against the others, in standard errors."""
    here, there = count + PRIOR * everywhere, (1 + PRIOR) * everywhere - count
    room = PRIOR * whole + 1
    odds = log(here / (comments + room - here))
    against = log(there / (whole - comments + room - there))
    return (odds - against) / sqrt(1 / here + 1 / there)


def _parts(every: Counts) -> set[str]:
    """The words that are mostly met as a part of a name of two words."""
    names = [name for name in every if " " in name and every[name] >= FEWEST]
    return {w for name in names for w in name.split() if every[name] >= _TOGETHER * every[w]}


def _usual(written: Counter[str], keys: Collection[str]) -> dict[str, str]:
    """Each of ``keys`` as most comments write it."""
    forms = [term for term in written if term.casefold() in keys]
    forms.sort(key=lambda term: (-written[term], term), reverse=True)
    return {term.casefold(): term for term in forms}

"""Comments to the stems of their words, those that name nothing left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.comment_tokens import LONGEST
from summarizer.rank.tokens import is_single, stems, words_of
from summarizer.stop_words import stop_words

_OF_ONE_SYLLABLE = frozenset(("vi",))
"""Languages that put a blank after each syllable: most words are two of what stands apart."""

_SHORTEST, _SHORTEST_SYLLABLE = 3, 2
_SYLLABLE = 3
"""Letters of a syllable without accents; longer ones may be words from elsewhere."""

_OFTEN = 0.2
"""Share of the comments from which on a language is one of the page's: the model that finds it errs
in short remarks, and two stems of a word would be two topics."""

_KANA = range(0x3041, 0x30A0)
"""Hiragana, which are the endings and particles of Japanese."""

_ALONG = 4
"""Letters from which on a word that goes on as a known one does is a form of it."""


class Said(NamedTuple):
    """A comment, its words in small letters, and the stem of each; "" for one that says nothing."""

    comment: AnnotatedComment
    words: Sequence[str]
    stems: Sequence[str]


class Talk(NamedTuple):
    """All that was said, and the language of most of it."""

    said: Sequence[Said]
    language: str | None


def read_talk(comments: Sequence[AnnotatedComment]) -> Talk:
    """Each of ``comments`` read in its language, where the page speaks that; else in the page's."""
    counts = Counter(comment.language for comment in comments if comment.language)
    language = min(counts, key=lambda code: (-counts[code], code), default=None)
    spoken = {code for code, number in counts.items() if number >= _OFTEN * counts.total()}
    own = [one.language if one.language in spoken else language for one in comments]
    words = [words_of(one.text[:LONGEST], code) for one, code in zip(comments, own, strict=True)]
    stems_in = {code: _stems(_vocabulary(words, own, code), code, language) for code in {*own}}
    said = [
        _said(comment, found, stems_in[code])
        for comment, found, code in zip(comments, words, own, strict=True)
    ]
    return Talk(said, language)


def known_stems(text: str, language: str | None) -> frozenset[str]:
    """The stems of ``text``, its pairs of characters among them."""
    words = words_of(text, language)
    return frozenset((*stems(words, language), *(a + b for a, b in pairwise(words))))


def is_known(stem: str, known: frozenset[str]) -> bool:
    """Whether ``stem`` is one of the ``known``, or another form of one: Russia of Russian."""
    if stem in known:
        return True
    return len(stem) >= _ALONG and any(
        len(other) >= _ALONG and (other.startswith(stem) or stem.startswith(other))
        for other in known
    )


def is_syllable(stem: str, language: str | None) -> bool:
    """Whether ``stem`` is as a rule a part of a word, and names nothing alone."""
    return language in _OF_ONE_SYLLABLE and (len(stem) <= _SYLLABLE or not stem.isascii())


def _vocabulary(
    words: Sequence[Sequence[str]], languages: Sequence[str | None], language: str | None
) -> set[str]:
    """The different ``words`` of the comments in ``language``."""
    chosen = (found for found, code in zip(words, languages, strict=True) if code == language)
    return {*chain.from_iterable(chosen)}


def _stems(words: Collection[str], code: str | None, language: str | None) -> Mapping[str, str]:
    """The stem of each word that names something, by the rules of ``code``; "" for the others."""
    stops = frozenset().union(
        *(stop_words(one, comments=True) for one in {code or "en", language or "en", "en"})
    )
    shortest = _SHORTEST_SYLLABLE if code in _OF_ONE_SYLLABLE else _SHORTEST
    naming = [w for w in words if len(w) >= shortest and w not in stops and w[0].isalpha()]
    return dict.fromkeys(words, "") | dict(zip(naming, stems(naming, code), strict=True))


def _said(comment: AnnotatedComment, words: Sequence[str], stem_of: Mapping[str, str]) -> Said:
    if not comment.text.isascii() and sum(map(is_single, words)) > len(words) / 2:
        pairs = [one + other for one, other in pairwise(words)]
        return Said(comment, pairs, [pair if _is_name(pair) else "" for pair in pairs])
    return Said(comment, words, [*map(stem_of.__getitem__, words)])


def _is_name(pair: str) -> bool:
    return len(pair) == 2 and all(is_single(c) and ord(c) not in _KANA for c in pair)  # noqa: PLR2004

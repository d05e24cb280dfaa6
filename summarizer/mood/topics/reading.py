"""Comments to the stems of their words, those that name nothing left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from summarizer.data import rows
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

_HIRAGANA = range(0x3041, 0x30A0)
"""The endings and particles of Japanese."""

_KATAKANA = range(0x30A1, 0x3100)
"""The letters of its words from elsewhere, and the mark of a long vowel."""

_ALONG = 4
"""Letters from which on a word that goes on as a known one does is a form of it; fewer do where a
digit is among them."""


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
    """The stems of ``text``, its pairs of characters and its words' other lengths among them."""
    words = words_of(text, language)
    pairs = (a + b for a, b in pairwise(words))
    found = stems(words, language)
    others = (other for stem in found for other in clippings(language).get(stem, ()))
    return frozenset((*found, *pairs, *units_of(words), *others))


def is_known(stem: str, known: frozenset[str]) -> bool:
    """Whether ``stem`` is one of the ``known``, another form of one, or what one is composed of.

    Russia of Russian, auto of Elektroauto, S60 of S60R.
    """
    if stem in known:
        return True
    return _is_long(stem) and any(
        _is_long(other)
        and (other.startswith(stem) or other.endswith(stem) or stem.startswith(other))
        for other in known
    )


@cache
def clippings(language: str | None) -> Mapping[str, frozenset[str]]:
    """The stems of the words that a stem is cut from, and of those cut from it."""
    others = defaultdict[str, frozenset[str]](frozenset)
    for code, *pair in rows("clippings"):
        if code == language:
            found = frozenset(stems(pair, language))
            for stem in found:
                others[stem] |= found
    return others


def is_syllable(stem: str, language: str | None) -> bool:
    """Whether ``stem`` is as a rule a part of a word, and names nothing alone."""
    return language in _OF_ONE_SYLLABLE and (len(stem) <= _SYLLABLE or not stem.isascii())


def units_of(words: Sequence[str]) -> list[str]:
    """Runs of katakana whole, since they are words, and the pairs of all other characters."""
    found: list[str] = []
    for foreign, run in groupby(words, _is_katakana):
        own = [*run]
        found += ["".join(own)] if foreign else ["", *map("".join, pairwise(own)), ""]
    return found


def is_name(unit: str) -> bool:
    """Whether a pair of characters can name something: no ending or particle is in it."""
    return len(unit) > 1 and all(is_single(c) and ord(c) not in _HIRAGANA for c in unit)


def _is_long(stem: str) -> bool:
    return len(stem) >= _ALONG or (len(stem) >= _SHORTEST and any(map(str.isdigit, stem)))


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
        units = units_of(words)
        return Said(comment, units, [unit if is_name(unit) else "" for unit in units])
    return Said(comment, words, [*map(stem_of.__getitem__, words)])


def _is_katakana(word: str) -> bool:
    return len(word) == 1 and ord(word) in _KATAKANA

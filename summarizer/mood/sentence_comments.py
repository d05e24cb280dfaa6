"""Comments on a sentence of the summary: they share words with it that are rare elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from summarizer.model import Sentence
from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.quotes import distinct
from summarizer.opinions import SentenceComments
from summarizer.stop_words import stop_words

EACH = 2
"""Comments shown with a sentence."""

SHARED = 2
"""Rare words in common from which on a comment speaks of a sentence; agreement is not claimed."""

RARE = 0.1
"""Share of the comments up to which a word is rare."""

_SHORTEST = 4
_ENDING = 5
"""Letters that tell a word from others: more would part "attack" from "attacked"."""


def find_sentence_comments(
    comments: Sequence[AnnotatedComment], summary: Sequence[Sentence]
) -> tuple[SentenceComments, ...]:
    """The sentences that comments speak of, in order, each comment with the one it suits best."""
    if not summary:
        return ()
    words = frozenset[str]().union(*(comment.keywords for comment in comments))
    stem_of = {word: _stem(word) for word in words if len(word) >= _SHORTEST}
    stems = [frozenset(stem_of[w] for w in c.keywords if w in stem_of) for c in comments]
    common = Counter(chain.from_iterable(stems))
    rare = {stem for stem, count in common.items() if count <= max(2, RARE * len(comments))}
    said = _places_of_stems(summary, rare)
    found: dict[int, list[tuple[int, AnnotatedComment]]] = {}
    for comment, own in zip(comments, stems, strict=True):
        shared = Counter(place for stem in own for place in said.get(stem, ()))
        place, count = min(shared.items(), key=lambda pair: (-pair[1], pair[0]), default=(0, 0))
        if count >= SHARED and comment.quotable:
            found.setdefault(place, []).append((count, comment))
    return tuple(SentenceComments(summary[at].index, _texts(found[at])) for at in sorted(found))


def _places_of_stems(summary: Sequence[Sentence], rare: set[str]) -> dict[str, list[int]]:
    """Each rare stem, and the places of the sentences that hold it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(summary):
        for stem in _rare_stems(sentence, rare):
            places[stem].append(place)
    return dict(places)


def _rare_stems(sentence: Sentence, rare: set[str]) -> frozenset[str]:
    stops = stop_words("en", comments=True)
    words = (token.casefold() for token in tokenize(sentence.text))
    stems = (_stem(word) for word in words if len(word) >= _SHORTEST and word not in stops)
    return frozenset(stem for stem in stems if stem in rare)


def _stem(word: str) -> str:
    return word[: max(_ENDING, len(word) - 2)]


def _texts(speaking: Sequence[tuple[int, AnnotatedComment]]) -> tuple[str, ...]:
    ranked = sorted(speaking, key=lambda pair: (-pair[0], -pair[1].likes, pair[1].text))
    return tuple(comment.text for comment in distinct((comment for _, comment in ranked), EACH))

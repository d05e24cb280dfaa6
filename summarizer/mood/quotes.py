"""The comments quoted for each pole: whole, sure, liked, typical, and no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nsmallest
from math import fsum, log, log1p

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.sureness import informs, says_why, sure
from summarizer.opinions import Pole, Quote

EACH = 12
"""More of a pole than one message of Telegram holds are not kept."""
ALIKE = 0.5
"""Share of common words from which on two comments say the same."""

FOREIGN, UNREADABLE, IDLE = 0.4, 0.4, 0.4
"""What is left of the worth of a quote in another language than most, of one that is no sentence,
and of one that tells nothing: no fact where it is neutral, no reason where it praises or blames."""

CONSIDERED = 200
"""Quotes of a pole, by their other merits, whose language and form are looked at."""

JUDGED: tuple[Pole, ...] = ("positive", "neutral", "negative")
ENOUGH = 3
"""Quotes of a pole from which on none is added that is no sentence or has a slur."""

_FULL_LENGTH = 40
"""Characters from which on a comment says more than a cheer."""

POLES: tuple[Pole, ...] = ("positive", "neutral", "negative", "unclear", "unread")


def choose_quotes(
    comments: Sequence[AnnotatedComment], language: str | None = None
) -> tuple[Quote, ...]:
    """Up to `EACH` quotes a pole, pole by pole, best first; ``language`` is the page's."""
    counts = Counter(comment.language for comment in comments if comment.language)
    native = {None, language, *(code for code, _ in counts.most_common(1))}
    return tuple(
        quote(comment)
        for pole in POLES
        for comment in _best([one for one in comments if one.pole == pole], native)
    )


def quote(comment: AnnotatedComment) -> Quote:
    """A comment in its own words, with its likes and who wrote it."""
    return Quote(comment.text, comment.pole, comment.original.likes, comment.original.author)


def distinct(ranked: Iterable[AnnotatedComment], number: int) -> list[AnnotatedComment]:
    """The first ``number`` that are not alike."""
    chosen: list[AnnotatedComment] = []
    for comment in ranked:
        if len(chosen) == number:
            break
        if not any(alike(comment, other) for other in chosen):
            chosen.append(comment)
    return chosen


def alike(one: AnnotatedComment, other: AnnotatedComment) -> bool:
    """Whether two comments say the same, by the words they share."""
    if not one.keywords or not other.keywords:
        return one.text.casefold() == other.text.casefold()
    return len(one.keywords & other.keywords) >= ALIKE * min(len(one.keywords), len(other.keywords))


def _best(
    comments: Sequence[AnnotatedComment], native: Collection[str | None]
) -> list[AnnotatedComment]:
    """The quotes of one pole, those in a ``native`` language first, those with slurs last."""
    weights = _weights(comments)
    quotable = [comment for comment in comments if comment.quotable]
    if quotable and quotable[0].pole in JUDGED:
        quotable = sure(quotable, len(comments))
    quotable = nsmallest(CONSIDERED, quotable, lambda q: (-_worth(q, weights), q.text))
    worth = {
        id(comment): _worth(comment, weights)
        * (1 if comment.language in native else FOREIGN)
        * (1 if comment.readable else UNREADABLE)
        * (IDLE if _is_idle(comment) else 1)
        for comment in quotable
    }
    ranked = sorted(quotable, key=lambda q: (-worth[id(q)], q.text))
    best = distinct((q for q in ranked if q.readable and not q.offends), EACH)
    return best if len(best) >= ENOUGH else distinct(sorted(ranked, key=_offends), EACH)


def _is_idle(comment: AnnotatedComment) -> bool:
    """Whether a comment of a judged pole tells nothing but that."""
    tells = informs if comment.pole == "neutral" else says_why
    return comment.pole in JUDGED and not tells(comment)


def _offends(comment: AnnotatedComment) -> bool:
    return comment.offends


def _weights(comments: Sequence[AnnotatedComment]) -> dict[str, float]:
    """What each word that several use says of a comment: more the more use it, less if most do."""
    shared = Counter(word for comment in comments for word in comment.keywords)
    total = len(comments)
    return {
        word: (count - 1) / total * log(1 + total / count)
        for word, count in shared.items()
        if count > 1
    }


def _worth(comment: AnnotatedComment, weights: Mapping[str, float]) -> float:
    """Confidence, likes and centrality in one figure: their product, each bent to a mild factor."""
    confidence = 1.0 if comment.pole in ("unclear", "unread") else comment.confidence
    liked = log1p(max(comment.likes, 0))  # a Reddit score may be below 0
    length = min(len(comment.text), _FULL_LENGTH) / _FULL_LENGTH
    return round(confidence * (1 + liked) * (1 + _centrality(comment, weights)) * length, 6)


def _centrality(comment: AnnotatedComment, weights: Mapping[str, float]) -> float:
    """How much of what the others say a comment says too: from 0 to 1."""
    said = fsum(weights[word] for word in comment.keywords if word in weights)
    return said / len(comment.keywords) ** 0.5 if said else 0.0

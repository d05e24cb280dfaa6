"""Which comments are quoted for a pole: those of which a reader says so too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.comment_tokens import normalize_word
from summarizer.mood.lexicon import lexicon_of
from summarizer.mood.patterns import doubts
from summarizer.opinions import Pole
from summarizer.rank.tokens import UNSPACED

SURE: Mapping[Pole, float] = {"positive": 0.8, "neutral": 0.65, "negative": 0.85}
"""Probability from which on a comment is quoted as what it was counted as. Of labelled comments on
videos whose words are plain, so much praise is right six times of seven, and blame five of six."""

LIKELY = 0.65
"""That from which on the likeliest are quoted where fewer than `FEW` are sure."""

FEW: Mapping[Pole, int] = {"positive": 2, "neutral": 2, "negative": 1}
"""Quotes of a pole that was counted, likely ones among them: such blame is wrong once in four."""

SEVERAL = 3
"""Comments of a pole from which on one of them is quoted, even one in doubt: what is counted is to
be seen. Of one or two in doubt a reader calls nearly all wrong."""

_MARKS = frozenset("?？؟")
_FULL_LENGTH = 20
_FACT = re.compile(r"\d|[?？؟]|[\w,] [A-ZÀ-ÞА-Я]\w")
"""A number, a question, or a name within a sentence."""

_WORDS, _WHY = re.compile(r"[^\W\d_]+"), 5
_SINGLES, _WHY_SINGLES = re.compile(f"[{UNSPACED}]"), 10
"""Words, or characters of a script without blanks, from which on a remark has room for a reason."""


def sure(comments: Sequence[AnnotatedComment], counted: int) -> list[AnnotatedComment]:
    """Those of one judged pole of which a reader says so too; of none the likeliest, to check.

    Likely ones that say why are among them where hardly any sure one does. So many were
    ``counted``, those that cannot be quoted among them.
    """
    pole = comments[0].pole
    plain = [one for one in comments if _is_plain(one)]
    surest = _undoubted([one for one in plain if one.confidence >= SURE[pole]])
    lacking = FEW[pole] - (len(surest) if pole == "neutral" else sum(map(says_why, surest)))
    if lacking <= 0:
        return surest
    likely = [one for one in _undoubted(plain) if one.confidence < SURE[pole]]
    if surest:
        return surest + nsmallest(lacking, filter(says_why, likely), _by_confidence)
    return nsmallest(FEW[pole], likely, _by_reason) or _to_check(comments, counted)


def informs(comment: AnnotatedComment) -> bool:
    """Whether a neutral comment tells something without a feeling: a fact, a question, a time."""
    enough = len(comment.text) >= _FULL_LENGTH
    return enough and not comment.coloured and _FACT.search(comment.text) is not None


def says_why(comment: AnnotatedComment) -> bool:
    """Whether a remark names what it praises or blames, in a sentence: "sucks" alone does not."""
    words, singles = len(_WORDS.findall(comment.text)), len(_SINGLES.findall(comment.text))
    if words < _WHY and singles < _WHY_SINGLES:
        return False
    lexicon = lexicon_of(comment.language)
    named = (word for word in comment.content_words if not lexicon.value(normalize_word(word)))
    return comment.readable and (singles > 0 or any(named))


def _to_check(comments: Sequence[AnnotatedComment], counted: int) -> list[AnnotatedComment]:
    """The likeliest without a doubt; of `SEVERAL` the one with the fewest."""
    readable = [one for one in comments if one.readable and not one.offends]
    if likeliest := nsmallest(1, _undoubted(readable), _by_confidence):
        return likeliest
    told = [one for one in readable if _MARKS.isdisjoint(one.text)]
    if counted < SEVERAL or not told:
        return []
    found = doubts([one.text for one in told], told[0].pole)
    return [min(zip(found, told, strict=True), key=lambda pair: (pair[0], *_by_reason(pair[1])))[1]]


def _by_confidence(comment: AnnotatedComment) -> tuple[float, str]:
    return -comment.confidence, comment.text


def _by_reason(comment: AnnotatedComment) -> tuple[bool, float, str]:
    return not says_why(comment), -comment.confidence, comment.text


def _undoubted(comments: Sequence[AnnotatedComment]) -> list[AnnotatedComment]:
    """Those of one pole in which nothing speaks against quoting them for it."""
    found = doubts([c.text for c in comments], comments[0].pole) if comments else []
    return [comment for comment, number in zip(comments, found, strict=True) if not number]


def _is_plain(comment: AnnotatedComment) -> bool:
    """Whether a comment is likely what it counts as; praise and blame neither ask nor mix."""
    if comment.confidence < LIKELY or comment.pole == "neutral":
        return comment.confidence >= LIKELY
    return not comment.mixed and _MARKS.isdisjoint(comment.text)

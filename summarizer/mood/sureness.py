"""Which comments are quoted for a pole: those of which a reader says so too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.patterns import doubtful
from summarizer.opinions import Pole

SURE: Mapping[Pole, float] = {"positive": 0.8, "neutral": 0.65, "negative": 0.85}
"""Probability from which on a comment is quoted as what it was counted as. Of labelled comments on
videos whose words are plain, so much praise is right six times of seven, and blame five of six."""

LIKELY = 0.65
"""That from which on the likeliest are quoted where fewer than `FEW` are sure."""

FEW: Mapping[Pole, int] = {"positive": 2, "neutral": 2, "negative": 1}
"""Quotes of a pole that was counted, likely ones among them: such blame is wrong once in four."""

_MARKS = frozenset("?？؟")
_FULL_LENGTH = 20
_FACT = re.compile(r"\d|[?？؟]|[\w,] [A-ZÀ-ÞА-Я]\w")
"""A number, a question, or a name within a sentence."""


def sure(comments: Sequence[AnnotatedComment]) -> list[AnnotatedComment]:
    """Those of one judged pole of which a reader says so too; of none the likeliest, to check."""
    pole = comments[0].pole
    plain = [one for one in comments if _is_plain(one)]
    surest = _undoubted([one for one in plain if one.confidence >= SURE[pole]])
    if len(surest) >= FEW[pole]:
        return surest
    if likely := _undoubted(plain):
        return nsmallest(FEW[pole], likely, _by_confidence)
    likely = _undoubted([one for one in comments if one.readable and not one.offends])
    return nsmallest(1, likely, _by_confidence)


def informs(comment: AnnotatedComment) -> bool:
    """Whether a neutral comment tells something without a feeling: a fact, a question, a time."""
    enough = len(comment.text) >= _FULL_LENGTH
    return enough and not comment.coloured and _FACT.search(comment.text) is not None


def _by_confidence(comment: AnnotatedComment) -> tuple[float, str]:
    return -comment.confidence, comment.text


def _undoubted(comments: Sequence[AnnotatedComment]) -> list[AnnotatedComment]:
    """Those of one pole in which nothing speaks against quoting them for it."""
    doubts = doubtful([c.text for c in comments], comments[0].pole) if comments else []
    return [comment for comment, doubt in zip(comments, doubts, strict=True) if not doubt]


def _is_plain(comment: AnnotatedComment) -> bool:
    """Whether a comment is likely what it counts as; praise and blame neither ask nor mix."""
    if comment.confidence < LIKELY or comment.pole == "neutral":
        return comment.confidence >= LIKELY
    return not comment.mixed and _MARKS.isdisjoint(comment.text)

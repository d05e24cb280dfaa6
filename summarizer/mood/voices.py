"""The comments that speak for others: of those that all say the same few words, one.

Who writes what others wrote is counted, since several people may feel the same; but a remark that
stands there fifty times would drown what the others speak of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.copies import each_once, remark_of
from summarizer.opinions import Copies

FEWEST = 3
"""Equal remarks from which on one speaks for all."""

SHOWN, SHOWN_ALWAYS, SHARE = 5, 10, 0.05
"""Equal remarks that are worth a line where they are such a share of all, and that always are."""


class Voices(NamedTuple):
    """The comments that speak, and the remarks that many make in the same words."""

    comments: list[AnnotatedComment]
    repeated: list[Copies]


def voices_of(comments: Sequence[AnnotatedComment]) -> Voices:
    """Of equal remarks the most liked; all the others."""
    texts = [comment.text for comment in comments]
    remarks = each_once(remark_of, texts)
    counts = Counter(remark for remark in remarks if remark)
    often = {remark for remark, number in counts.items() if number >= FEWEST}
    speaking: dict[str, AnnotatedComment] = {}
    for remark, comment in zip(remarks, comments, strict=True):
        if remark in often:
            speaking[remark] = min(speaking.get(remark, comment), comment, key=_rank)
    heard = {id(comment) for comment in speaking.values()}
    kept = [c for r, c in zip(remarks, comments, strict=True) if r not in often or id(c) in heard]
    least = min(SHOWN_ALWAYS, max(SHOWN, SHARE * len(comments)))
    # A word alone is worth its line only if very many write it.
    worth = {remark: least if " " in remark else SHOWN_ALWAYS for remark in often}
    shown = (remark for remark in often if counts[remark] >= worth[remark])
    forms = defaultdict[str, Counter[str]](Counter)
    for remark, text in zip(remarks, texts, strict=True):
        forms[remark][text] += 1
    return Voices(kept, [Copies(_usual(forms[one]), counts[one]) for one in shown])


def _usual(forms: Mapping[str, int]) -> str:
    """The remark as most write it, of equal ones the shortest."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _rank(comment: AnnotatedComment) -> tuple[int, int, str]:
    """Most liked first, then the one with least around its words."""
    return -comment.likes, len(comment.text), comment.text

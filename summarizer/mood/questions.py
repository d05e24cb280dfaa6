"""What commenters ask most: questions that share their words count as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.data import rows
from summarizer.mood.annotated import LONGEST_QUOTE, AnnotatedComment
from summarizer.mood.quotes import alike, distinct, quote
from summarizer.opinions import Quote

SHOWN = 3
SHARED = 2
"""Content words that two wordings of one question share at least."""
_MARKS = ("?", "？", "؟", ";?")
_AFTER = " )!.…\"'”"
_SENTENCE_END = re.compile(r"[.!?？؟。！](?:\s|$)|[。！？]")

COMPARED = 5_000
"""Questions that are compared with one another: each with all others, so there must be an end."""


def asked_most(comments: Sequence[AnnotatedComment]) -> tuple[Quote, ...]:
    """Up to `SHOWN` questions, the one asked by most people first, then by likes.

    What has the words and the mark of a question comes before what has only one of them.
    """
    asked = {id(c): _asks(c) for c in comments if len(c.text) <= LONGEST_QUOTE}
    questions = [comment for comment in comments if asked.get(id(comment)) and comment.quotable]
    questions = sorted(questions, key=lambda q: (-asked[id(q)], -q.likes, q.text))[:COMPARED]
    again = _asked_again(questions)
    ranked = sorted(
        questions,
        key=lambda q: (-asked[id(q)], -again[id(q)], -q.likes, len(q.text), q.text),
    )
    shown = distinct(ranked, SHOWN)
    return tuple(replace(quote(one), askers=_askers(one, questions)) for one in shown)


def _askers(question: AnnotatedComment, questions: Iterable[AnnotatedComment]) -> int:
    """How many people ask what ``question`` asks; where no author is shown, each is another."""
    same = [question, *(other for other in questions if _same(question, other))]
    return len({one.person for one in same})


def _same(one: AnnotatedComment, other: AnnotatedComment) -> bool:
    if one.keywords == other.keywords and one.keywords:
        return True
    return len(one.keywords & other.keywords) >= SHARED and alike(one, other)


def _asks(comment: AnnotatedComment) -> int:
    """2 for the words and the mark of a question, 1 for one of them, 0 for no question."""
    marked = comment.text.rstrip(_AFTER).endswith(_MARKS)
    if not marked and not _patterns()["open"].match(comment.text):
        return 0
    text = comment.text.casefold().replace("’", "'")
    if _matches("roll", text):
        return 0
    if not marked:
        return 1
    last = _SENTENCE_END.split(text.rstrip("".join(_MARKS) + _AFTER))[-1].strip()
    if comment.language not in {None, *_patterns()} or _matches(comment.language or "en", last):
        return 2
    return 0 if comment.language == "en" else 1


def _matches(key: str, text: str) -> bool:
    return _patterns()[key].search(text) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Language, or kind of question -> how it sounds."""
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in rows("questions")}


def _asked_again(questions: Sequence[AnnotatedComment]) -> dict[int, int]:
    """How many other questions ask the same as each, which is to share two content words."""
    asking: dict[str, int] = defaultdict(int)
    """Word -> the questions that hold it, a bit for each."""
    for place, question in enumerate(questions):
        for word in question.keywords:
            asking[word] |= 1 << place
    return {id(question): _sharing(question, asking) for question in questions}


def _sharing(question: AnnotatedComment, asking: Mapping[str, int]) -> int:
    """How many questions share two words with ``question``, itself left out."""
    once = twice = 0
    for word in question.keywords:
        twice |= once & asking[word]
        once |= asking[word]
    return max(twice.bit_count() - 1, 0)

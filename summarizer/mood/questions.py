"""What commenters ask most, and how many people ask the very same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from summarizer.data import rows
from summarizer.model import Comment
from summarizer.mood.annotated import LONGEST_QUOTE, AnnotatedComment
from summarizer.mood.copies import each_once
from summarizer.mood.quotes import distinct, quote
from summarizer.mood.sayings import said_in, usual_language
from summarizer.opinions import Quote

SHOWN = 3
_MOSTLY = 0.5
"""Share of the words of a comment that belong to its question, if it is one."""

_MARKS = ("?", "？", "؟", ";?")
_REPEATED = (">", '"', "“", "„", "«", "'", "‘")
_AFTER = " )!.…\"'”"
_SENTENCE_END = re.compile(r"[.!?？؟。！](?:\s|$)|[。！？]")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?？؟。！…])\s+|(?<=[。！？])")

_NOTHING = frozenset[str]()

COMPARED = 5_000
"""Questions that are compared with one another: each with all others, so there must be an end."""


class Utterance(NamedTuple):
    """What somebody wrote, white space folded, and its sentences that ask.

    Where no author is shown, each text is another's.
    """

    text: str
    person: str
    asks: Sequence[str]


def utterances(comments: Iterable[Comment]) -> list[Utterance]:
    """An Utterance of each of ``comments``."""
    written = [(comment.author, " ".join(comment.text.split())) for comment in comments]
    asked = each_once(questions_in, [text for _, text in written])
    return [
        Utterance(text, author or text, asks)
        for (author, text), asks in zip(written, asked, strict=True)
    ]


def asked_most(
    comments: Sequence[AnnotatedComment], everyone: Sequence[Utterance] = ()
) -> tuple[Quote, ...]:
    """Up to `SHOWN` questions, the one asked by most of ``everyone`` first, then by likes.

    ``everyone`` is all that was written, copies too; where it is not given, ``comments`` alone.
    What has the words and the mark of a question comes before what has only one of them.
    """
    asked = {id(c): _asks(c) for c in comments if len(c.text) <= LONGEST_QUOTE}
    questions = [comment for comment in comments if asked.get(id(comment)) and comment.quotable]
    questions = sorted(questions, key=lambda q: (-asked[id(q)], -q.likes, q.text))[:COMPARED]
    again, language = _asked_again(questions), usual_language(comments)
    askers = _askers(questions, everyone or utterances(c.original for c in comments), language)
    ranked = sorted(
        questions,
        key=lambda q: (-askers[id(q)], -asked[id(q)], -again[id(q)], -q.likes, len(q.text), q.text),
    )
    shown = distinct(ranked, SHOWN)
    return tuple(replace(quote(one), askers=askers[id(one)]) for one in shown)


def questions_in(text: str) -> list[str]:
    """The sentences of ``text`` that ask, those of others that it repeats left out."""
    if _patterns()["open"].match(text):
        return [text]
    if not any(mark in text for mark in _MARKS):
        return []
    sentences = _BETWEEN_SENTENCES.split(text)
    asking = (one for one in sentences if one.rstrip(_AFTER).endswith(_MARKS))
    return [one for one in asking if not one.startswith(_REPEATED)]


def _askers(
    questions: Sequence[AnnotatedComment], everyone: Sequence[Utterance], language: str | None
) -> dict[int, int]:
    """How many people ask what each of ``questions`` asks, in the same words but for idle ones.

    A comment that asks two things speaks for itself.
    """
    people = defaultdict[frozenset[str], set[str]](set)
    for one in everyone:
        for sentence in one.asks:
            people[frozenset(said_in(sentence, language))].add(one.person)
    people[_NOTHING] = set()
    return {id(one): max(len(people[_question_of(one, language)]), 1) for one in questions}


def _question_of(comment: AnnotatedComment, language: str | None) -> frozenset[str]:
    """The words of the one question that is most of the comment; none where it is another thing."""
    asked = [frozenset(said_in(one, language)) for one in questions_in(comment.text)]
    whole = said_in(comment.text, language)
    is_question = len(asked) == 1 and len(asked[0]) >= _MOSTLY * len(whole)
    return asked[0] if is_question else _NOTHING


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

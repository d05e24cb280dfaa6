"""A question about a page to the passages and comments that answer it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.ask.answers import Answer, Answers, Passage
from summarizer.ask.described import lines_on
from summarizer.ask.foreign import names_in, other_language
from summarizer.ask.kept import kept
from summarizer.ask.ranking import find_answers, rank_answers
from summarizer.ask.remarks import remarks_by, remarks_on
from summarizer.ask.subjects import subject_of
from summarizer.ask.words import asks_comments, fits
from summarizer.choice.phrases import Kind, asks, kinds_of
from summarizer.digest.chapters import viewers_chapters
from summarizer.model import Chapter, Cue, Page, Sentence
from summarizer.sentences import split_sentences, weigh_sentences

DESCRIPTIONS = 4
"""Descriptions whose sentences are kept."""
READ = 20_000
"""Characters of a description that may answer."""
NEAREST = 0.25
"""The score from which on a passage that does not answer is worth a look."""


def page_answers(page: Page, question: str, *, most: int = 3) -> Answers:
    """What ``page`` says to ``question``: up to ``most`` passages, or none, with the nearest one.

    Without a transcript the description answers. Never raises, whatever the question is.
    """
    other = other_language(question, page.language)
    if (subject := subject_of(question, other or page.language)) != "page":
        return Answers(question, subject=subject)
    sentences = _spoken(page.transcript, page.chapters or viewers_chapters(page), page.language)
    described = _written(page.description[:READ], page.language)
    texts = _texts(sentences or described)
    asked = names_in(question, texts, other) if other else question
    answers = _of_sentences(sentences or described, question, asked, page.language, most)
    by_author = remarks_by(page.comments, question, other or page.language)
    return replace(
        answers,
        described=lines_on(described, asked, page.language) if sentences and asked else (),
        comments=tuple(by_author)
        or remarks_on(page.comments, question, page.language, asked_in=other),
        of_comments=bool(by_author) or asks_comments(question, other or page.language),
        without_transcript=not sentences,
        language=other,
    )


def _of_sentences(
    sentences: tuple[Sentence, ...], question: str, asked: str, language: str | None, most: int
) -> Answers:
    """What the sentences say to what of ``question`` is ``asked``."""
    found = find_answers(_texts(sentences), asked, language, most=most)
    nearest = () if found else _nearest(sentences, asked, language)
    passages, near = (
        tuple(p for p in of if fits(asked, f"{p.before} {p.text} {p.after}", language))
        for of in (_passages(sentences, found, language), nearest)
    )
    return Answers(question, passages, next(iter(near), None))


@kept()
def _spoken(
    cues: tuple[Cue, ...], chapters: tuple[Chapter, ...], language: str | None
) -> tuple[Sentence, ...]:
    """The sentences of a transcript, each with the title of its chapter."""
    chapters = tuple(sorted(chapters, key=lambda chapter: chapter.cue))
    begins = [chapter.cue for chapter in chapters]
    titles = [None, *(chapter.title for chapter in chapters)]
    return tuple(
        replace(piece.sentence, chapter=titles[bisect_right(begins, piece.cue)])
        for piece in weigh_sentences(cues, language)
    )


@lru_cache(maxsize=DESCRIPTIONS)
def _written(description: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a description; none reaches over the end of a line."""
    return tuple(
        sentence
        for line in description.splitlines()
        if line.strip()
        for sentence in split_sentences([Cue(line)], language)
    )


@kept()
def _texts(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """What is searched: each turn begins with its speaker."""
    speakers = [None, *(sentence.speaker for sentence in sentences)]
    return tuple(
        f"{s.speaker}: {s.text}" if s.speaker and s.speaker != last else s.text
        for s, last in zip(sentences, speakers, strict=False)
    )


def _passages(
    sentences: Sequence[Sentence], found: Sequence[Answer], language: str | None
) -> tuple[Passage, ...]:
    """The answers as passages; no sentence is shown twice."""
    shown = {answer.index for answer in found}
    passages: list[Passage] = []
    for answer in found:
        around = _around(sentences, answer.index, language)
        before, after = (i if i not in shown else None for i in around)
        shown |= {i for i in (before, after) if i is not None}
        passages.append(_passage(sentences, answer, before, after))
    return tuple(passages)


def _passage(
    sentences: Sequence[Sentence], answer: Answer, before: int | None, after: int | None
) -> Passage:
    sentence = sentences[answer.index]
    first = sentence if before is None else sentences[before]
    return Passage(
        sentence.text,
        first.start,
        answer.score,
        "" if before is None else first.text,
        "" if after is None else sentences[after].text,
        sentence.speaker,
        sentence.chapter,
    )


def _around(
    sentences: Sequence[Sentence], index: int, language: str | None
) -> tuple[int | None, int | None]:
    """The sentence that number ``index`` leans on, and the one that replies to it."""
    text = sentences[index].text
    leans = index > 0 and kinds_of([text], language)[0] in {Kind.REFERS, Kind.FRAGMENT}
    replied = index + 1 < len(sentences) and asks(text)
    return index - 1 if leans else None, index + 1 if replied else None


def _nearest(
    sentences: tuple[Sentence, ...], question: str, language: str | None
) -> tuple[Passage, ...]:
    ranked = rank_answers(_texts(sentences), question, language)[:1]
    near = [Answer(i, score) for i, score in ranked if score >= NEAREST]
    return _passages(sentences, near, language)

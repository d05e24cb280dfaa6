"""A question about a page to the passages and comments that answer it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.ask.answers import Answer, Answers, Passage
from summarizer.ask.described import lines_on
from summarizer.ask.kept import kept
from summarizer.ask.ranking import find_answers, rank_answers
from summarizer.ask.remarks import remarks_by, remarks_on
from summarizer.ask.words import asks_comments, is_about_digest
from summarizer.choice.phrases import Kind, asks, kinds_of
from summarizer.digest.chapters import viewers_chapters
from summarizer.language import guess
from summarizer.language_names import usual_code
from summarizer.model import Chapter, Cue, Page, Sentence
from summarizer.sentences import split_sentences, weigh_sentences

_WORD = re.compile(r"\w+")
DESCRIPTIONS = 4
"""Descriptions whose sentences are kept."""
READ = 20_000
"""Characters of a description that may answer."""
NEAREST = 0.25
"""The score from which on a passage that does not answer is worth a look."""
CERTAIN, FEWEST_WORDS = 0.6, 3
"""The belief and the words from which on the language of a question is known."""


def page_answers(page: Page, question: str, *, most: int = 3) -> Answers:
    """What ``page`` says to ``question``: up to ``most`` passages, or none, with the nearest one.

    Without a transcript the description answers. Never raises, whatever the question is.
    """
    if is_about_digest(question, page.language):
        return Answers(question, about_digest=True)
    sentences = _spoken(page.transcript, page.chapters or viewers_chapters(page), page.language)
    described = _written(page.description[:READ], page.language)
    other = _other_language(question, page.language)
    asked = _names_in(question, _texts(sentences or described)) if other else question
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
    nearest = None if found else _nearest(sentences, asked, language)
    return Answers(question, _passages(sentences, found, language), nearest)


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
) -> Passage | None:
    ranked = rank_answers(_texts(sentences), question, language)[:1]
    near = [Answer(i, score) for i, score in ranked if score >= NEAREST]
    return next(iter(_passages(sentences, near, language)), None)


def _names_in(question: str, texts: Sequence[str]) -> str:
    """The names and numbers of ``question`` that stand in ``texts``: languages share them."""
    said = {word for text in texts for word in _WORD.findall(text)}
    return " ".join(w for w in _WORD.findall(question) if w in said and not w[0].islower())


def _other_language(question: str, language: str | None) -> str | None:
    """The language of ``question`` where it surely is not ``language``."""
    line = " ".join(question.split())
    if language is None or len(line.split()) < FEWEST_WORDS:
        return None
    label, belief = guess(line.lower())
    code = usual_code(label)
    return code if belief >= CERTAIN and code != language else None

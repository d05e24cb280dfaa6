"""A question about a page to the passages, lines and comments that answer it."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.ask.answers import Answers
from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.page.comments import comments_by, comments_on
from summarizer.ask.page.description import agrees, lines_on
from summarizer.ask.page.foreign import names_in, other_language
from summarizer.ask.page.searching import Source, search, texts_of
from summarizer.ask.page.stated import speakers_of, stated_subject
from summarizer.ask.page.subjects import subject_of
from summarizer.ask.ranking import ANSWERS
from summarizer.ask.words import asks_comments
from summarizer.digest.chapters import in_chapters, viewers_chapters
from summarizer.model import Chapter, Cue, Page, Sentence
from summarizer.sentences import split_sentences, weigh_sentences

DESCRIPTIONS = 4
"""Descriptions whose sentences are kept."""
READ = 20_000
"""Characters of a description that may answer."""
_CLOCK = re.compile(r"\d{1,2}:\d\d")


def page_answers(page: Page, question: str, *, most: int = 3) -> Answers:
    """What ``page`` says to ``question``: up to ``most`` passages, or none, with the nearest one.

    Without a transcript the description answers. Never raises, whatever the question is.
    """
    other = other_language(question, page.language)
    subject = stated_subject(page, question) or subject_of(question, other or page.language)
    if subject != "page":
        return Answers(question, subject=subject, speakers=speakers_of(page))
    spoken = _spoken(page.transcript, page.chapters or viewers_chapters(page), page.language)
    described = _written(page.description[:READ], page.language)
    searched = spoken or described
    asked = names_in(question, texts_of(searched), other) if other else question
    passages, nearest = search(Source(searched, page.title or "", page.language), asked, most)
    told = _without_chapters(described, page.chapters) if spoken and asked else ()
    lines = lines_on(told, asked, page.language)
    if lines and nearest:
        sure = nearest.score < ANSWERS and agrees(nearest, lines, asked, page.language)
        passages, nearest = (nearest,) if sure else (), None
    by_author = comments_by(page.comments, question, other or page.language)
    return Answers(
        question,
        passages,
        nearest,
        described=lines,
        comments=by_author or comments_on(page.comments, question, page.language, asked_in=other),
        of_comments=bool(by_author) or asks_comments(question, other or page.language),
        without_transcript=not spoken,
        language=other,
    )


@bounded_cache()
def _spoken(
    cues: tuple[Cue, ...], chapters: tuple[Chapter, ...], language: str | None
) -> tuple[Sentence, ...]:
    """The sentences of a transcript, each with the title of its chapter."""
    pieces = in_chapters(weigh_sentences(cues, language), chapters)
    return tuple(piece.sentence for piece in pieces)


def _without_chapters(
    described: tuple[Sentence, ...], chapters: tuple[Chapter, ...]
) -> tuple[Sentence, ...]:
    """A description without the lines that list chapters: they say what is asked, no answer."""
    titles = [chapter.title for chapter in chapters]
    return tuple(
        sentence
        for sentence in described
        if not (_CLOCK.search(sentence.text) and any(title in sentence.text for title in titles))
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

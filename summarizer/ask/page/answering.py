"""A question about a page to the passages, lines and comments that answer it."""

from __future__ import annotations

from functools import lru_cache

from summarizer.ask.answers import Answer, Answers, Passage
from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.page.comments import comments_by, comments_on
from summarizer.ask.page.description import lines_on
from summarizer.ask.page.foreign import names_in, other_language
from summarizer.ask.page.passages import passages_of
from summarizer.ask.page.subjects import subject_of
from summarizer.ask.ranking import answering, rank_answers
from summarizer.ask.words import asks_comments, has_amount_asked
from summarizer.digest.chapters import in_chapters, viewers_chapters
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
    spoken = _spoken(page.transcript, page.chapters or viewers_chapters(page), page.language)
    described = _written(page.description[:READ], page.language)
    searched = spoken or described
    asked = names_in(question, _texts(searched), other) if other else question
    passages, nearest = _found(searched, asked, page.language, most)
    by_author = comments_by(page.comments, question, other or page.language)
    return Answers(
        question,
        passages,
        nearest,
        described=lines_on(described, asked, page.language) if spoken and asked else (),
        comments=by_author or comments_on(page.comments, question, page.language, asked_in=other),
        of_comments=bool(by_author) or asks_comments(question, other or page.language),
        without_transcript=not spoken,
        language=other,
    )


def _found(
    sentences: tuple[Sentence, ...], asked: str, language: str | None, most: int
) -> tuple[tuple[Passage, ...], Passage | None]:
    """The passages that answer; where no sentence does, the nearest one, if any is near."""
    ranked = rank_answers(_texts(sentences), asked, language)
    found = answering(ranked, most)
    near = [Answer(i, score) for i, score in ranked[:1] if score >= NEAREST]
    passages = tuple(
        passage
        for passage in passages_of(sentences, found or near, language)
        if has_amount_asked(asked, f"{passage.before} {passage.text} {passage.after}", language)
    )
    return (passages, None) if found else ((), next(iter(passages), None))


@bounded_cache()
def _spoken(
    cues: tuple[Cue, ...], chapters: tuple[Chapter, ...], language: str | None
) -> tuple[Sentence, ...]:
    """The sentences of a transcript, each with the title of its chapter."""
    pieces = in_chapters(weigh_sentences(cues, language), chapters)
    return tuple(piece.sentence for piece in pieces)


@lru_cache(maxsize=DESCRIPTIONS)
def _written(description: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of a description; none reaches over the end of a line."""
    return tuple(
        sentence
        for line in description.splitlines()
        if line.strip()
        for sentence in split_sentences([Cue(line)], language)
    )


@bounded_cache()
def _texts(sentences: tuple[Sentence, ...]) -> tuple[str, ...]:
    """What is searched: each turn begins with its speaker."""
    speakers = [None, *(sentence.speaker for sentence in sentences)]
    return tuple(
        f"{s.speaker}: {s.text}" if s.speaker and s.speaker != last else s.text
        for s, last in zip(sentences, speakers, strict=False)
    )

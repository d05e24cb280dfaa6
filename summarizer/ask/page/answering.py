"""A question about a page to the passages, lines and comments that answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer.ask.answers import Answer, Answers, Passage
from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.page.comments import comments_by, comments_on
from summarizer.ask.page.context import Context
from summarizer.ask.page.description import lines_on
from summarizer.ask.page.foreign import names_in, other_language
from summarizer.ask.page.passages import passages_of
from summarizer.ask.page.subjects import subject_of
from summarizer.ask.ranking import answering, rank_answers, term_weights
from summarizer.ask.words import asks_comments, asks_way, has_amount_asked
from summarizer.digest.chapters import in_chapters, viewers_chapters
from summarizer.model import Chapter, Cue, Page, Sentence
from summarizer.sentences import split_sentences, weigh_sentences

DESCRIPTIONS = 4
"""Descriptions whose sentences are kept."""
READ = 20_000
"""Characters of a description that may answer."""
AS_GOOD, NEAR = 0.6, 0.25
"""Shares of the best score from which on another passage is shown too; the lower one if it holds
as much of the question."""
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
    texts, in_order = _texts(sentences), asks_way(asked, language)
    ranked = rank_answers(texts, asked, language)
    context = Context(sentences, asked, language)
    found = _without_padding(answering(ranked, most), context, term_weights(texts, asked, language))
    near = [Answer(i, score) for i, score in ranked[:1] if score >= NEAREST]
    passages = tuple(
        passage
        for passage in passages_of(sentences, found or near, context, in_order=in_order)
        if has_amount_asked(asked, " ".join(text for _, text in passage.turns), language)
    )
    return (passages, None) if found else ((), next(iter(passages), None))


def _without_padding(
    found: Sequence[Answer], context: Context, weights: Mapping[str, float]
) -> list[Answer]:
    """The best answer, and others that come near it or hold as much of what is asked."""
    worths = [context.worth(answer.index, weights) for answer in found]
    return [
        answer
        for place, (answer, worth) in enumerate(zip(found, worths, strict=True))
        if place == 0
        or (
            answer.score >= (NEAR if worth >= worths[0] else AS_GOOD) * found[0].score
            and not context.announces(answer.index)
        )
    ]


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

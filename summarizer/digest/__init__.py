"""A Page to the Digest that a reply shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from summarizer.choice.choose import choose
from summarizer.choice.phrases import Kind
from summarizer.choice.salience import salience_of
from summarizer.choice.text import Text, read_text
from summarizer.digest.chapters import in_chapters, timed, viewers_chapters
from summarizer.digest.discussion import beginning_of
from summarizer.digest.lead import lead_of
from summarizer.digest.length import (
    Unit,
    count_words,
    lengths,
    longest_video,
    spoken_minutes,
    talk_seconds,
    usual_number,
)
from summarizer.digest.parts import parts_of
from summarizer.digest.spans import Span, as_shown, spans_of
from summarizer.digest.stretches import Stretches, stretches_of
from summarizer.language import detect
from summarizer.links import merge_links
from summarizer.model import Chapter, Digest, Omission, OmissionKind, Options, Page, Sentence
from summarizer.mood import Video, read_mood
from summarizer.opinions import Mood
from summarizer.sentences import Weighed, weigh_sentences
from summarizer.sumy_methods import choose_by_sumy

__all__ = ["digest_page", "lengths"]

ABOUT = 300
"""Characters of a description that may say what the video is about."""
COMMENTS_MISSING = frozenset({"no-comments", "comments-off", "comments-not-loaded"})
"""Omissions each of which says why there are no comments."""


def digest_page(page: Page, options: Options | None = None) -> Digest:
    """What ``page`` says, in its own words, as ``options`` ask; no summary without a transcript."""
    options = options or Options()
    chapters = viewers_chapters(page)
    read = stretches_of(page.transcript)
    pieces = _pieces(read, page.language, page.chapters or chapters)
    words, unit, minutes = _length(page, read, pieces)
    summary = tuple(_summary(pieces, page, options, usual_number(minutes, len(pieces))))
    return Digest(
        title=page.title,
        channel=page.channel,
        url=page.url,
        language=page.language,
        words=words,
        unit=unit,
        minutes=minutes,
        sentences_total=len(pieces),
        lead=lead_of(page.description, detect(page.description)),
        summary=summary,
        mood=_mood(page, summary, options),
        links=merge_links(page.links),
        comments_stated=page.comments_stated,
        viewers_chapters=bool(chapters),
        length=talk_seconds(page.transcript),
        chapters=timed(page.chapters or chapters, page.transcript),
        left_out=tuple(_left_out(page, read, words)),
    )


def _length(page: Page, read: Stretches, pieces: Sequence[Weighed]) -> tuple[int, Unit, int]:
    """How long the whole transcript is, and its minutes, also where stretches are read."""
    heard = (piece.sentence.text for piece in pieces)
    words, unit = count_words(" ".join(heard if read.is_all else (c.text for c in page.transcript)))
    return words, unit, spoken_minutes(page.transcript, words, unit) if pieces else 0


def _mood(page: Page, summary: Sequence[Sentence], options: Options) -> Mood:
    mood = read_mood(beginning_of(page.comments), _video(page, summary))
    if options.authors:
        return mood
    quotes, questions = (
        tuple(replace(one, author=None) for one in of) for of in (mood.quotes, mood.questions)
    )
    return replace(mood, quotes=quotes, questions=questions)


def _video(page: Page, summary: Sequence[Sentence]) -> Video:
    known = f"{page.title or ''} {page.channel or ''}"
    return Video(summary, longest_video(page.transcript), known, page.language)


def _pieces(read: Stretches, language: str | None, chapters: Sequence[Chapter]) -> list[Weighed]:
    """The sentences of the stretches, each with its cue's number and the title of its chapter."""
    weighed = weigh_sentences(read.cues, language)
    found = (piece._replace(cue=read.numbers[piece.cue]) for piece in weighed)
    return in_chapters(found, chapters)


def _summary(pieces: Sequence[Weighed], page: Page, options: Options, usual: int) -> list[Sentence]:
    number = usual if options.sentences is None else max(options.sentences, 1)
    if number >= len(pieces):
        return [piece.sentence for piece in pieces]
    spans = spans_of(pieces)
    sentences = [span.sentence for span in spans]
    if number >= len(sentences):
        return sentences
    texts = [s.text for s in sentences]
    language = page.language or detect(" ".join(texts))
    if options.method != "blend":
        chosen = choose_by_sumy(options.method, texts, number, language)
    else:
        # Half of the usual number may do; a number asked for is a number given.
        wanted = range(ceil(number / 2) if options.sentences is None else number, number + 1)
        text = _text(spans, language, page)
        parts = parts_of(sentences, number, text.terms)
        chosen = choose(text, salience_of(text), wanted, parts)
    return list(as_shown([(i, spans[i]) for i in chosen]))


def _text(spans: Sequence[Span], language: str | None, page: Page) -> Text:
    """The spans as a Text.

    In speech without punctuation nearly every sentence opens with "and" or "so".
    """
    query = f"{page.title or ''}\n{page.description[:ABOUT]}"
    text = read_text(
        [span.sentence.text for span in spans],
        language,
        query,
        [span.turn for span in spans],
        [span.score or 0.0 for span in spans],
    )
    doubted = zip(spans, text.kinds, strict=True)
    kinds = [
        Kind.ALONE if span.score is not None and kind is Kind.JOINS else kind
        for span, kind in doubted
    ]
    begins, ends = [span.begin for span in spans], [span.end for span in spans]
    return replace(text, kinds=kinds, begins=begins, ends=ends)


def _left_out(page: Page, read: Stretches, words: int) -> Iterator[Omission]:
    """What the page itself lacks, what was too long, each section that is not there, once."""
    yield from dict.fromkeys(page.omissions)
    said = {omission.kind for omission in page.omissions}
    if not read.is_all:
        yield Omission("stretches", count_words(" ".join(cue.text for cue in read.cues))[0], words)
    comments, number = len(beginning_of(page.comments)), len(page.comments)
    if comments < number:
        yield Omission("too-long", comments, number)
    missing: list[tuple[OmissionKind, bool]] = [
        ("no-transcript", not page.transcript),
        ("no-description", not page.description.strip()),
        ("no-comments", not page.comments and not said & COMMENTS_MISSING),
    ]
    yield from (Omission(kind) for kind, lacks in missing if lacks and kind not in said)

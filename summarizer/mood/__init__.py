"""What the commenters feel: each comment's polarity, and the Mood of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.model import Comment, Sentence
from summarizer.mood import polarity
from summarizer.mood.annotated import AnnotatedComment, annotate
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.copies import wording_of
from summarizer.mood.distinctive_terms import distinctive_terms
from summarizer.mood.features import analyse_each
from summarizer.mood.moments import gather_moments
from summarizer.mood.plain_remarks import answered
from summarizer.mood.points import firm_points
from summarizer.mood.questions import Utterance, asked_most, utterances
from summarizer.mood.quotes import POLES, choose_quotes
from summarizer.mood.screening import screen
from summarizer.mood.sentence_comments import find_sentence_comments
from summarizer.mood.shares import shares
from summarizer.mood.topics import subject_words, topics_of
from summarizer.mood.voices import voices_of
from summarizer.opinions import Mood, Polarity, Pole, Quote, Topic

AT_ONCE = 1000
"""Texts that are held analysed at a time: each takes some kilobytes."""

COPIES = 3
"""Texts that are named of those that stand there several times."""

UNKNOWN = "und"
"""The code of ISO 639-2 for a language that is not determined."""


def classify_comments(texts: Sequence[str]) -> list[Polarity]:
    """The likeliest polarity of each text; none of them is left *unclear*."""
    runs = (texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE))
    analysed = (analyse_each(run, [*map(tokenize, run)]) for run in runs)
    best = (polarity.score(run).argmax(axis=1) for run in analysed)
    return [polarity.POLARITIES[column] for columns in best for column in columns]


class Video(NamedTuple):
    """What comments may speak of; ``length`` in seconds, None where it is not known."""

    summary: Sequence[Sentence] = ()
    length: float | None = None
    known: str = ""
    """Title and channel, which everybody knows."""
    language: str | None = None
    """The ISO 639-1 code of what is spoken there."""


def read_mood(comments: Sequence[Comment], video: Video | None = None) -> Mood:
    """The Mood of ``comments`` on ``video``."""
    video = video or Video()
    screened = screen(comments)
    kept = _agreeing(annotate(screened.kept, video.language), answered(comments))
    annotated = sorted(kept, key=lambda one: (one.original.text, one.pole))
    counts = Counter(one.pole for one in annotated)
    voices = voices_of(annotated)
    copied = sorted((*screened.copied, *voices.repeated), key=lambda one: (-one.number, one.text))
    wordings = {wording_of(one.text) for one in copied}
    return replace(
        _spoken_of(Said(annotated, voices.comments, utterances(comments), wordings), video),
        positive=counts["positive"],
        neutral=counts["neutral"],
        negative=counts["negative"],
        unclear=counts["unclear"],
        unread=counts["unread"],
        duplicates=screened.duplicates,
        spam=screened.spam,
        copied=tuple(copied[:COPIES]),
        languages=_languages(annotated),
        unread_languages=_languages(one for one in annotated if one.pole == "unread"),
        liked=_liked(annotated),
        shares=shares({pole: counts[pole] for pole in POLES}),
        terms=distinctive_terms(voices.comments),
    )


class Said(NamedTuple):
    """What is counted by whom."""

    comments: Sequence[AnnotatedComment]
    voices: Sequence[AnnotatedComment]
    """Those of them that speak for others."""
    everyone: Sequence[Utterance]
    """All, with copies and advertising: who asks what others ask has asked it."""
    copied: Collection[str]
    """The wordings that are told as copies."""


def _spoken_of(said: Said, video: Video) -> Mood:
    """What the comments ask and speak of, with the quotes, and nothing else."""
    questions = asked_most(said.comments, said.everyone)
    quotes = choose_quotes(said.voices, video.language)
    taken = {*_alone(quotes), *(question.text for question in questions if question.askers > 1)}
    moments = gather_moments(said.comments, video.length, taken)
    return Mood(
        quotes=quotes,
        questions=questions,
        topics=_topics(said, video, taken | {moment.text for moment in moments}),
        moments=moments,
        echoes=find_sentence_comments(said.voices, video.summary),
    )


def _alone(quotes: Sequence[Quote]) -> set[str]:
    """The only praise, and the only blame: elsewhere in the reply it would not be told as such."""
    coloured = [quote for quote in quotes if quote.pole in {"positive", "negative"}]
    times = Counter(quote.pole for quote in coloured)
    return {quote.text for quote in coloured if times[quote.pole] == 1}


def _agreeing(
    comments: Sequence[AnnotatedComment], parents: Mapping[Comment, Comment]
) -> list[AnnotatedComment]:
    """``comments``, those that only agree with another counted as that one is."""
    poles = {comment.original: comment.pole for comment in comments} if parents else {}
    found = ((comment, parents.get(comment.original)) for comment in comments)
    return [replace(one, pole=poles[parent]) if parent in poles else one for one, parent in found]


def _topics(said: Said, video: Video, taken: Collection[str]) -> tuple[Topic, ...]:
    """The points that several make in words of their own, then what several speak of.

    What is ``taken`` is shown elsewhere, and not again; nor is a word that is
    told as a remark which many make, or that the video itself keeps saying.
    """
    found = firm_points(said.voices, said.everyone, said.copied)
    points = [one for one in found if one.text not in taken]
    free = {*taken, *(one.text for one in points)}
    repeated = (text for text in said.copied if " " not in text)
    subject = subject_words([sentence.text for sentence in video.summary], video.language)
    known = " ".join((video.known, *subject, *repeated))
    return (*points, *topics_of(said.voices, known, free))


def _languages(comments: Iterable[AnnotatedComment]) -> tuple[tuple[str, int], ...]:
    """The languages and how many comments are in each, most frequent first."""
    counts = Counter(comment.language or UNKNOWN for comment in comments)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _liked(comments: Sequence[AnnotatedComment]) -> tuple[tuple[Pole, int], ...] | None:
    """The likes of each pole; None where no comment shows any."""
    if all(comment.original.likes is None for comment in comments):
        return None
    sums = Counter[Pole]()
    for comment in comments:
        sums[comment.pole] += comment.likes
    return tuple((pole, sums[pole]) for pole in POLES)

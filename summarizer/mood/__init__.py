"""What the commenters feel: each comment's polarity, and the Mood of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from summarizer.model import Comment, Mood, Polarity, Pole, Sentence
from summarizer.mood import polarity
from summarizer.mood.aside import set_aside
from summarizer.mood.echoes import find_echoes
from summarizer.mood.features import read
from summarizer.mood.questions import asked_most
from summarizer.mood.quotes import POLES, choose_quotes
from summarizer.mood.shares import shares
from summarizer.mood.terms import telling_terms
from summarizer.mood.voices import Voice, listen

AT_ONCE = 1000
"""Texts that are held cut into words at a time: each takes some kilobytes."""

UNKNOWN = "und"
"""The code of ISO 639-2 for a language that is not determined."""


def classify_comments(texts: Sequence[str]) -> list[Polarity]:
    """The likeliest polarity of each text, doubt left out."""
    runs = (texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE))
    best = (polarity.score([read(text) for text in run]).argmax(axis=1) for run in runs)
    return [polarity.POLES[column] for columns in best for column in columns]


def read_mood(comments: Sequence[Comment], summary: Sequence[Sentence] = ()) -> Mood:
    """The Mood of ``comments``; ``summary`` is what they may speak of."""
    kept, duplicates, spam = set_aside(comments)
    voices = sorted(listen(kept), key=lambda voice: (voice.comment.text, voice.pole))
    counts = Counter(voice.pole for voice in voices)
    return Mood(
        positive=counts["positive"],
        neutral=counts["neutral"],
        negative=counts["negative"],
        unclear=counts["unclear"],
        unread=counts["unread"],
        duplicates=duplicates,
        spam=spam,
        languages=_languages(voices),
        unread_languages=_languages(voice for voice in voices if voice.pole == "unread"),
        liked=_liked(voices),
        shares=shares({pole: counts[pole] for pole in POLES}),
        quotes=choose_quotes(voices),
        questions=asked_most(voices),
        terms=telling_terms(voices),
        echoes=find_echoes(voices, summary),
    )


def _languages(voices: Iterable[Voice]) -> tuple[tuple[str, int], ...]:
    """The languages and how many comments are in each, most frequent first."""
    counts = Counter(voice.language or UNKNOWN for voice in voices)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _liked(voices: Sequence[Voice]) -> tuple[tuple[Pole, int], ...] | None:
    """The likes of each pole; None where no comment shows any."""
    if all(voice.comment.likes is None for voice in voices):
        return None
    sums = Counter[Pole]()
    for voice in voices:
        sums[voice.pole] += voice.likes
    return tuple((pole, sums[pole]) for pole in POLES)

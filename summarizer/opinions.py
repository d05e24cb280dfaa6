"""The nouns of what commenters say: a Mood holds the others.

As in `summarizer.model`, all are frozen, slotted and hashable, and times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Polarity = Literal["positive", "neutral", "negative"]
"""What a comment expresses when it must be one of three."""

Pole = Literal["positive", "neutral", "negative", "unclear", "unread"]
"""What the digest counts a comment as: a polarity, not sure of any, in a language not read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A comment quoted whole; ``pole`` is what it was counted as.

    Of a question ``askers`` says how many people ask it.
    """

    text: str
    pole: Pole
    likes: int | None = None
    author: str | None = None
    askers: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """The share of a pole among the comments read, with its 95 % interval, each from 0 to 1."""

    pole: Pole
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SentenceComments:
    """Comments on a sentence of the summary (number ``sentence`` of the transcript)."""

    sentence: int
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What several texts say: the places of those that do, the most typical one is the head."""

    head: int
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What ``people`` commenters speak of, and the comment that says it best.

    ``phrase`` is as most of them write it; "" where they make one point in different words.
    """

    phrase: str
    people: int
    text: str


@dataclass(frozen=True, slots=True)
class Copies:
    """A text that stands under a video ``number`` times, but for case, blanks, emoji and marks."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the video that ``people`` commenters name, and a comment of one of them."""

    start: float
    people: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mood:
    """What the commenters feel.

    The five counts add up to the comments read; ``duplicates`` and ``spam`` were set aside before.
    ``liked`` is the sum of likes by pole, ``None`` where the page shows no likes. ``shares`` is
    empty under 100 comments. ``terms`` are the words that set a pole apart, strongest first.
    ``languages`` are (ISO 639-1 code or "und", comments), most frequent first; ``unread_languages``
    the same for the comments that are counted as unread. ``echoes`` are the comments on sentences
    of the summary. ``copied`` are the texts that stand there most often, of which one was counted.
    ``topics`` are what several talk about, first the points that several make.
    ``moments`` are the times that several name, most named first.
    """

    positive: int = 0
    neutral: int = 0
    negative: int = 0
    unclear: int = 0
    unread: int = 0
    duplicates: int = 0
    spam: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    unread_languages: tuple[tuple[str, int], ...] = ()
    liked: tuple[tuple[Pole, int], ...] | None = None
    shares: tuple[Share, ...] = ()
    quotes: tuple[Quote, ...] = ()
    questions: tuple[Quote, ...] = ()
    terms: tuple[tuple[Pole, tuple[str, ...]], ...] = ()
    echoes: tuple[SentenceComments, ...] = ()
    copied: tuple[Copies, ...] = ()
    topics: tuple[Topic, ...] = ()
    moments: tuple[Moment, ...] = ()

    @property
    def total(self) -> int:
        """All comments of the page: those counted and those set aside."""
        return self.judged + self.unread + self.duplicates + self.spam

    @property
    def judged(self) -> int:
        """The comments whose words were judged, *unclear* among them."""
        return self.positive + self.neutral + self.negative + self.unclear

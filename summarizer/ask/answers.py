"""What a question is answered with; all frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model import Comment, Sentence

Subject = Literal[
    "page",
    "digest",
    "too long",
    "too short",
    "channel",
    "speakers",
    "length",
    "comments",
    "nothing",
]
"""What a question is about: what the page says, or the digest, that it is too long or too short, or
who made the video, who speaks in it, how long it is, the comments as a whole, or nothing that it
names."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Sentence number ``index`` answers the question with ``score``, 0 to 1."""

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the page that answers, word for word, with those that it needs beside it.

    ``before`` are the sentences that it leans on ("It is ..."), ``after`` those that go on with it,
    as the reply to a question does; () where it stands alone. ``start`` is where the first of them
    all begins, in seconds, if that is known.
    """

    text: str
    start: float | None = None
    score: float = 0.0
    before: tuple[Sentence, ...] = ()
    after: tuple[Sentence, ...] = ()
    speaker: str | None = None
    chapter: str | None = None

    @property
    def turns(self) -> tuple[tuple[str | None, str], ...]:
        """Who speaks and what, sentence by sentence; None where the same person goes on."""
        said = (
            *((one.speaker, one.text) for one in self.before),
            (self.speaker, self.text),
            *((one.speaker, one.text) for one in self.after),
        )
        speakers = (None, *(speaker for speaker, _ in said))
        return tuple(
            (speaker if speaker != last else None, text)
            for (speaker, text), last in zip(said, speakers, strict=False)
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """All that the reply to ``question`` shows.

    ``passages`` are up to three, best first, or in the order of the page where ``question`` wants
    the steps of doing a thing; where there is none, nothing answers, and ``nearest``
    is the passage that comes nearest, if any does. ``described`` are lines of the description and
    ``comments`` those that speak of the same; ``of_comments``: the question asks for them.
    ``without_transcript``: the passages are the description's. ``language`` is the ISO 639-1 code
    of the question where it is not the page's. Only of the ``subject`` "page" there are answers;
    of others there are the ``speakers``, by the names that the page has for them.
    """

    question: str
    passages: tuple[Passage, ...] = ()
    nearest: Passage | None = None
    described: tuple[Passage, ...] = ()
    comments: tuple[Comment, ...] = ()
    of_comments: bool = False
    without_transcript: bool = False
    language: str | None = None
    subject: Subject = "page"
    speakers: tuple[str, ...] = ()

"""The nouns of the project: what a page holds, what a digest says, what goes wrong; all frozen.

``None`` is missing, ``()`` or ``""`` empty; times are seconds from the start of the video.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from summarizer.english import English
from summarizer.opinions import Mood

LinkKind = Literal[
    "source", "site", "social", "live", "video", "store", "sponsor", "affiliate", "cut", "other"
]
"""What a link is for; ``cut``: the site shortened its text, so that it opens nothing."""

LinkWarning = Literal[
    "its text shows another address",
    "not a web address",
    "invisible characters in the name",
    "not a valid address",
    "look-alike letters",
    "a name before @ that hides the host",
    "a number instead of a name",
    "this computer, not the web",
    "an unusual port",
]
"""Why an address must not be made clickable."""

Method = Literal["blend", "luhn", "lsa", "lexrank", "textrank", "kl", "sum-basic", "reduction"]
"""How sentences are chosen: this project's blend of signals, or an algorithm of sumy's."""


class UnreadableError(ValueError):
    """Input that holds no page: ``key`` and ``values`` are why, ``advice`` says it in English.

    The keys are those of the sentences in ``data/english.toml``.
    """

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return self.advice

    @property
    def advice(self) -> str:
        """The one sentence that says what to do."""
        return English()(f"unreadable.{self.key}", **self.values)


@dataclass(frozen=True, slots=True)
class Cue:
    """A piece of the transcript; ``turn``: somebody begins to speak, ``speaker`` if it is known."""

    text: str
    start: float | None = None
    speaker: str | None = None
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled part of the transcript that begins with cue number ``cue``, counted from 0."""

    title: str
    start: float | None = None
    cue: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """One remark of the discussion; ``age`` is as written ("3 days ago")."""

    text: str
    author: str | None = None
    likes: int | None = None
    age: str | None = None
    reply: bool = False
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address: cleaned (``url``) and as written, with the words the page gives it.

    ``warning`` says why it must not be made clickable ("look-alike letters"); ``count`` is how
    often the page gives the same address.
    """

    url: str
    written: str
    label: str = ""
    kind: LinkKind = "other"
    count: int = 1
    warning: LinkWarning | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the transcript, word for word; ``index`` counts from 0.

    ``chapter`` is the title of the part it stands in, where the page has parts.
    """

    index: int
    text: str
    start: float | None = None
    speaker: str | None = None
    chapter: str | None = None


OmissionKind = Literal[
    "no-transcript",
    "no-description",
    "no-comments",
    "comments-off",
    "comments-not-loaded",
    "unreadable-part",
    "cut-off",
    "too-long",
    "stretches",
    "another-page",
    "several-videos",
    "another-language",
    "lyrics",
    "fetched",
    "not-fetched",
]


@dataclass(frozen=True, slots=True)
class Omission:
    """Something a reader should know is not there: ``found`` of ``stated``, or the part's name.

    ``stretches``: so many words of a long transcript were read, in stretches spread over it.
    ``several-videos``: comments on ``found`` videos are read as one discussion. ``lyrics``: a
    refrain (``part``) is sung ``found`` times. ``another-language``: all is said in ``part`` too,
    the codes of one language or of several. ``fetched`` and ``not-fetched``: what came of an
    address, and what did not, in the words (``part``) of whoever fetched it.
    """

    kind: OmissionKind
    found: int = 0
    stated: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A video page as read, nothing chosen yet.

    ``links`` are those of the description, of an article, of a chat; ``language`` is the ISO 639-1
    code of the transcript, or else of the description or the comments; ``comments_stated`` is the
    page's own number;
    ``others`` are the pages that came in the same text or archive behind this one.
    """

    title: str | None = None
    channel: str | None = None
    url: str | None = None
    transcript: tuple[Cue, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    description: str = ""
    comments: tuple[Comment, ...] = ()
    comments_stated: int | None = None
    links: tuple[Link, ...] = ()
    language: str | None = None
    omissions: tuple[Omission, ...] = ()
    others: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen: how many sentences (None: by reading time), and how.

    ``authors``: whether quotes name who wrote them.
    """

    sentences: int | None = None
    method: Method = "blend"
    authors: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """All that a reply shows, and exactly what the cache keeps.

    ``words`` counts the transcript in ``unit``; ``minutes`` is its length when spoken, at least 1;
    ``lead`` is the description's first prose, in the publisher's words; ``summary`` is in order;
    ``length`` in seconds and the starts of ``chapters`` are known where the page has times;
    ``viewers_chapters``: the chapters are a viewer's, from a comment;
    ``left_out`` says what a reader should know is missing; ``description`` is the whole of it,
    filled in only where a reply shows it: it is kept with the page.
    """

    title: str | None = None
    channel: str | None = None
    url: str | None = None
    language: str | None = None
    words: int = 0
    unit: Literal["words", "characters"] = "words"
    minutes: int = 0
    sentences_total: int = 0
    lead: tuple[str, ...] = ()
    summary: tuple[Sentence, ...] = ()
    mood: Mood = field(default_factory=Mood)
    links: tuple[Link, ...] = ()
    comments_stated: int | None = None
    viewers_chapters: bool = False
    length: float | None = None
    chapters: tuple[Chapter, ...] = ()
    left_out: tuple[Omission, ...] = ()
    description: str = ""

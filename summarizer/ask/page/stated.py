"""What the page itself states of whose it is and who speaks, where a question asks only that."""

from __future__ import annotations

from functools import lru_cache

from summarizer.ask.answers import Subject
from summarizer.ask.words import languages_with, words_in
from summarizer.model import Page
from summarizer.rank.tokens import words_of
from summarizer.search import fold

MOST_SPEAKERS = 12


def stated_subject(page: Page, question: str) -> Subject | None:
    """What ``question`` asks of all that the page states; None where it asks anything else.

    Where the page names nobody who speaks, its channel is the nearest that it says.
    """
    asked = _run(question)
    asks_speaker = asked in _phrases("who speaks")
    if asks_speaker and speakers_of(page):
        return "speakers"
    is_asked = asks_speaker or asked in _phrases("who made")
    return "channel" if page.channel and is_asked else None


def speakers_of(page: Page) -> tuple[str, ...]:
    """Up to `MOST_SPEAKERS` who speak, as the page names them, in the order they begin.

    "Speaker 1" names nobody.
    """
    named = dict.fromkeys(cue.speaker for cue in page.transcript if cue.speaker)
    known = (name for name in named if not any(map(str.isdigit, name)))
    return tuple(known)[:MOST_SPEAKERS]


@lru_cache
def _phrases(role: str) -> frozenset[str]:
    """Whole questions with a phrase of the role, in all languages: "who is", "speaking", "here"."""
    return frozenset(
        _run(f"{who} {phrase} {place}")
        for language in languages_with(role)
        for who in words_in(language, "who")
        for phrase in words_in(language, role)
        for place in ("", *words_in(language, "here"))
    )


def _run(text: str) -> str:
    return " ".join(words_of(fold(text)))

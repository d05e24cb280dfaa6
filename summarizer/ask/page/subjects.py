"""What a question is about where no sentence of the page can answer it."""

from __future__ import annotations

from summarizer.ask.answers import Subject
from summarizer.ask.words import asks_comments, holds, names_nothing, without_asking

_ROLES: tuple[tuple[str, Subject], ...] = (
    ("digest long", "too long"),
    ("digest short", "too short"),
    ("digest", "digest"),
    ("asks maker", "channel"),
    ("asks length", "length"),
)
"""Role in the table of words -> what a question with such a phrase is about; the first counts."""


def subject_of(question: str, language: str | None) -> Subject:
    """What ``question`` is about; English phrases count on pages in every language."""
    for role, subject in _ROLES:
        if holds(question, role, language, "en"):
            return subject
    if not names_nothing(without_asking(question, language), language):
        return "page"
    return "comments" if asks_comments(question, language) else "nothing"

"""Questions on pages in five languages, with the sentence that answers each, or none."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer import find_answers, rank_answers

FOLDER = Path(__file__).resolve().parents[2] / "quality" / "ask"
NONE = "-"


class Floors(NamedTuple):
    """Shares that a page must reach: answers among the first three, given, refused."""

    among_three: float
    answered: float
    refused: float


FLOORS = {
    "de": Floors(0.85, 0.75, 0.85),
    "es": Floors(0.85, 0.75, 0.85),
    "hi": Floors(0.85, 0.75, 0.85),
    "ja": Floors(0.85, 0.75, 0.85),
    "ru": Floors(0.85, 0.75, 0.85),
}


@pytest.mark.parametrize("language", FLOORS)
def test_most_questions_are_answered_by_their_sentence_or_refused(language: str) -> None:
    sentences, questions = _read(language)
    asked = [(q, piece) for q, piece in questions if piece != NONE]
    others = [q for q, piece in questions if piece == NONE]
    firsts = [[i for i, _ in rank_answers(sentences, q, language)[:3]] for q, _ in asked]
    found = [
        any(piece in sentences[i] for i in first)
        for first, (_, piece) in zip(firsts, asked, strict=True)
    ]
    floors = FLOORS[language]
    assert len(questions) >= 30
    assert sum(found) >= floors.among_three * len(asked)
    answered = [bool(find_answers(sentences, q, language)) for q, _ in asked]
    assert sum(answered) >= floors.answered * len(asked)
    refused = [not find_answers(sentences, q, language) for q in others]
    assert sum(refused) >= floors.refused * len(others)


def _read(language: str) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """The sentences of a page, and questions with a piece of the sentence that answers."""
    text, questions = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split("---\n")
    rows = [line.split(" | ") for line in questions.splitlines()]
    return tuple(text.splitlines()), [(question, piece) for question, piece in rows]

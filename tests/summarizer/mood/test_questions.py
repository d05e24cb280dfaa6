"""How many people ask a question: only those who ask the very same one."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood


def askers(*texts: str) -> dict[str, int]:
    comments = [Comment(text, f"@{n}") for n, text in enumerate(texts)]
    return {one.text: one.askers for one in read_mood(comments).questions}


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("Where can I find the whole ferry timetable?", "where is the whole ferry timetable??"),
        ("What is the name of that harbour tune?", "Lovely. Anyone know that harbour tune?"),
        ("¿Qué cámara usas en el puerto?", "Hola amigo, qué cámara utilizas en el puerto?"),
        ("Was kostet die Fähre nach Nordholm?", "Hallo, was kostet denn die Fähre nach Nordholm?"),
    ],
)
def test_a_question_in_almost_the_same_words_is_asked_by_both(question: str, same: str) -> None:
    assert 2 in askers(question, same).values()


@pytest.mark.parametrize(
    "other",
    [
        "I like the old ferry to Nordholm and its bicycles",
        "Does the old ferry to Nordholm carry horses?",
        "Does the old ferry to Nordholm not carry bicycles?",
        "When does the old ferry to Nordholm carry bicycles?",
        "> Does the ferry to Nordholm carry bicycles? Read what the sign says there before you ask",
        "The old ferry to Nordholm? It does not carry bicycles.",
    ],
)
def test_another_question_or_a_statement_is_not_counted(other: str) -> None:
    assert set(askers("Does the old ferry to Nordholm carry bicycles?", other).values()) <= {1}


def test_one_who_asks_twice_is_one() -> None:
    texts = ("Who built that pier of oak?", "Please tell me, who built the pier of oak?")
    found = read_mood([Comment(text, "@ann") for text in texts]).questions
    assert {one.askers for one in found} == {1}


def test_a_statement_with_a_question_behind_it_does_not_stand_for_the_question() -> None:
    head = (
        "The Nordholm ferry is the finest ferry of all our northern harbours. Who agrees with me?"
    )
    assert askers(head, "Who agrees with me?", "who agrees with me??").get(head, 1) == 1


def test_the_question_that_most_ask_stands_first_though_another_is_liked() -> None:
    texts = ("Where is the whole ferry timetable?", "Where can I find the whole ferry timetable?")
    comments = [Comment(text, f"@{n}") for n, text in enumerate(texts)]
    liked = Comment("Who painted the lighthouse red and white?", "@ann", 90)
    assert read_mood([*comments, liked]).questions[0].askers == 2

"""A passage that holds all that is asked is the answer, not only the nearest to it."""

from __future__ import annotations

import pytest

from summarizer import Cue, Page, page_answers
from summarizer.places import find_place

KILN = (
    "Today I tidy the shelves after a firing, which nobody has done for three years.",
    "Firing from cold takes six and a half hours, and the lid locks by itself, so I can go out.",
    "I fire it at twelve hundred degrees, slowly at first, then faster, because wet clay cracks.",
    "It weighs 40 kilos, and two people lift it with a pulley.",
    "Wait until they are cold before you clean them.",
    "After that, once a month is enough, with a soft brush.",
    "In 1962 the Upper Mill bridge was washed away, and nine people drowned.",
    "I paid for this oven myself, nobody has lent me a penny.",
)
TALK = (
    ("Host", "Today a potter from the coast is with us."),
    ("Runa", "It is warm in here."),
    ("Host", "How did you become a potter?"),
    ("Runa", "I was a plumber for ten years and I was tired of cellars."),
    ("Host", "You made a film about clay."),
    ("Runa", "Yes, it is called Slow Earth."),
    ("Host", "Who buys the bowls?"),
    ("Runa", "Cooks, and one museum."),
    ("Runa", "I share the shed with a parrot."),
)


def kiln() -> Page:
    return Page(
        "Shelves and firing",
        transcript=tuple(Cue(s, 9.0 * i) for i, s in enumerate(KILN)),
        language="en",
    )


def talk() -> Page:
    cues = tuple(Cue(text, 9.0 * i, speaker=who) for i, (who, text) in enumerate(TALK))
    return Page("A talk with a potter", transcript=cues, language="en")


def first(page: Page, question: str) -> str:
    passages = page_answers(page, question).passages
    return " ".join(text for _, text in passages[0].turns) if passages else ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How long does the firing take?", "six and a half hours"),
        ("What temperature do you fire it at?", "twelve hundred degrees"),
        ("How heavy is the oven?", "40 kilos"),
        ("How often should I clean the shelves after firing?", "once a month"),
    ],
)
def test_a_long_sentence_with_the_word_and_the_measure_answers(question: str, told: str) -> None:
    assert told in first(kiln(), question)


@pytest.mark.parametrize("name", ["Lower Mill", "Harrow"])
def test_a_bridge_of_another_name_is_neither_the_answer_nor_the_nearest(name: str) -> None:
    answers = page_answers(kiln(), f"How many people drowned at the {name} bridge?")
    assert (answers.passages, answers.nearest) == ((), None)
    assert KILN[6] in first(kiln(), "How many people drowned at the Upper Mill bridge?")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was her job before she became a potter?", "plumber"),
        ("Does she have any pets?", "parrot"),
        ("What is the name of the film about clay?", "Slow Earth"),
        ("Who buys the bowls and vases?", "one museum"),
    ],
)
def test_what_is_told_by_a_narrower_word_or_in_the_reply_is_shown(question: str, told: str) -> None:
    assert told in first(talk(), question)


def test_a_city_is_told_by_its_name_where_the_word_stands_nowhere() -> None:
    said = (
        "The glaze recipe came from a museum.",
        "We showed the blue glaze for the first time in Aarhus.",
        "Nobody came to see it.",
    )
    page = Page("Glazes", transcript=tuple(Cue(text) for text in said), language="en")
    assert "Aarhus" in first(page, "In what city did you show the blue glaze first?")
    assert first(page, "What spoon did you show the blue glaze with?") == ""


def test_a_dog_is_not_asked_for_by_who_tells_of_a_parrot() -> None:
    assert page_answers(talk(), "Does she have a dog?").passages == ()


def test_an_english_question_with_words_that_look_italian_is_english() -> None:
    assert page_answers(kiln(), "How do I restore a file?").language is None


def test_a_place_is_found_in_each_part_of_a_page() -> None:
    page = Page(
        "The dairy",
        description="Clay from the\u2028Grès quarry",
        transcript=(Cue("A lid,\nlocked", 3.0), Cue("and a pulley", 5.0)),
    )
    for words, part in (("locked", "transcript"), ("gres", "description"), ("dairy", "title")):
        found = find_place(page, words)
        assert found
        assert found.part == part

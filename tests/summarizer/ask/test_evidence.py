"""What a page does not say is told from what it says in other words."""

from __future__ import annotations

import pytest

from summarizer import find_answers, rank_answers

KITCHEN = (
    "First you weigh out five hundred grams of strong white flour.",
    "Mix everything until no dry flour is left in the bowl.",
    "Cover the bowl with a damp towel and leave it alone for an hour.",
    "Dust the table with semolina rather than flour.",
    "The knife was a present, and I have kept it for ten years.",
    "The oven starts at $1199, which is a lot for a family.",
    "A new antenna on the roof gives the radio a clear sound.",
    "My daughter taught the neighbour to bake.",
    "After ninety seconds the bread puffs up like a balloon.",
)


@pytest.mark.parametrize(
    "question",
    [
        "Does the knife need sharpening?",
        "Was the balloon red?",
        "Which colour is the towel?",
        "Which satellites does the antenna need?",
    ],
)
def test_one_word_of_several_is_no_answer(question: str) -> None:
    assert find_answers(KITCHEN, question, "en") == ()


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Is there flour on the table?", 3),
        ("Does the bread puff up?", 8),
        ("What does the antenna give the radio?", 6),
    ],
)
def test_a_question_whose_words_stand_together_is_answered(question: str, sentence: int) -> None:
    assert find_answers(KITCHEN, question, "en")[0].index == sentence


@pytest.mark.parametrize(
    "question", ["What does it cost?", "What is its price?", "Is it expensive?"]
)
def test_a_price_answers_what_a_thing_costs_though_it_says_neither_cost_nor_price(
    question: str,
) -> None:
    assert find_answers(KITCHEN, question, "en")[0].index == 5


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("What does she keep?", 4), ("Who teaches people?", 7)],
)
def test_irregular_forms_are_one_word(question: str, sentence: int) -> None:
    assert rank_answers(KITCHEN, question, "en")[0][0] == sentence


def test_in_german_too() -> None:
    said = ("Das Brot liegt auf dem Tisch.", "Meine Tante fuhr jeden Tag.", "Der Ofen ist alt.")
    assert rank_answers(said, "Wohin fährt sie?", "de")[0][0] == 1


def test_a_sentence_that_only_announces_gives_way_to_one_that_tells() -> None:
    said = (
        "Today we are going to look at how a boat can sail against the wind.",
        "The harbour was built by monks.",
        "They lived on herring and barley beer.",
        "A boat can sail against the wind since its sail is a wing.",
        "The tide turns at noon.",
    )
    assert rank_answers(said, "How can a boat sail against the wind?", "en")[0][0] == 3


@pytest.mark.parametrize(
    ("question", "language", "frame", "words"),
    [
        ("Which merchant has the jam?", "en", "A {} has the jam.", "garden shop"),
        ("Who is the leader of the choir?", "en", "The {} of the choir is Lind.", "cat head"),
        ("Was ist das Risiko beim Klettern?", "de", "Die {} beim Klettern.", "Freude Gefahr"),
        ("¿Cuál es el riesgo de escalar?", "es", "El {} de escalar.", "placer peligro"),
        ("Quel est le danger de grimper ?", "fr", "Le {} de grimper.", "plaisir risque"),
    ],
)
def test_a_word_of_like_meaning_stands_for_one_that_is_not_said(
    question: str, language: str, frame: str, words: str
) -> None:
    other, like = (frame.format(word) for word in words.split())
    said = ("Ok.", other, "Ok then.", "Ok.", like, "Ok then.", "Ok.")
    assert rank_answers(said, question, language)[0][0] == 4


def test_a_word_that_is_said_needs_none_of_like_meaning() -> None:
    said = ("Gulls follow us.", "A shop has the jam.", "Ok.", "Ok then.", "A merchant has the jam.")
    assert rank_answers(said, "Which merchant has the jam?", "en")[0][0] == 4


def test_a_text_that_speaks_often_of_the_same_answers_sooner() -> None:
    often = tuple(f"The motor of ferry number {i} was loud." for i in range(9))
    apart = [f"The {('motor', 'ferry')[i % 2]} of number {i} was loud." for i in range(8)]
    question = "Was it the motor of the ferry that was heard in the harbour at night?"
    once = rank_answers((*apart, often[0]), question, "en")[0][1]
    assert rank_answers(often, question, "en")[0][1] > once

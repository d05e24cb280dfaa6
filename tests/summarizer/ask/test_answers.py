"""rank_answers and find_answers: which sentences answer, and when none does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import find_answers, rank_answers

HARBOUR = (
    "Good evening and welcome to the history of our harbour.",
    "The first pier was built in 1874 by a Danish merchant called Holger Brandt.",
    "He wanted a place where his ships could land timber in winter.",
    "The town had only four hundred people then, and most of them were fishermen.",
    "A storm broke the pier in half, because the piles were too short.",
    "Brandt sold his house and paid for longer piles of oak.",
    "The lighthouse came later, and its lamp burned whale oil.",
    "Every keeper had to climb ninety steps twice a night.",
    "When the railway arrived the timber trade moved inland.",
    "Only the fish market stayed, and it still opens at five in the morning.",
    "Anglers come for the mackerel, which bite best before sunrise.",
    "Children learn to sail in the small wooden boats you see behind me.",
)
MEETING = (
    "Ada: I think the yellow button is too small for older people.",
    "We should move it to the left.",
    "Ben: I disagree, the button is fine where it is.",
    "It costs too much to change the mould now.",
    "Ada: Then let us ask some customers next week.",
    "Ben: Fine, I will write the questions for them.",
)


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("When was the first pier built?", "1874"),
        ("Who built the pier?", "Holger Brandt"),
        ("How many people lived in the town?", "four hundred"),
        ("Why did the storm break the pier?", "too short"),
        ("what did the lamp burn", "whale oil"),
        ("How many steps did the keeper climb?", "ninety steps"),
        ("at what time does the fish market open?", "five in the morning"),
        ("What about the makcerel?", "mackerel"),
        ("the fishmarket", "fish market"),
        ("Which fish bite before sunrise?", "mackerel"),
        ("lighthous lamp", "whale oil"),
    ],
)
def test_the_sentence_that_answers_comes_first_and_is_given(question: str, piece: str) -> None:
    answers = find_answers(HARBOUR, question, "en")
    assert piece in HARBOUR[answers[0].index]


@pytest.mark.parametrize(
    "question",
    [
        "What is the capital of Mongolia?",
        "How do I reset my router password?",
        "Which camera lens do you recommend for portraits?",
        "",
        "?!",
        "🙂🙂🙂",
        "\x00\ud800",
        "what is it and who are they",
        '\' OR 1=1 -- "NEAR(a b)" *',
    ],
)
def test_what_the_text_does_not_say_is_not_answered(question: str) -> None:
    assert find_answers(HARBOUR, question, "en") == ()


def test_who_speaks_is_asked_for_by_name() -> None:
    best = rank_answers(MEETING, "What did Ben say about the button?", "en")[0][0]
    assert best == 2


def test_a_word_derived_from_one_that_is_said_finds_it() -> None:
    texts = (*HARBOUR, "Here we can recolour the whole picture.", "Then the file is saved.")
    assert rank_answers(texts, "Where is colouring done?", "en")[0][0] == len(HARBOUR)


def test_what_was_said_of_a_thing_is_answered_from_different_stretches() -> None:
    """In a long talk a stretch answers or does not; its sentences would all be wrong together."""
    filler = tuple(f"Nothing else of note went on in week {i} of that year." for i in range(150))
    about = tuple(f"The budget for the budget plan number {i} is a budget." for i in range(4))
    talk = filler + about + filler + about[:1] + filler + about[1:2] + filler
    first = [i for i, _ in rank_answers(talk, "What did they say about the budget plan?", "en")[:3]]
    assert min(abs(a - b) for a in first for b in first if a != b) > len(about)


@pytest.mark.parametrize("filler", ["x" * 4_000, "pier " * 40])
def test_a_long_question_is_answered_by_what_it_begins_with(filler: str) -> None:
    question = f"When was the first pier built? {filler}"
    ranked = rank_answers(HARBOUR, question, "en")
    assert ranked[0][0] == 1
    assert rank_answers(HARBOUR, f"{question} What did the lamp burn?", "en") == ranked


def test_the_same_sentences_as_a_list_are_ranked_the_same() -> None:
    question = "Who paid for longer piles?"
    assert rank_answers(list(HARBOUR), question) == rank_answers(HARBOUR, question)


def test_no_more_answers_are_given_than_asked_for() -> None:
    question = "How was the pier built?"
    assert len(find_answers(HARBOUR, question, "en", most=1)) == 1
    assert find_answers(HARBOUR, question, "en", most=0) == ()


def test_a_text_without_sentences_answers_nothing() -> None:
    assert rank_answers((), "Why?") == []
    assert find_answers((), "Why?") == ()
    assert find_answers(("", " "), "Why is the sky blue?") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=40), max_size=8),
    st.text(max_size=60),
    st.sampled_from([None, "en", "de", "ja", "hi", "xx"]),
)
def test_any_question_of_any_text_is_ranked_whole_with_falling_scores(
    sentences: list[str], question: str, language: str | None
) -> None:
    ranked = rank_answers(sentences, question, language)
    scores = [score for _, score in ranked]
    assert sorted(i for i, _ in ranked) == list(range(len(sentences)))
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert ranked == rank_answers(tuple(sentences), question, language)


def test_a_name_that_a_recogniser_misheard_is_found_by_its_sound() -> None:
    said = (
        "The club met on mondays.",
        "The room was cold in those days.",
        "Then old halfick drew a crowd.",
        "Nobody had brought a coat.",
    )
    assert rank_answers(said, "Where is Halvik?", "en")[0][0] == 2


def test_of_two_sentences_with_the_same_words_the_step_tells_how() -> None:
    filler = tuple(f"My {thing} stands on the shelf." for thing in ("mug", "lamp", "clock", "vase"))
    said = (*filler, "Click the crop of the photo.", *filler, "See the crop of the photo.", *filler)
    assert rank_answers(said, "How do I crop the photo?", "en")[0][0] == said.index(
        "Click the crop of the photo."
    )

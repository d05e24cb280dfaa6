"""What stands beside a sentence that answers, on pages of different kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer import Cue, Page, Sentence, find_answers, page_answers, read_page
from summarizer.ask.page.context import Context

BAKING = (
    "Hello everybody, in this video I'll show you how to bake flatbread on a stone.",
    "So what makes a good flatbread?",
    "That's a question I get every week.",
    "Good flatbread is soft inside and does not break when you fold it.",
    "A lot of people ask me about pizza steels.",
    "They get hot faster, but they burn the bottom of thick breads.",
    "While the stone heats, make the garlic oil.",
    "In a small pan, warm two spoons of oil.",
    "Add the garlic and pull the pan off the fire at once.",
    "Slide the bread onto the stone and wait for ninety seconds.",
    "Wrap the hot bread in a cloth so that it stays soft.",
    "My grandmother never owned a scale.",
    "Right?",
    "You roll it as thin as a coin, and thinner at the edge.",
    "The dough was quite sour by then.",
    "I let it rest for two days because of a power cut.",
    "Write in the comments what you eat it with.",
)
TALK = """The keeper of the last lighthouse
Salt Road Conversations
Transcript
HOST: Welcome. With me is Marta Lindqvist, who kept the light on Gull Rock for thirty-one years.
MARTA: Good evening.
HOST: What was the hardest thing about living there?
MARTA: That's a good question. People think of storms. It was the silence when the birds had left.
HOST: Let's talk about the automation. When did they tell you?
MARTA: By letter, in March 1999. A sensor would do my job from the first of June.
MARTA: In winter the sea came over the gallery.
HOST: There was a cat?
MARTA: There were four of them over the years.
HOST: Some people want to turn the tower into a hotel.
MARTA: I know, and I told them it will not work. There is no fresh water on the rock.
HOST: Marta Lindqvist, thank you.
"""


def page_of(*said: str) -> Page:
    return Page(
        "A page", transcript=tuple(Cue(s, 9.0 * i) for i, s in enumerate(said)), language="en"
    )


def shown(page: Page, question: str) -> list[list[str]]:
    return [[text for _, text in p.turns] for p in page_answers(page, question).passages]


def test_a_question_of_the_video_and_its_echo_come_with_the_answer() -> None:
    first = shown(page_of(*BAKING), "What makes a good flatbread?")[0]
    assert first[-3:] == list(BAKING[1:4])


def test_a_sentence_that_only_announces_comes_with_what_follows() -> None:
    first = shown(page_of(*BAKING), "What do you think of pizza steels?")[0]
    assert first == list(BAKING[4:6])


def test_the_steps_of_doing_a_thing_follow_the_sentence_that_names_it() -> None:
    first = shown(page_of(*BAKING), "How do I make the garlic oil?")[0]
    assert first == list(BAKING[6:9])


def test_a_question_that_says_nothing_is_not_brought() -> None:
    first = shown(page_of(*BAKING), "Is it rolled as thin as a coin?")[0]
    assert BAKING[12] not in first


def test_a_pronoun_brings_the_sentence_before_that_names_what_is_asked() -> None:
    first = shown(page_of(*BAKING), "How many days did the dough rest after the power cut?")[0]
    assert first == list(BAKING[14:16])


@pytest.mark.parametrize(
    ("question", "turns"),
    [
        (
            "What was the hardest thing about living there?",
            ["HOST", "MARTA", None, None],
        ),
        ("When was she told about the automation?", ["HOST", None, "MARTA"]),
        ("Why would a hotel not work?", ["HOST", "MARTA", None]),
        ("Did she have a cat?", ["HOST", "MARTA"]),
    ],
)
def test_a_reply_comes_with_its_question_and_each_turn_with_its_speaker(
    question: str, turns: list[str | None]
) -> None:
    passage = page_answers(read_page(TALK.encode()), question).passages[0]
    assert [speaker for speaker, _ in passage.turns] == turns


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the hardest thing about living there?", "the silence"),
        ("When was she told about the automation?", "March 1999"),
        ("Why would a hotel not work?", "no fresh water"),
    ],
)
def test_what_is_wanted_to_know_is_shown_where_it_follows(question: str, told: str) -> None:
    assert told in " ".join(shown(read_page(TALK.encode()), question)[0])


def test_a_short_answer_brings_the_sentence_that_speaks_on_of_it() -> None:
    page = page_of(
        "Dust the table with semolina.",
        "It does not burn, and lets the bread slide.",
        "Roll six balls of dough.",
    )
    assert shown(page, "What is the semolina for?") == [
        ["Dust the table with semolina.", "It does not burn, and lets the bread slide."]
    ]


def test_captions_that_break_off_after_the_words_asked_go_on() -> None:
    said = (
        "old sailors on the coast of the island name three rules of every crossing",
        "tell somebody when you leave and take water and know the tide",
        "the coast guard is on duty all night",
    )
    sentences = tuple(Sentence(i, text) for i, text in enumerate(said))
    context = Context(sentences, "What are the rules of a crossing?", "en")
    assert context.last(0, 0) == 1
    ended = (replace(sentences[0], text=said[0] + "."), *sentences[1:])
    assert Context(ended, "What are the rules of a crossing?", "en").last(0, 0) == 0


STEPS = (
    "It is cold in here today.",
    "Some oil goes on the stone before you sharpen the chisel, so that the edge stays cool.",
    "My uncle has a shop by the river.",
    "He sells rope there, and paint.",
    "The ferry stops in front of it.",
    "On Fridays it is closed.",
    "To sharpen the chisel, pull it over the stone, at an angle of thirty degrees.",
    "The wood of the handle is ash.",
    "Birds sit on the roof in the morning.",
)


def test_steps_stand_in_the_order_of_the_page_though_another_is_the_best() -> None:
    passages = page_answers(page_of(*STEPS), "How do I sharpen the chisel on a stone?").passages
    assert [p.text for p in passages] == [STEPS[1], STEPS[6]]
    assert passages[0].score < passages[1].score


def test_what_holds_one_word_of_the_question_does_not_pad_a_good_answer() -> None:
    said = (
        "The battery lasts fourteen days in the cold.",
        "My wife has another watch.",
        "It is red, and she likes the strap.",
        "If you hike a lot, buy it for the battery alone.",
        "The shop is in the old town.",
        "At last somebody makes a light watch.",
    )
    question = "How long does the battery of the watch last?"
    assert len(find_answers(said, question, "en")) > 1
    assert shown(page_of(*said), question) == [[said[0]]]

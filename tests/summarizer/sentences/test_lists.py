"""Items of a list stay apart, lines that were broken for their length stay together."""

from __future__ import annotations

import pytest

from summarizer import Cue, split_sentences

PROSE = (
    "My grandmother made this soup every Friday, and nobody ever asked for anything else. It needs "
    "an hour."
)
STEP = (
    "Peel the potatoes, cut them into cubes and fry them with the onions until they are golden and "
    "the kitchen smells of it."
)


def sentences(*lines: str, language: str = "en") -> list[str]:
    return [s.text for s in split_sentences([Cue(line) for line in lines], language)]


@pytest.mark.parametrize(
    "items",
    [
        ("Ingredients", "2 kg potatoes", "1 l milk", "200 g smoked bacon", "Salt and pepper"),
        ("Milk", "2 kg potatoes", "Bread from the baker", "3 onions"),
        ("• Milk", "• potatoes", "• Bread from the baker"),
        ("Milk", "Potatoes", "Sour cream"),
        ("Zutaten", "2 kg Kartoffeln", "1 l Milch", "Brot vom Bäcker"),
        ("材料", "じゃがいも 2kg", "牛乳 1L"),
        ("البطاطس", "الحليب", "الخبز الطازج"),
    ],
)
def test_items_of_a_list_stay_apart(items: tuple[str, ...]) -> None:
    assert sentences(PROSE, *items, STEP)[2:-1] == [*items]
    assert sentences(PROSE, *items, STEP)[-1] == STEP


def test_the_last_item_behind_a_bullet_ends_its_list() -> None:
    assert sentences("- Milk", "- 2 kg potatoes", "- Eggs", "Serve the soup with bread.") == [
        "Milk",
        "2 kg potatoes",
        "Eggs",
        "Serve the soup with bread.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("The pier was built in 1890", "by men who had never seen", "the sea before."),
        ("Der Pier wurde im Jahr", "1890 von Männern gebaut,", "die das Meer nie sahen."),
        (
            "Drei Meister aus dem schönen",
            "Tirol und drei Gesellen aus",
            "Salzburg bauten den Pier.",
        ),
        ("Von 1890 bis", "1893 bauten die", "Männer den Pier", "für viel Geld."),
        ("この桟橋は百年前に", "海を見たことのない", "人々が作りました。"),
    ],
)
def test_lines_broken_for_their_length_stay_together(lines: tuple[str, ...]) -> None:
    assert sentences("So war es.", *lines, "Es ist so.", language="de")[1] == " ".join(lines)


def test_what_is_spoken_is_no_list() -> None:
    cues = [
        Cue(text, at) for at, text in enumerate(["then in 1890", "20 men", "40 boys", "built it."])
    ]
    assert [s.text for s in split_sentences(cues, "en")] == [
        "then in 1890 20 men 40 boys built it."
    ]

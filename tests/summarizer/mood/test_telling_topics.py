"""A topic tells what is said here, and the comment beside it says something of it."""

from __future__ import annotations

import pytest

from summarizer import Comment, Sentence
from summarizer.mood import Video, read_mood
from tests.summarizer.mood.test_topics import OTHERS, topics


def phrases(*texts: str) -> list[str]:
    return [one.phrase.lower() for one in topics([*texts, *OTHERS]) if one.phrase]


@pytest.mark.parametrize(
    "texts",
    [
        ("The car rusts", "My car hums", "His car was red", "Whose car is it"),
        ("Das Auto rostet", "Mein Auto summt", "Sein Auto war rot", "Wessen Auto ist das"),
        ("この会社は古い", "あの会社で働いた", "会社が遠い"),
    ],
)
def test_a_word_of_every_video_of_a_kind_is_no_topic(texts: tuple[str, ...]) -> None:
    assert phrases(*texts) == []


def test_a_word_of_everyday_talk_is_no_topic_where_few_say_it() -> None:
    texts = [
        *("Ihr Angebot rostet", "Welches Angebot sinkt", "Das Angebot riecht nach Teer"),
        *("Ihr Klüver rostet", "Welcher Klüver sinkt", "Der Klüver riecht nach Teer"),
        *("Olaf zog fünf Anker hoch", "Kerzen brannten an jedem Fenster", "Wem gehört der Kessel"),
        *("Mette strickte zwölf Mützen", "Harz klebt an den Ärmeln", "Möwen fraßen den Hering"),
    ]
    assert phrases(*texts) == ["klüver"]


def test_what_the_video_keeps_saying_is_no_topic() -> None:
    texts = ["The spinnaker tore", "My spinnaker was wet", "Who made that spinnaker"]
    comments = [Comment(text, f"@{n}") for n, text in enumerate([*texts, *OTHERS])]
    said = ("A spinnaker is a sail.", "We fold the spinnaker.", "No spinnaker likes rain.")
    summary = [Sentence(n, text) for n, text in enumerate(said)]
    assert [one.phrase for one in read_mood(comments).topics] == ["spinnaker"]
    assert read_mood(comments, Video(summary)).topics == ()


def test_a_statement_stands_for_a_topic_before_a_cheer_or_a_question_that_is_liked() -> None:
    comments = [
        Comment("Oh wow, that herring boat with all the lanterns!!!", "@a", 900),
        Comment("Who on this coast has ever built a herring boat?", "@b", 900),
        Comment("Lanterns. Herring boat, red paint, no oars, one keel, two kettles", "@c", 900),
        Comment("The keel of a herring boat is made of one old oak", "@d", 1),
        *(Comment(text, f"@{text}") for text in OTHERS),
    ]
    assert [one.text for one in read_mood(comments).topics] == [comments[3].text]


def test_a_topic_is_told_by_somebody_who_does_not_speak_of_another_one_too() -> None:
    both = (
        Comment("The granite pier is as long as a herring boat with oars", "@a", 900),
        Comment("Every herring boat on this coast has a granite pier to lie at", "@b", 800),
    )
    texts = [
        *(f"The granite pier {rest} by now" for rest in ("has sunk", "is grey", "was sold")),
        *(f"My herring boat {rest} in the end" for rest in ("was red", "had oars", "is sold")),
        *OTHERS,
    ]
    _, second = read_mood([*both, *(Comment(text, f"@{text}") for text in texts)]).topics
    assert second.text in texts


def test_a_slur_is_no_topic() -> None:
    texts = ["That gook was mentioned", "Which gook was it", "Some gook on the pier"]
    assert "gook" not in " ".join(phrases(*texts))

"""What several commenters speak of, and the points that several make."""

from __future__ import annotations

import pytest

from summarizer import Comment, Point, Topic, group_comments
from summarizer.mood import Video, read_mood

VALUE = [
    "What about the trade-in value of the old boat after five winters?",
    "Nobody mentions the trade-in value, which is why I kept mine",
    "My neighbour asked for the trade-in value and got a laugh",
]
OTHERS = ["The paint on the left side looks new", "Who wrote the music at the end?"]


def topics(texts: list[str], known: str = "") -> tuple[Topic, ...]:
    comments = [Comment(text, f"@{n}") for n, text in enumerate(texts)]
    return read_mood(comments, Video(known=known)).topics


def test_a_phrase_that_several_use_is_a_topic_with_the_number_of_its_people() -> None:
    (topic,) = topics([*VALUE, *OTHERS])
    assert (topic.phrase, topic.people) == ("trade-in value", 3)
    assert topic.text in VALUE


def test_forms_of_a_word_are_one_topic_as_most_often_written() -> None:
    texts = [
        "The engines were louder in the old days",
        "That Engine runs on nothing but hope",
        "My uncle repaired such an engine with a spoon",
    ]
    (topic,) = topics([*texts, *OTHERS])
    assert (topic.phrase.lower(), topic.people) == ("engine", 3)


def test_one_person_and_copies_count_once() -> None:
    again = [Comment(f"{text} {n}", "@same") for n in range(3) for text in VALUE]
    assert read_mood(again).topics == ()
    copies = [Comment(VALUE[0] + "!" * n, f"@{n}") for n in range(4)]
    assert read_mood(copies).topics == ()


@pytest.mark.parametrize("known", ["Trade-in value", "TRADE-IN values of boats · Channel"])
def test_the_words_of_title_and_channel_are_no_topic(known: str) -> None:
    assert topics([*VALUE, *OTHERS], known) == ()


def test_praise_and_little_words_are_no_topics() -> None:
    texts = [f"This was so good and you are all of it {word}" for word in ("now", "then", "here")]
    assert topics(texts) == ()


def test_topics_are_found_in_a_script_without_blanks() -> None:
    texts = [
        "この灯台の話をもっと聞きたい",
        "昔の灯台は今より暗かった",
        "祖父は灯台で働いていました",
    ]
    assert [(one.phrase, one.people) for one in topics(texts)] == [("灯台", 3)]


def test_no_comment_stands_for_two_topics() -> None:
    texts = [f"The harbour crane and the ferry engine, part {n}" for n in "ABCD"]
    quoted = [topic.text for topic in topics([*texts, *VALUE, *OTHERS])]
    assert len(quoted) == len(set(quoted))


def test_a_point_that_several_make_in_other_words_stands_first() -> None:
    texts = [
        "Please bring back the cherry flavour for us",
        "When will you bring the cherry flavour back?",
        "I want the cherry flavour to come back",
        *OTHERS,
    ]
    first = topics(texts)[0]
    assert (first.phrase, first.people) == ("", 3)
    assert first.text in texts[:3]


def test_texts_that_say_the_same_are_grouped_and_others_are_not() -> None:
    texts = [
        "the bridge is too narrow for a truck",
        "I could watch these gulls all day long",
        "for a truck this bridge is much too narrow",
        "Where can I buy the blue jacket?",
        "these gulls, I could watch them all day",
    ]
    points = group_comments(texts, "en")
    assert {frozenset(point.members) for point in points} == {frozenset((0, 2)), frozenset((1, 4))}
    assert all(point.head == point.members[0] for point in points)


@pytest.mark.parametrize("texts", [[], ["alone"], ["", ""], ["😀", "😀😀"]])
def test_where_nothing_is_said_twice_there_is_no_point(texts: list[str]) -> None:
    assert group_comments(texts) == ()


def test_equal_texts_are_one_point() -> None:
    assert group_comments(["potato", "boats", "potato"]) == (Point(0, (0, 2)),)


def test_no_comment_stands_for_a_topic_and_a_moment_or_a_question() -> None:
    texts = [f"{when} the lantern engine hums, who built it?" for when in ("1:00", "1:02", "1:03")]
    mood = read_mood([Comment(f"{text} {n}", f"@{n}") for n, text in enumerate([*texts, *VALUE])])
    quoted = [topic.text for topic in mood.topics]
    quoted += [moment.text for moment in mood.moments if moment.text]
    assert mood.topics
    assert len(quoted) == len(set(quoted))
    several = {question.text for question in mood.questions if question.askers > 1}
    assert not several & {one.text for one in mood.topics}

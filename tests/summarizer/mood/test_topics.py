"""What several commenters speak of, and the points that several make."""

from __future__ import annotations

from itertools import combinations

import pytest

from summarizer import Comment, Point, Topic, group_comments
from summarizer.mood import Video, read_mood
from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.topics import topics_of

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


def test_a_point_that_several_make_stands_first() -> None:
    texts = [
        "Please bring back the cherry flavour for us",
        "bring back our cherry flavour, guys!!",
        "Bring back that cherry flavour pls",
        *OTHERS,
    ]
    first = topics(texts)[0]
    assert (first.phrase, first.people) == ("", 3)
    assert first.text in texts[:3]


@pytest.mark.parametrize(
    "other",
    [
        "Who thinks that the lantern keeper built this pier?",
        "The lantern keeper never built this pier",
        "No way that the lantern keeper built this pier",
        "This pier built the lantern keeper",
        "The lantern keeper built this pier hahaha",
        "The lantern keeper built the other pier",
    ],
)
def test_who_asks_denies_mocks_or_says_another_thing_does_not_make_a_point(other: str) -> None:
    texts = ["The lantern keeper built this pier", "the lantern keeper built the pier!"]
    assert all(one.phrase for one in topics([*texts, other, *OTHERS]))
    (point,) = (one for one in topics([*texts, f"So {texts[0]}", *OTHERS]) if not one.phrase)
    assert point.people == 3


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


def test_words_that_every_page_of_its_kind_has_are_no_topics() -> None:
    texts = [
        "This song takes me back ten years",
        "My father sang the song for years, it brought him back",
        "Years later the song still brings me back",
        "Back then nobody knew the song, all those years",
    ]
    assert topics(texts) == ()
    spanish = [f"Esta canción me recuerda tantos años, día {n}" for n in "abcd"]
    assert topics(spanish) == ()


def test_an_everyday_word_is_no_topic_where_as_many_use_a_rare_one() -> None:
    texts = [
        "Ada smoked a herring behind her shed",
        "Fresh herring is what gulls came for",
        "You cannot mend nets that smell of herring",
        "Our barn was red before that storm",
        "Red paint peels in salty wind",
        "Somebody knitted him a red cap",
        "Olaf pulled five anchors out of mud",
        "Candles burnt at every window",
        "It rained into both kettles",
        "Nobody oiled those pulleys",
        "Mette owns three lanterns",
        "Tar sticks to any sleeve",
    ]
    phrases = [one.phrase for one in topics(texts) if one.phrase]
    assert "herring" in " ".join(phrases)
    assert "red" not in " ".join(phrases).split()


def test_another_form_of_a_word_of_the_title_is_no_topic() -> None:
    texts = [f"Cuba {rest}" for rest in ("wins", "builds so many ferries", "was colder then")]
    assert [one.phrase for one in topics(texts)] == ["Cuba"]
    assert topics(texts, "A Cuban ferry") == ()


def test_a_stray_language_of_a_short_remark_makes_no_second_topic() -> None:
    texts = [f"{n} turnips for this {n} cart" for n in ("red", "cold", "wet", "raw", "big")]
    english = [AnnotatedComment(Comment(text), "neutral", 1.0, "en", ()) for text in texts]
    stray = AnnotatedComment(Comment("turnips, hm"), "neutral", 1.0, "de", ())
    assert [one.people for one in topics_of([*english, stray], "cart")] == [6]


def test_a_syllable_is_no_topic_where_words_have_two() -> None:
    texts = [
        "Chiếc thuyền buồm này vượt qua cơn bão lớn",
        "Ông ngoại từng lái thuyền buồm ra khơi",
        "Mình muốn mua một chiếc thuyền buồm cũ",
        "Thuyền buồm đẹp hơn tàu sắt nhiều lắm",
    ]
    assert [one.phrase for one in topics(texts)] == ["thuyền buồm"]


def test_a_topic_is_quoted_by_a_sentence_of_the_page_s_language() -> None:
    texts = [
        "HERRING BOAT!!!!! HERRING BOAT!!!!! HERRING BOAT!!!!! HERRING BOAT!!!!!",
        "Ich finde, so ein herring boat gehört einfach in jeden kleinen Hafen hier",
        "The keel of a herring boat is made of one old oak",
        f"My uncle sailed on the last herring boat of the coast{' and told us of it' * 6}",
        "Who built the pier behind the mill?",
        "The mill has lost one of its wings",
    ]
    assert [one.text for one in topics(texts)] == [texts[2]]


NAMES = ["Herring smoked dill", "smoked herring dill", "dill herring smoked!"]


def test_a_point_is_a_statement_and_not_a_few_names() -> None:
    assert all(one.phrase for one in topics([*NAMES, *OTHERS]))


def test_a_point_is_made_by_a_fair_share_of_all() -> None:
    said = [
        "Please bring back the cherry flavour for us",
        "When will you bring the cherry flavour back?",
        "I want the cherry flavour to come back",
    ]
    words = "lamp rope gull mill oak keel fog crane net dune reed silt moss fern buoy"
    nouns = words.split()
    others = [" ".join(four) for four in combinations(nouns, 4)][::17]
    points = [one for one in topics([*said, *others]) if not one.phrase]
    assert said[0] not in [one.text for one in points]


def test_no_more_than_three_topics_are_words_alone() -> None:
    nouns = ("spinnaker", "anchors", "lanterns", "capstan", "harpoons")
    frames = (
        "Who made the {}?",
        "My uncle sold his {} to a monk",
        "Seven {} in one winter, really",
    )
    texts = [frame.format(noun) for noun in nouns for frame in frames]
    assert sum(" " not in topic.phrase for topic in topics(texts)) == 3


def test_a_topic_is_not_told_by_abuse_though_it_is_liked() -> None:
    abuse = Comment("You are such an idiot, the trade-in value is nothing", "@z", 900)
    plain = [Comment(text, f"@{n}") for n, text in enumerate([*VALUE, *OTHERS])]
    (topic,) = read_mood([abuse, *plain]).topics
    assert topic.people == 4
    assert topic.text in VALUE


def test_a_word_that_is_told_as_a_remark_of_many_is_no_topic_too() -> None:
    texts = ["Who made the spinnaker?", "My uncle sold his spinnaker to a monk", "Seven spinnakers"]
    cheers = [Comment("Spinnaker", f"@c{n}") for n in range(12)]
    mood = read_mood([*cheers, *(Comment(text, f"@{n}") for n, text in enumerate(texts * 2))])
    assert [(one.text, one.number) for one in mood.copied] == [("Spinnaker", 12)]
    assert mood.topics == ()

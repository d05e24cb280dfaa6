"""A topic is shown once, in one of its forms, and whole."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.summarizer.mood.test_topics import OTHERS, topics


def phrases(*texts: str) -> list[str]:
    return [one.phrase.lower() for one in topics([*texts, *OTHERS]) if one.phrase]


@pytest.mark.parametrize(
    ("one", "other"),
    [("anchor", "anchorman"), ("microphone", "mic"), ("nordholm", "nordholm lantern")],
)
def test_two_forms_of_a_topic_are_one(one: str, other: str) -> None:
    shorter = [f"That {one} {rest}" for rest in ("fell", "was wet", "rusts", "cost me", "sank")]
    longer = [f"Their {other} {rest}" for rest in ("hums", "was odd", "broke", "lied")]
    assert len({one, other} & {*phrases(*shorter, *longer)}) == 1


def test_two_phrases_with_a_word_in_common_are_two() -> None:
    texts = [
        f"{name} rudder {rest}" for name in ("oak", "steel") for rest in ("rots", "is new", "b")
    ]
    assert {"oak rudder", "steel rudder"} <= {*phrases(*texts)}


def test_a_longer_phrase_stands_for_a_word_that_most_say_in_it() -> None:
    whole = [f"Cork buoy {rest}" for rest in ("drifts", "was red", "rots")]
    texts = [*whole, "A buoy drowned me", "Such a buoy weighs much"]
    assert phrases(*texts) == ["cork buoy"]


def test_a_word_in_katakana_is_not_cut() -> None:
    texts = [
        "昨日はトランペットの音が聞こえた",
        "祖父のトランペットは古い",
        "トランペットを買いたいのですが",
    ]
    assert [(one.phrase, one.people) for one in topics(texts)] == [("トランペット", 3)]


def test_what_is_done_or_has_a_degree_or_is_spoken_to_is_no_topic() -> None:
    rests = ("on that pier", "for an hour", "when it rained", "with a spoon")
    assert phrases(*(f"You can embroider {rest}" for rest in rests)) == []
    assert phrases(*(f"It was so lopsided {rest}" for rest in rests)) == []
    assert phrases(*(f"Thanks Ottokar, seen {rest}" for rest in rests)) == []
    assert phrases(*(f"Ottokar, I sat {rest}" for rest in rests)) == []
    assert phrases(*(f"That spinnaker hung {rest}" for rest in rests)) == ["spinnaker hung"]


def test_a_word_that_very_many_say_is_the_subject_and_no_topic_of_it() -> None:
    nouns = ("lamp", "rope", "gull", "mill", "oak", "keel", "fog", "crane", "net", "dune")
    others = [f"Whose {one}{other} is it?" for one, other in permutations(nouns, 2)]
    few = [f"That spinnaker {rest}" for rest in ("tore", "was wet", "rusts", "cost much")]
    many = [f"A capstan for the {one}{other}" for one, other in permutations(nouns[:5], 2)]
    assert "spinnaker" in phrases(*few, *others)
    assert "capstan" not in phrases(*many, *few, *others)


def test_a_topic_is_quoted_by_what_others_say_of_it_too() -> None:
    texts = [
        "The spinnaker is the whole problem",
        "No problem for a spinnaker at last",
        "That spinnaker was my problem in May",
        "Who has a spinnaker for the seven old monks that sit here by that cold dry pond?",
    ]
    (quoted,) = [one.text for one in topics([*texts, *OTHERS]) if one.phrase == "spinnaker"]
    assert quoted in texts[:3]


@pytest.mark.parametrize(
    ("known", "texts"),
    [
        ("Der Raddampfer", ["Welcher Dampfer", "Ein Dampfer", "Mein Dampfer", "Dieser Dampfer"]),
        ("My mic", ["Which microphone", "A microphone", "His microphone", "That microphone"]),
        ("NordholmLanterns", ["Nordholm lanterns", "Nordholm lanterns", "Nordholm lanterns"]),
        ("Of all Nor-dholms", ["A Nordholm", "My Nordholm", "Which Nordholm", "His Nordholm"]),
        ("The K70R", ["A K70", "My K70", "Which K70", "Their K70"]),
    ],
)
def test_a_part_or_another_form_of_a_word_of_the_title_is_no_topic(
    known: str, texts: list[str]
) -> None:
    rests = ("rostet im Regen", "hums on the pier", "fell over twice", "kostet so viel")
    said = [f"{text} {rest}" for text, rest in zip(texts, rests, strict=False)]
    assert topics([*said, *OTHERS])
    assert topics([*said, *OTHERS], known) == ()


def test_what_the_same_people_speak_of_is_one_topic() -> None:
    frames = ("The {} lies at the {}", "No {} fits into that {}", "One {} and a {}, both red")
    texts = [frame.format("herring boat", "granite pier") for frame in frames]
    assert len(phrases(*texts)) == 1


def test_two_things_that_begin_with_one_name_are_one_topic() -> None:
    rests = ("hums", "was odd", "broke in May", "lied to me")
    lamps = [f"The Nordholm lamp {rest}" for rest in rests]
    ropes = [f"A Nordholm rope {rest}" for rest in rests[:3]]
    assert phrases(*lamps, *ropes) == ["nordholm lamp"]


def test_a_text_that_is_sent_on_is_no_topic() -> None:
    passed = "the cork buoy sinks while gulls weep and anchors rust"
    texts = [
        f"Hear what Mette found in a drawer beside seven candles and one kettle: {passed}",
        f"{passed} - that hung over the door of the mill where Olaf knitted his mittens",
        f"In winter, with tar on our sleeves and no herring left, {passed}, we sang",
    ]
    assert phrases(*texts) == []

"""A topic is shown once, in one of its forms, and whole."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.summarizer.mood.test_topics import OTHERS, topics


def phrases(*texts: str) -> list[str]:
    return [one.phrase.lower() for one in topics([*texts, *OTHERS]) if one.phrase]


@pytest.mark.parametrize(
    ("one", "other"),
    [("anchor", "anchorman"), ("tablet", "tab"), ("nordholm", "nordholm lantern")],
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

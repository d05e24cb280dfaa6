"""A topic is shown once, in one of its forms, and whole."""

from __future__ import annotations

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

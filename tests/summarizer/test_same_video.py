"""Which files that came together are one video's."""

from __future__ import annotations

import pytest

from summarizer import Cue, Page
from summarizer.same_video import group
from tests.summarizer.test_merge import DISCUSSED, SPOKEN

ELSE = Page(title="Why boats float", transcript=tuple(Cue("x", 11.0 * n + 3) for n in range(20)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bread [dQw4w9WgXcQ].en.vtt", "else entirely.csv"),
        ("bread.en.vtt", "bread.comments.json"),
        ("Bread_transcript.txt", "bread-comments (2).csv"),
        ("folder/bread.srt", "bread.de.srt"),
    ],
)
def test_the_same_video_id_or_stem_is_evidence(one: str, other: str) -> None:
    assert group([(one, SPOKEN), (other, DISCUSSED)]) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("transcript.txt", "comments.csv"),
        ("transcript (1).txt", "transcript (2).txt"),
        ("1.txt", "1.csv"),
        ("monday.txt", "tuesday.txt"),
        (None, None),
    ],
)
def test_names_that_say_nothing_are_no_evidence(one: str | None, other: str | None) -> None:
    assert group([(one, SPOKEN), (other, DISCUSSED)]) == ((0,), (1,))


def test_the_same_title_is_evidence_and_different_ids_speak_against_it() -> None:
    titled = Page(title="HOW bread  rises")
    assert group([("a.txt", SPOKEN), ("b.txt", titled)]) == ((0, 1),)
    ids = [("x [aaaaaaaaaaA].vtt", SPOKEN), ("x [bbbbbbbbbbA].vtt", titled)]
    assert group(ids) == ((0,), (1,))


def test_the_same_times_are_evidence_and_times_all_along_are_not() -> None:
    translated = Page(transcript=tuple(Cue(f"falten {n}", 7.0 * n) for n in range(3, 18)))
    dense = Page(transcript=tuple(Cue("x", float(n)) for n in range(140)))
    few = Page(transcript=tuple(Cue("x", 7.0 * n) for n in range(5)))
    assert group([("a", SPOKEN), ("b", translated)]) == ((0, 1),)
    for other in (dense, few, ELSE):
        assert group([("a", SPOKEN), ("b", other)]) == ((0,), (1,))


def test_in_one_language_the_same_times_are_evidence_of_the_same_words_only() -> None:
    made = [
        Page(transcript=tuple(Cue(f"{what} {n}", 7.0 * n) for n in range(20)), language="en")
        for what in ("fold", "Fold", "row")
    ]
    assert group([("a", made[0]), ("b", made[1])]) == ((0, 1),)
    assert group([("a", made[0]), ("b", made[2])]) == ((0,), (1,))


def test_groups_keep_the_order_and_may_interleave() -> None:
    files = [("a.vtt", SPOKEN), ("b.vtt", ELSE), ("a.csv", DISCUSSED), ("b.csv", Page())]
    assert group(files) == ((0, 2), (1, 3))
    assert group([]) == ()

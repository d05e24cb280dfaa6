"""Texts longer than anybody speaks: what is read of them, and that nothing is read twice."""

from __future__ import annotations

import itertools
import math
from typing import SupportsIndex, overload

import pytest

from summarizer.model import Cue
from summarizer.sentences import MOST_TAGGED, weigh_sentences
from summarizer.sentences.by_length import EAGER, MOST, NARROW, USUAL, best_cuts
from summarizer.sentences.flow import LENIENCE, RATHER_LONG, TOO_LONG, _cuts
from summarizer.sentences.punctuation import MOST_STOPS, cut_punctuated


class Counted(list[float]):
    """Numbers that count how often one of them is read."""

    reads = 0

    @overload
    def __getitem__(self, at: SupportsIndex) -> float: ...
    @overload
    def __getitem__(self, at: slice) -> list[float]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> float | list[float]:
        self.reads += 1
        return super().__getitem__(at)


@pytest.mark.parametrize("step", [0.0, 0.001, -0.001])
def test_a_piece_without_a_likely_cut_is_looked_through_a_few_times(step: float) -> None:
    odds = Counted(-9 + step * i for i in range(4000))
    cuts = _cuts(odds, 0.0)
    assert max(b - a for a, b in itertools.pairwise(cuts)) <= TOO_LONG
    assert odds.reads <= 3 * len(odds)


def test_the_likeliest_words_of_a_long_piece_begin_its_parts() -> None:
    odds = [-5.0] * 150
    odds[40], odds[41], odds[100], odds[2] = -1.0, -2.0, -1.5, -0.5
    assert _cuts(odds, 0.0) == [0, 40, 100, 150]


def test_a_rather_long_piece_is_cut_only_where_that_is_half_likely() -> None:
    odds = [-5.0] * (RATHER_LONG + 5)
    odds[20] = -LENIENCE
    assert _cuts(odds, 0.0) == [0, 20, len(odds)]
    assert _cuts(odds[:RATHER_LONG], 0.0) == [0, RATHER_LONG]
    odds[20] = -LENIENCE - 0.1
    assert _cuts(odds, 0.0) == [0, len(odds)]


def test_speech_of_more_than_eight_hours_is_cut_without_the_model() -> None:
    first = Cue("so we went on along the river " * 10, speaker="A")
    others = Cue("and they came back " * ((MOST_TAGGED - 70) // 4), speaker="B")
    assert next(weigh_sentences([first, others], "en")).sureness is not None
    assert next(weigh_sentences([first, others, first], "en")).sureness is None


def test_what_stands_after_many_full_stops_is_one_sentence() -> None:
    text = "One is here. Two is v1.5 now. Three is there. Four too."
    cut = [text[a:b] for a, b in cut_punctuated(text, "en", 2)]
    assert cut == ["One is here.", "Two is v1.5", "now. Three is there. Four too."]


def test_full_stops_are_counted_over_all_turns_of_a_page() -> None:
    many = [Cue("a." * (MOST_STOPS // 2), speaker=name) for name in "AB"]
    last = Cue("We came late. You did not.", speaker="C")
    said = [weighed.sentence.text for weighed in weigh_sentences([*many, last], "en")]
    assert said[-1] == last.text


@pytest.mark.parametrize("sizes", [[1] * 9, [1, 3, 1, 60, 1, 2, 1, 1, 1], [2] * 9])
def test_no_other_cuts_have_a_higher_sum(sizes: list[int]) -> None:
    scores = [0.0, 4.0, -3.0, 1.0, 0.5, 6.0, -2.0, 3.0, 0.0]
    inner = range(1, len(sizes))
    ways = [
        list(itertools.pairwise([0, *cuts, len(sizes)]))
        for number in range(len(sizes))
        for cuts in itertools.combinations(inner, number)
    ]
    best = max(worth(way, scores, sizes) for way in ways)
    assert worth(best_cuts(scores, sizes), scores, sizes) == pytest.approx(best, abs=0.01)


def worth(pieces: list[tuple[int, int]], scores: list[float], sizes: list[int]) -> float:
    """What speaks for the cuts, without what their lengths cost."""
    total = 0.0
    for first, after in pieces:
        words = sum(sizes[first:after])
        if words > MOST and after - first > 1:
            return -math.inf
        total += scores[first] + EAGER - NARROW * math.log(words / USUAL) ** 2
    return total

"""What stands around a sentence, by hand on a few values."""

from __future__ import annotations

import numpy as np

from summarizer.ask.windows import from_before, nearest, spread, sums

VALUES = np.array([1.0, 0.0, 0.0, 4.0, 0.0])


def test_each_place_gets_the_value_before_it_and_the_first_nothing() -> None:
    assert from_before(VALUES).tolist() == [0, 1, 0, 0, 4]


def test_a_sum_stops_at_both_ends_of_the_text() -> None:
    found = sums(np.array([VALUES, VALUES + 1]), [1, 9])
    assert found[1].tolist() == [[1, 1, 4, 4, 4], [3, 4, 7, 7, 6]]
    assert found[9].tolist() == [[5] * 5, [10] * 5]


def test_the_largest_value_near_is_found_at_each_distance() -> None:
    found = nearest(VALUES)
    assert found[1].tolist() == [1, 1, 4, 4, 4]
    assert found[2].tolist() == [1, 4, 4, 4, 4]
    assert found[16].tolist() == [4] * 5


def test_a_value_is_shared_with_its_neighbours() -> None:
    assert spread(VALUES, np.array([0.5, 1.0, 0.5])).tolist() == [1, 0.5, 2, 4, 2]

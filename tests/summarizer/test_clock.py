"""Seconds as a player shows them."""

from __future__ import annotations

import pytest

from summarizer.clock import clock


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0:00"), (9.99, "0:09"), (62.0, "1:02"), (3599.0, "59:59"), (3723.0, "1:02:03")],
)
def test_a_time_has_hours_only_from_an_hour_on(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown

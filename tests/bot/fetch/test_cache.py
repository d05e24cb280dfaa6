"""What was fetched is kept for hours, what came in part for minutes, and not too much of it."""

from __future__ import annotations

import pytest

from bot.fetch import cache
from bot.fetch.cache import FetchedCache
from bot.fetch.model import Fetched, Missing
from tests.bot.clock import Clock

WHOLE = Fetched((("page.html", b"x" * 100),), ("page",), (Missing("comments", "limit", 200, 720),))
PARTLY = Fetched((("page.html", b"x"),), ("page",), (Missing("captions", "refused"),))


@pytest.mark.parametrize(("fetched", "seconds"), [(WHOLE, 3600), (PARTLY, 600)])
def test_it_is_kept_for_its_time(clock: Clock, fetched: Fetched, seconds: float) -> None:
    kept = FetchedCache(3600, clock)
    kept.put(("a", 200), fetched)
    clock.now = seconds - 1
    assert kept.get(("a", 200)) == fetched
    assert kept.get(("a", 1000)) is None
    clock.now = seconds
    assert kept.get(("a", 200)) is None
    assert kept.get(("b", 200)) is None


def test_the_oldest_go_where_it_is_too_much(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 250)
    kept = FetchedCache(3600, clock)
    for url in ("a", "a", "b", "c"):
        kept.put((url, 200), WHOLE)
    assert [kept.get((url, 200)) is not None for url in "abc"] == [False, True, True]

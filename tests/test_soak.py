"""A small part of the soak's million: any damaged input is a page or advice, its reply valid."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.summarizer.promise import keeps_its_promise
from tools.soak.crowds import bursts
from tools.soak.growth import BUILDERS, Growth, growth
from tools.soak.inputs import made
from tools.soak.network import half_open, resets
from tools.soak.pages import again, outcome, tally
from tools.soak.patterns_files import PATTERNS
from tools.soak.patterns_words import PATTERNS as WORDS
from tools.soak.patterns_words import READERS
from tools.soak.table import Row


@settings(max_examples=400)
@given(st.integers(0, 999_999))
def test_any_damaged_input_is_answered(number: int) -> None:
    assert outcome(made(1, number)) in {"refused", "read", "shown"}


def test_the_seed_and_the_number_repeat_an_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert made(1, 7) == made(1, 7) != made(2, 7)
    again(7, seed=1)
    assert repr(made(1, 7)) in capsys.readouterr().out


def test_a_lot_is_counted() -> None:
    lot = tally(1, range(30))
    assert (lot.invalid, lot.crashes) == (0, 0)
    assert 0 < lot.shown < 30


@pytest.mark.parametrize("name", PATTERNS)
def test_each_crafted_file_is_a_page_or_advice(name: str) -> None:
    assert keeps_its_promise(PATTERNS[name](6_000))


@pytest.mark.parametrize(
    ("part", "numbers"),
    [(half_open, (100, 3)), (partial(resets, slowest=inf), (4,)), (bursts, (1, 12))],
    ids=["half-open", "resets", "bursts"],
)
async def test_a_part_of_the_soak_loses_nothing(
    part: Callable[..., Awaitable[Row]], numbers: tuple[int, ...]
) -> None:
    row = await part(*numbers, seed=1)
    assert row.is_well


def test_there_are_three_hundred_patterns_and_each_is_read_or_refused() -> None:
    assert len(BUILDERS) >= 300
    for name in BUILDERS:
        assert growth(name, 4_000).whole >= 0, name


@pytest.mark.parametrize(
    ("half", "whole", "well"),
    [(0.5, 1.1, True), (0.2, 0.9, False), (0.1, 0.4, True), (1.4, 2.9, False), (0.0, 0.6, False)],
)
def test_what_takes_long_or_grows_faster_than_its_input_is_told(
    half: float, whole: float, *, well: bool
) -> None:
    assert Growth(half, whole).is_well(megabytes=2.0) == well


@pytest.mark.parametrize("name", WORDS)
def test_each_crafted_text_is_read_as_words_and_links(name: str) -> None:
    text = WORDS[name](2_000)
    assert len(text) > 1_500
    for read in READERS.values():
        read(text)

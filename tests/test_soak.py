"""A small part of the soak's million: any damaged input is a page or advice, its reply valid."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import UnreadableError, digest_page, read_page
from tools.soak.crowds import bursts
from tools.soak.growth import BUILDERS, Growth, growth
from tools.soak.inputs import made
from tools.soak.large import cost
from tools.soak.large_files import LARGE
from tools.soak.network import half_open, resets
from tools.soak.pages import again, outcome, tally
from tools.soak.patterns_words import PATTERNS as WORDS
from tools.soak.patterns_words import READERS
from tools.soak.table import Row


@pytest.mark.long
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


@pytest.mark.parametrize("name", BUILDERS)
def test_each_crafted_pattern_is_digested_or_answered_with_advice(name: str) -> None:
    # Of the long files in "zip …" one will do.
    data = BUILDERS[name](500 if name.startswith("file: zip") else 6_000)
    advice = "None."
    try:
        digest_page(read_page(data))
    except UnreadableError as error:
        advice = error.advice
    assert advice.endswith(".")


def test_there_are_three_hundred_patterns() -> None:
    assert len(BUILDERS) >= 300


def test_what_a_pattern_takes_is_measured_at_half_its_size_and_at_the_whole() -> None:
    took = growth("file: captions rolling", 40_000)
    assert 0 < took.half < took.whole


@pytest.mark.long
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


@pytest.mark.parametrize(
    ("half", "whole", "well"),
    [(0.5, 1.1, True), (0.2, 0.9, False), (0.1, 0.4, True), (1.4, 2.9, False), (0.0, 0.6, False)],
)
def test_what_takes_long_or_grows_faster_than_its_input_is_told(
    half: float, whole: float, *, well: bool
) -> None:
    assert Growth(2.0, half, whole).is_well == well


def test_no_file_may_take_more_than_ten_seconds_however_large_it_is() -> None:
    assert Growth(20.0, 4.8, 9.9).is_well
    assert not Growth(20.0, 5.5, 11.0).is_well


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_file_of_each_kind_is_digested(kind: str) -> None:
    data = LARGE[kind](40_000)
    page = read_page(data)
    assert 10_000 < len(data) < 42_000
    assert digest_page(page).sentences_total or page.comments


def test_what_a_large_file_takes_is_measured() -> None:
    assert 0 < cost("srt", 30_000) < inf


def test_what_takes_more_than_its_patience_is_given_up() -> None:
    assert growth(next(name for name in BUILDERS if "words" in name), 2_000_000, 0.001).whole == inf


@pytest.mark.parametrize("name", WORDS)
def test_each_crafted_text_is_read_as_words_and_links(name: str) -> None:
    text = WORDS[name](2_000)
    assert len(text) > 1_500
    for read in READERS.values():
        read(text)

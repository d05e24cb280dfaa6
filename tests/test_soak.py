"""A small part of the soak's million: any damaged input is a page or advice, its reply valid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.summarizer.promise import keeps_its_promise
from tools.soak.inputs import made
from tools.soak.pages import again, outcome, tally
from tools.soak.patterns_files import PATTERNS
from tools.soak.patterns_words import PATTERNS as WORDS
from tools.soak.patterns_words import READERS


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


@pytest.mark.parametrize("name", WORDS)
def test_each_crafted_text_is_read_as_words_and_links(name: str) -> None:
    text = WORDS[name](2_000)
    assert len(text) > 1_500
    for read in READERS.values():
        read(text)

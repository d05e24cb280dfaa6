"""bounded_cache: results of the last texts stay while these are small enough together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.ask.bounded_cache import bounded_cache

Text = tuple[str, ...]


@pytest.fixture
def read_texts() -> list[Text]:
    return []


@pytest.fixture
def joined(read_texts: list[Text]) -> Callable[[Text, str], str]:
    @bounded_cache(most=5)
    def join(text: Text, mark: str) -> str:
        read_texts.append(text)
        return mark.join(text)

    return join


def test_the_same_text_is_read_once(
    joined: Callable[[Text, str], str], read_texts: list[Text]
) -> None:
    assert [joined(("a", "b"), "-"), joined(("a", "b"), "-")] == ["a-b", "a-b"]
    assert read_texts == [("a", "b")]


def test_another_argument_is_another_result(joined: Callable[[Text, str], str]) -> None:
    assert [joined(("a", "b"), "-"), joined(("a", "b"), "+")] == ["a-b", "a+b"]


def test_the_text_asked_for_longest_ago_goes_when_all_are_too_large(
    joined: Callable[[Text, str], str], read_texts: list[Text]
) -> None:
    first, second, third = ("a", "b"), ("c", "d"), ("e", "f")
    for text in (first, second, first, third, first, second):
        joined(text, "-")
    assert read_texts == [first, second, third, second]


def test_a_text_that_is_too_large_by_itself_is_not_kept_and_drives_nothing_out(
    joined: Callable[[Text, str], str], read_texts: list[Text]
) -> None:
    small, large = ("a", "b"), tuple("abcdef")
    for text in (small, large, small, large):
        joined(text, "-")
    assert read_texts == [small, large, large]


def test_texts_without_pieces_are_not_kept_without_end(
    joined: Callable[[Text, str], str], read_texts: list[Text]
) -> None:
    for mark in "abcdefa":
        joined((), mark)
    assert len(read_texts) == 7

"""A talk longer than is read: stretches spread over it, and the reply says so."""

from __future__ import annotations

import pytest

from handlers.message import Texts, render
from summarizer import Chapter, Cue, Omission, Page, digest_page
from summarizer.digest.stretches import MOST, STRETCH, stretches_of

WORDS = 10
"""Of a cue."""
CUES = 3 * MOST // WORDS


def talk(cues: int = CUES) -> tuple[Cue, ...]:
    return tuple(Cue(f"number {i} is one that we talk about a while", 2.0 * i) for i in range(cues))


def test_a_talk_of_five_hours_is_read_whole() -> None:
    cues = talk(MOST // WORDS)
    read = stretches_of(cues)
    assert (read.is_all, read.cues) == (True, cues)


def test_stretches_are_spread_from_the_first_word_to_the_last() -> None:
    read = stretches_of(talk())
    numbers = list(read.numbers)
    assert (numbers[0], numbers[-1]) == (0, CUES - 1)
    assert numbers == sorted(set(numbers))
    fourths = [sum(i * CUES // 4 <= n < (i + 1) * CUES // 4 for n in numbers) for i in range(4)]
    assert max(fourths) - min(fourths) <= 2 * STRETCH // WORDS
    assert MOST * 0.9 < len(numbers) * WORDS < MOST * 1.1


def test_nothing_said_goes_on_from_one_stretch_to_the_next() -> None:
    read = stretches_of(talk())
    begins = [cue.turn for cue in read.cues]
    after_gap = [True, *(b - a > 1 for a, b in zip(read.numbers, read.numbers[1:], strict=False))]
    assert begins == after_gap


@pytest.mark.parametrize("said", ["a while ", "很长", "x" * 7 + "."])
def test_a_single_line_is_read_in_stretches_too(said: str) -> None:
    text = said * (2_000_000 // len(said))
    read = stretches_of([Cue(text, 5.0)])
    letters = sum(len(cue.text) for cue in read.cues)
    assert not read.is_all
    assert len(text) / 50 < letters < len(text) / 2
    assert all(cue.text in text and cue.start == 5.0 for cue in read.cues)


def test_words_are_not_cut() -> None:
    text = "abcdefg " * 100_000
    read = stretches_of([Cue(text)])
    assert {word for cue in read.cues for word in cue.text.split()} == {"abcdefg"}


@pytest.mark.no_cover
def test_the_reply_says_how_many_words_were_read() -> None:
    digest = digest_page(Page(transcript=talk(), language="en"))
    said = next(o for o in digest.left_out if o.kind == "stretches")
    assert said.stated == digest.words == WORDS * CUES
    assert said == Omission("stretches", WORDS * len(stretches_of(talk()).cues), digest.words)
    reply = render(digest, Texts()).html
    assert f"{said.found:,} of its {said.stated:,} words were read" in reply


@pytest.mark.no_cover
def test_chapters_are_those_of_the_whole_talk() -> None:
    page = Page(transcript=talk(), chapters=(Chapter("A", 0.0, 0), Chapter("B", 9.0, CUES // 2)))
    for sentence in digest_page(page).summary:
        assert sentence.start is not None
        assert sentence.chapter == ("A" if sentence.start < CUES else "B")

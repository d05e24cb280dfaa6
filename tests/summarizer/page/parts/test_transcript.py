"""Transcripts: what is said, without the times that stand around it."""

from __future__ import annotations

from itertools import cycle

import pytest

from summarizer.page import read_text
from tests.summarizer.page.interface.spoken_times import spoken_times

TIMES = spoken_times()
LETTERS = {"pt": "abc", "zh-Hant": "我你他"}
"""First letters of the speech; for others those of the words of time, which ends them least."""


def clock(seconds: int) -> str:
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@pytest.mark.parametrize("language", TIMES)
def test_times_in_words_before_the_speech_are_not_said_in_any_language(language: str) -> None:
    own = sorted({c for _, words in TIMES[language] for c in words if c.isalpha()})
    for shift in range(len(own)):
        first = cycle(LETTERS.get(language, [*own[shift:], *own[:shift]]))
        said = [f"{next(first)}xq {'and so on ' * 10}".strip() for _ in TIMES[language]]
        cues = zip(TIMES[language], said, strict=True)
        lines = [f"{clock(at)}{words}{speech}" for (at, words), speech in cues]
        page = read_text("\n".join(["Transcript", *lines]))
        assert [cue.text for cue in page.transcript] == said
        assert [cue.start for cue in page.transcript] == [at for at, _ in TIMES[language]]


@pytest.mark.parametrize("language", TIMES)
def test_times_in_words_below_the_times_are_not_said_in_any_language(language: str) -> None:
    said = "and so on " * 10
    blocks = [f"{clock(at)}\n{words}\n{said}" for at, words in TIMES[language]]
    page = read_text("\n".join(["Transcript", *blocks]))
    assert {cue.text for cue in page.transcript} == {said.strip()}


@pytest.mark.parametrize(
    ("above", "said"),
    [
        (
            "in the last few weeks i made up my mind to",
            "in the last few weeks i made up my mind to",
        ),
        ("One sheet boat", "build a boat from one sheet of wood"),
        ("one sheet boat\nAda's shed", "build a boat from one sheet of wood"),
    ],
)
def test_a_line_in_small_letters_that_has_lost_its_time_is_said(above: str, said: str) -> None:
    page = read_text(
        f"{above}\n0:02\nbuild a boat from one sheet of wood\n0:04\nand now there is one that\n"
        "0:06\nfloats well on the lake\n0:08\nso come and see it\n"
    )
    assert page.transcript[0].text == said
    assert page.transcript[-1].start == 8


def test_chapters_that_are_listed_twice_are_no_transcript() -> None:
    page = read_text(
        "How bread rises\nKitchen Table Science\n12K subscribers\n3,204 views  2 weeks ago\n"
        "Yeast, dough and the oven.\nChapters\nView all\n"
        + "".join(
            f"{title}\n{title}\n{time}\n{title}\n{time}\n"
            for title, time in (("Yeast is alive", "0:00"), ("Why dough rests", "2:10"))
        )
        + "1 Comment\n@ann\n1 year ago\nMy loaf rose at last.\n3\nReply\n"
    )
    assert page.transcript == ()

"""A talk of two people, as services for transcripts write it down."""

from __future__ import annotations

import pytest

from summarizer import read_page

WORDS = (
    "Did you all see the canoe video? I could not stop thinking about it.",
    "Yes. Forty screws, one sheet, a weekend.",
    "The plans are free, so what do we lose?",
    "A weekend.",
)
NAMES = ("Anna Berg", "Boris Klein", "Anna Berg", "Boris Klein")
TIMES = ("00:03", "00:09", "00:21", "00:27")

SHAPES = {
    "name and time above": "{name} ({time})\n{words}\n\n",
    "name, fraction of a second": "{name} ({time}.480)\n{words}\n\n",
    "time and name above": "{time} {name}\n{words}\n",
    "time in brackets, dash, name": "[00:{time}] - {name}\n{words}\n\n",
    "name, time, words on a line": "{name} ({time}): {words}\n",
    "name, colon, time": "{name}: [00:{time}] {words}\n\n",
    "time, name, words": "[00:{time}] {name}: {words}\n\n",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_words_speakers_and_times_are_told_apart(shape: str) -> None:
    parts = zip(NAMES, TIMES, WORDS, strict=True)
    page = read_page("".join(shape.format(name=n, time=t, words=w) for n, t, w in parts))
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert [cue.speaker for cue in page.transcript] == list(NAMES)
    assert [cue.start for cue in page.transcript] == [3, 9, 21, 27]
    assert not page.comments


def test_labels_in_brackets_are_speakers() -> None:
    page = read_page("".join(f"[SPEAKER_0{i % 2}]: {words}\n" for i, words in enumerate(WORDS)))
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert {cue.speaker for cue in page.transcript} == {"SPEAKER_00", "SPEAKER_01"}


def test_remarks_of_a_tool_above_the_speech_give_title_and_address() -> None:
    page = read_page(
        "# example.org free transcripts\n# One sheet canoe\n"
        "# https://www.youtube.com/watch?v=AAAAAAAAAA0\n\n"
        + "".join(f"00:{t}.120 {w}\n" for t, w in zip(TIMES, WORDS, strict=True))
    )
    assert (page.title, page.url) == (
        "One sheet canoe",
        "https://www.youtube.com/watch?v=AAAAAAAAAA0",
    )
    assert [cue.text for cue in page.transcript] == list(WORDS)


def test_times_alone_between_the_lines_of_a_talk_are_not_said() -> None:
    page = read_page(
        "Roof project - Transcript\nTranscript\n00:00:00\n\nAda Bell: Let us begin with it.\n"
        "Sven Holm: It is more than it was last year, and we have to say so.\n\n00:05:00\n\n"
        "Ada Bell: By about a third, if I read the numbers in it right.\n"
        "Sven Holm: Then we wait for another one.\n"
    )
    assert [(cue.start, cue.speaker) for cue in page.transcript] == [
        (0, "Ada Bell"),
        (None, "Sven Holm"),
        (300, "Ada Bell"),
        (None, "Sven Holm"),
    ]
    assert not any("00:0" in cue.text for cue in page.transcript)


def test_seconds_in_brackets_are_times() -> None:
    page = read_page("Kettles\n[0.00s] hello there\n[4.20s] we boil some\n[9.80s] and we listen\n")
    assert page.title == "Kettles"
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (0, "hello there"),
        (4, "we boil some"),
        (9, "and we listen"),
    ]


def test_names_in_brackets_with_the_hour_of_the_day_are_speakers_without_times() -> None:
    said = (
        ("Ada Bell", "Can you hear me?"),
        ("Bo d'Arc", "Loud and clear."),
        ("Ada Bell", "Good."),
    )
    page = read_page("".join(f"[{who}] 10:04:1{n}\n{x}\n\n" for n, (who, x) in enumerate(said)))
    assert [(cue.speaker, cue.text, cue.start) for cue in page.transcript] == [
        (who, words, None) for who, words in said
    ]


def test_what_is_heard_after_the_last_words_is_kept() -> None:
    page = read_page(
        "Transcript\n0:04\nI was given a radio.\n0:11\nIt was broken.\n0:17\n(Laughter)\n"
        "0:19\nSo I opened it.\n1:02\nThank you.\n(Applause)\nMore talks\n"
    )
    assert page.transcript[-1].text == "Thank you.\n(Applause)"

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
    "time, dash, name and what he belongs to": "{time} - {name} (Canoe Club | Lake)\n  {words}\n\n",
    "time as a link, name in bold": "[@{time}](https://a.test/c) - **{name} (A)**\n\n{words}\n\n",
    "name and time in brackets before the words": "{name} [00:{time}] {words}\n",
    "name in bold, time in brackets": "**{name}** [00:{time}]: {words}\n\n",
    "name with a range of time": "{name} 00:{time} - 00:59:00\n{words}\n\n",
    "name and time as a heading": "### {name} ({time})\n\n{words}\n\n",
    "name, dash, time": "{name} - {time}\n{words}\n\n",
    "name above the time": "{name}\n{time}\n{words}\n\n",
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


CHAPTERS = (
    "# A canoe in a weekend\n\n"
    "## The film (0:00 – 2:10)\n\n**Anna Berg:** {}\n\n**Boris Klein:** {}\n\n"
    "## The plans (2:10 – 5:00)\n\n**Anna Berg:** {}\n\n**Boris Klein:** {}\n"
)


def test_headings_between_turns_are_chapters() -> None:
    page = read_page(CHAPTERS.format(*WORDS))
    assert page.title == "A canoe in a weekend"
    assert [(c.title, c.start, c.cue) for c in page.chapters] == [
        ("The film", 0, 0),
        ("The plans", 130, 2),
    ]
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert {cue.speaker for cue in page.transcript} == {"Anna Berg", "Boris Klein"}


def test_headings_between_names_and_times_are_chapters() -> None:
    text = "# A canoe\n\n## The film\n\nAnna Berg (0:03)\n{}\n\nBoris Klein (0:09)\n{}\n\n"
    text += "## The plans\n\nAnna Berg (0:21)\n{}\n\nBoris Klein (0:27)\n{}\n"
    page = read_page(text.format(*WORDS))
    assert [(c.title, c.cue) for c in page.chapters] == [("The film", 0), ("The plans", 2)]
    assert [cue.text for cue in page.transcript] == list(WORDS)


NOTED = {
    "English": ("Attendees", "Transcription ended after 00:12:44"),
    "Spanish": ("Asistentes", "La transcripción finalizó después de 00:12:44"),
    "Hungarian, which is in no table": ("Résztvevők", "Az átírás véget ért 00:12:44 után"),
}


@pytest.mark.parametrize(("present", "ended"), NOTED.values(), ids=NOTED)
def test_what_a_recorder_notes_around_a_talk_is_not_said(present: str, ended: str) -> None:
    said = "\n".join(f"{n}: {words}" for n, words in zip(NAMES, WORDS, strict=True))
    above = f"Canoe club - Notes\n{present}\nAnna Berg, Boris Klein\n\n00:00:00\n\n"
    page = read_page(f"{above}{said}\n\n{ended}\n")
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert page.transcript[0].start == 0
    assert page.title == "Canoe club - Notes"


def test_fields_of_minutes_are_no_part_of_what_is_said() -> None:
    text = "Minutes of the canoe club\nDate: 12 May 2024\nPresent: Anna Berg, Boris Klein\n\n"
    page = read_page(text + "\n".join(WORDS))
    assert page.title == "Minutes of the canoe club"
    assert [cue.text for cue in page.transcript] == list(WORDS)


def test_a_recording_of_teams_is_called_by_its_name_alone() -> None:
    said = "\n".join(
        f"{n}   0:0{i}\n{w}" for i, (n, w) in enumerate(zip(NAMES, WORDS, strict=True))
    )
    head = "Canoe club-20240512_101500-Meeting Recording\nMay 12, 2024, 10:15AM\n27m 42s\n"
    page = read_page(
        f"{head}Anna Berg started transcription\n{said}\nAnna Berg stopped transcription"
    )
    assert page.title == "Canoe club"
    assert [cue.text for cue in page.transcript] == list(WORDS)


@pytest.mark.parametrize("asks", ["Interviewer", "Moderatorin", "Host"])
def test_who_speaks_once_beside_an_interviewer_is_a_speaker_whatever_he_is_called(
    asks: str,
) -> None:
    names = (asks, "Ida Holm", "Boatbuilder")
    turns = [f"{name} (0{at}:10)\n{WORDS[at]}" for at, name in enumerate(names)]
    page = read_page("\n\n".join(["Canoe club", *turns]))
    assert [cue.speaker for cue in page.transcript] == list(names)


def test_titles_above_times_are_no_speakers_where_nobody_is_said_to_ask() -> None:
    titles = ("Deep Water", "Long Boats", "Glue")
    parts = [f"{title} (0{at}:10)\n{WORDS[at]}" for at, title in enumerate(titles)]
    page = read_page("\n\n".join(["Canoe club", *parts]))
    assert {cue.speaker for cue in page.transcript} == {None}


def test_chapters_below_times_are_no_speakers() -> None:
    text = (
        "0:00 - Beginning\nWe saw wood.\n\n1:10 - The glue\nWe glue it.\n\n2:20 - End\nWe paddle."
    )
    assert all(cue.speaker is None for cue in read_page(text).transcript)

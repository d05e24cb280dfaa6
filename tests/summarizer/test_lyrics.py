"""A song is known by its marks or its refrain; speech is not taken for one."""

from __future__ import annotations

import pytest

from summarizer import Cue, lyrics, read_page
from summarizer.lyrics import lyrics_in

VERSES = [f"The {what} is gone across the bay" for what in
          ("morning", "lantern", "captain", "sparrow", "winter", "ribbon", "letter")]  # fmt: skip
REFRAIN = "Row me over, row me home"


def song(mark: str = "") -> list[Cue]:
    lines = [line for verse in VERSES for line in (verse, REFRAIN)]
    return [Cue(f"{mark}{line}{mark}", 4.0 * i) for i, line in enumerate(lines)]


def test_a_refrain_is_found_by_the_lines_that_come_again() -> None:
    sung = lyrics_in(song())
    assert sung
    assert (sung.kind, sung.part, sung.found) == ("lyrics", REFRAIN, 7)


def test_the_refrain_is_shown_without_the_marks_of_music() -> None:
    sung = lyrics_in(song("♪ "))
    assert sung
    assert sung.part == REFRAIN


def test_marks_of_music_make_a_song_where_no_line_comes_again() -> None:
    sung = lyrics_in([Cue(f"♪ {verse} and the tide ♪") for verse in (*VERSES, "Nobody sings it")])
    assert sung
    assert sung.part == ""


def test_speech_with_a_jingle_a_few_repeats_or_few_lines_is_no_song() -> None:
    talk = [Cue(f"In year {i} the harbour had {i} boats", float(i)) for i in range(20)]
    jingle = [Cue("♪ Welcome to the harbour ♪"), *talk, Cue("♪ Welcome to the harbour ♪")]
    assert lyrics_in(jingle) is None
    assert lyrics_in([*talk, *([Cue("Thank you very much")] * 4), Cue("[Music]"), Cue("♪")]) is None
    assert lyrics_in(song("♪ ")[:6]) is None
    assert lyrics_in([Cue("Oh yeah")] * 50) is None


def test_what_has_more_lines_than_any_song_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lyrics, "MOST_LINES", len(song()) - 1)
    assert lyrics.lyrics_in(song()) is None
    assert lyrics.lyrics_in(song()[1:])


def test_a_page_of_a_song_says_so() -> None:
    timed = "\n".join(f"0:{i:02}\n♪ {cue.text} ♪" for i, cue in enumerate(song()))
    page = read_page(f"Row me over\nTranscript\n{timed}\n")
    assert [one.part for one in page.omissions if one.kind == "lyrics"] == [REFRAIN]

"""The same three cues with what real files do to them."""

from __future__ import annotations

import json

import pytest

from summarizer import read_page

SAID = ["Did you all see it?", "Yes. Forty screws.", "A weekend."]

FILES = {
    "ruby in a voice": (
        "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Did you all see it?</v>\n\n"
        "00:04.000 --> 00:06.000\n<v.loud Bo>Yes. <i>Forty</i> screws.\n\n"
        "00:07.500 --> 00:09.000\n<v Anna>A <ruby>week<rp>(</rp><rt>wiik</rt><rp>)</rp></ruby>end."
    ),
    "times that a machine translated": (
        "1\n00:00:01, 000 --> 00:00:03, 000\nDid you all see it?\n\n"
        "2\n00: 00: 04,000 -> 00: 00: 06,000\nYes. Forty screws.\n\n"
        "3\n00:00:07,500 -- > 00:00:09,000\nA weekend.\n"
    ),
    "shapes before the words": (
        "[Script Info]\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:03.00,D,,0,0,0,,{\\p1}m 0 0 l 9 0{\\p0}Did you all see it?\n"
        "Dialogue: 0,0:00:04.00,0:00:06.00,D,,0,0,0,,Yes. Forty screws.{\\p1}m 0 0{\\i1}l 9 9\n"
        "Dialogue: 0,0:00:07.50,0:00:09.00,D,,0,0,0,,A {\\k30}week{\\k30}end.\n"
    ),
    "YouTube's second format": (
        '<?xml version="1.0"?><timedtext><window t="0" id="1" op="define"/>'
        '<text t="1000" d="2000" w="1">Did you all see it?</text>'
        '<text t="4000" d="2000">Yes. Forty screws.</text><text t="7500">A weekend.</text>'
        "</timedtext>"
    ),
    "a script for DVDs": (
        "$FontName = Arial\n\n00:00:01:00 , 00:00:03:00 , Did you all see it?\n"
        "00:00:04:00 , 00:00:06:00 , Yes.|Forty screws.\n00:00:07:15 , 00:00:09:00 , A weekend.\n"
    ),
    "whisper.cpp": json.dumps(
        {
            "transcription": [
                {
                    "timestamps": {"from": f"00:00:0{s},{f}", "to": "00:00:09,000"},
                    "offsets": {"from": 1000 * s + int(f), "to": 9000},
                    "text": f" {text}",
                }
                for s, f, text in zip((1, 4, 7), ("000", "000", "500"), SAID, strict=True)
            ]
        }
    ),
    "Deepgram": json.dumps(
        {
            "utterances": [
                {"start": start, "end": 9.5, "transcript": text, "speaker": 0}
                for start, text in zip((1.0, 4.0, 7.5), SAID, strict=True)
            ]
        }
    ),
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_words_and_times_are_right_in_odd_files(text: str) -> None:
    page = read_page(text)
    assert [cue.text for cue in page.transcript] == SAID
    assert [cue.start for cue in page.transcript] == [1.0, 4.0, 7.5]


def test_hours_in_brackets_are_no_times_of_lyrics() -> None:
    page = read_page("".join(f"[00:01:0{i}] {text}\n" for i, text in enumerate(SAID)))
    assert [cue.start for cue in page.transcript] == [60, 61, 62]
    song = read_page(
        "[ti:Canoe song]\n" + "".join(f"[00:01:0{i}] {t}\n" for i, t in enumerate(SAID))
    )
    assert [cue.start for cue in song.transcript] == [1.0, 1.01, 1.02]


@pytest.mark.parametrize(("end", "next_speaker"), [("</v>", None), ("", "Anna")])
def test_a_voice_holds_until_its_tag_ends_or_else_until_the_next_one(
    end: str, next_speaker: str | None
) -> None:
    page = read_page(
        f"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Did you see it?\nDid you?{end}\n\n"
        "00:04.000 --> 00:06.000\nForty screws.\n"
    )
    assert [(cue.text, cue.speaker) for cue in page.transcript] == [
        ("Did you see it? Did you?", "Anna"),
        ("Forty screws.", next_speaker),
    ]


TITLED = "00:00:01.000 - 00:00:03.000\nDid you see it?\n00:00:04.000 - 00:00:06.000\nYes.\n"


def test_what_a_tool_writes_above_timed_blocks_is_kept() -> None:
    page = read_page(
        "Title: One sheet canoe\nURL: https://www.youtube.com/watch?v=aB3dE5gH7jK\n"
        f"Author: Shed & Shavings\nPublished: 2025-04-04\n\n{TITLED}"
    )
    assert (page.title, page.channel) == ("One sheet canoe", "Shed & Shavings")
    assert page.url == "https://www.youtube.com/watch?v=aB3dE5gH7jK"
    assert [cue.text for cue in page.transcript] == ["Did you see it?", "Yes."]
    assert read_page(f"One sheet canoe\n\n{TITLED}").title == "One sheet canoe"


@pytest.mark.parametrize("above", ["", "1\n", "[INFORMATION]\n", "Kind: captions\nLanguage: en\n"])
def test_what_belongs_to_the_format_is_no_title(above: str) -> None:
    assert read_page(f"{above}{TITLED}").title is None


def test_names_above_the_words_of_each_block_are_speakers() -> None:
    said = (("Speaker 1", SAID[0]), ("Speaker 2", SAID[1]), ("Speaker 1", SAID[2]))
    page = read_page(
        "".join(
            f"00:00:0{n}:00 - 00:00:0{n + 1}:12\n{name}\n{words}\n\n"
            for n, (name, words) in enumerate(said)
        )
    )
    assert [(cue.speaker, cue.text) for cue in page.transcript] == list(said)


def test_lines_of_a_song_that_return_are_no_names() -> None:
    lines = ("Row, row, row", "Gently down", "Row, row, row", "Merrily on")
    song = "".join(f"00:00:0{n},000 --> 00:00:0{n},900\n{x}\n\n" for n, x in enumerate(lines))
    assert [cue.text for cue in read_page(song).transcript] == list(lines)


def test_a_table_of_speech_with_frames_is_a_transcript() -> None:
    page = read_page(
        '"Speaker Name","Start Time","End Time","Text"\n'
        '"Speaker 1","00;00;00;00","00;00;03;12","Did you see it?"\n'
        '"Speaker 2","00;01;03;15","00;01;06;00","Yes."\n'
    )
    assert [(cue.start, cue.speaker, cue.text) for cue in page.transcript] == [
        (0.0, "Speaker 1", "Did you see it?"),
        (63.5, "Speaker 2", "Yes."),
    ]

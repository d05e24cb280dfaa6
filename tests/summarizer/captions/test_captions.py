from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.captions.clock import seconds
from summarizer.model import Cue
from tests.summarizer.promise import keeps_its_promise

VTT = """WEBVTT - a talk
Kind: captions

STYLE
::cue { color: white }

NOTE nobody says this

intro
00:00:01.500 --> 00:00:04.000 align:start position:0%
<c.yellow>Bees</c> dance &amp; sing,
<i>every</i> day.

00:05.000 --> 00:08.000
They find the way.
"""
SRT = """1
00:00:01,500 --> 00:00:04,000
<font color="#fff">Bees dance</font> {\\an8}all day.

2
00:00:05,000 --> 00:00:08,000
They find

the way.

3
00:01:05,250 --> 00:01:08,000
4 of them.
"""


def cues(text: str | bytes, name: str | None = None) -> list[tuple[float | None, str]]:
    return [(cue.start, cue.text) for cue in read_page(text, name).transcript]


def test_webvtt_gives_words_without_markup_notes_or_names_of_cues() -> None:
    assert cues(VTT) == [(1.5, "Bees dance & sing, every day."), (5.0, "They find the way.")]


def test_subrip_may_have_empty_lines_inside_a_cue() -> None:
    assert cues(SRT) == [
        (1.5, "Bees dance all day."),
        (5.0, "They find the way."),
        (65.25, "4 of them."),
    ]


def test_the_content_decides_and_not_the_name_of_the_file() -> None:
    assert cues(SRT.encode("utf-16"), "talk.txt") == cues(SRT, "talk.vtt")


@pytest.mark.parametrize(
    "text",
    [
        "0:00:01.500,0:00:04.000\nBees dance.\n\n0:00:05.000,0:00:08.000\nThey find the way.\n",
        (
            "[INFORMATION]\n[END INFORMATION]\n"
            "00:00:01.50,00:00:04.00\nBees[br]dance.\n\n"
            "00:00:05.00,00:00:08.00\nThey find the way.\n"
        ),
        "[00:01.500 --> 00:04.000]  Bees dance.\n[00:05.000 --> 00:08.000]  They find the way.\n",
        (
            "1\n00:00:01.500 --> 00:00:04.000\nBees dance.\n2\n"
            "00:00:05.000 --> 00:00:08.000\nThey find the way.\n"
        ),
        (
            "[Script Info]\nTitle: x\n[Events]\nFormat: Start, End, Name, Text\n"
            "Dialogue: 0:00:05.00,0:00:08.00,,They find\\Nthe way.\n"
            "Dialogue: 0:00:01.50,0:00:04.00,,{\\i1}Bees{\\i0} dance.\n"
            "Dialogue: 0:00:02.50,0:00:04.00,,{\\p1}m 0 0 l 100 0\nComment: 0:00:01.50,0,,no\n"
        ),
        (
            "<SAMI><BODY><SYNC Start=1500><P Class=ENCC>Bees<br>dance.<P Class=DECC>Bienen tanzen."
            "<SYNC Start=4000><P Class=ENCC>&nbsp;<SYNC Start=5000><P Class=ENCC>They find the way."
            "</BODY></SAMI>"
        ),
        "[ti:Bees at work]\n[00:01.50]Bees dance.\n[00:05.00]They find the way.\n",
        "{1}{1}2\n{3}{8}Bees|dance.\n{10}{16}/They find the way.\n",
        "[15][40]Bees dance.\n[50][80]They find|the way.\n",
        json.dumps(
            {
                "events": [
                    {"tStartMs": 0, "id": 1},
                    {"tStartMs": 1500, "segs": [{"utf8": "Bees"}, {"utf8": " dance."}]},
                    {"tStartMs": 1600, "aAppend": 1, "segs": [{"utf8": "\n"}]},
                    {"tStartMs": 5000, "segs": [{"utf8": "They find the way."}]},
                ]
            }
        ),
        (
            '<transcript><text start="1.5" dur="2">Bees dance.</text>'
            '<text start="5">They find the way.</text></transcript>'
        ),
        (
            '<timedtext format="3"><body><p t="1500" d="9"><s>Bees</s><s t="9"> dance.</s></p>'
            '<p t="5000">They find the way.</p></body></timedtext>'
        ),
    ],
    ids=[
        "sbv",
        "subviewer",
        "whisper",
        "no blank lines",
        "ass",
        "sami",
        "lrc",
        "microdvd",
        "mpl2",
        "json3",
        "srv1",
        "srv3",
    ],
)
def test_every_format_says_the_same(text: str) -> None:
    assert cues(text) == [(1.5, "Bees dance."), (5.0, "They find the way.")]


def test_tmplayer_has_whole_seconds() -> None:
    text = "00:00:01:Bees dance.\n00:00:05:They find the way.\n"
    assert cues(text) == [(1.0, "Bees dance."), (5.0, "They find the way.")]


def test_lyrics_repeat_a_line_at_each_of_its_times() -> None:
    page = read_page("[ti:Buzz]\n[ar:The Bees]\n[00:01.00][00:09:50]la la\n[00:05.00]bzz\n")
    assert (page.title, page.channel) == ("Buzz", "The Bees")
    assert [cue.start for cue in page.transcript] == [1.0, 5.0, 9.5]


@pytest.mark.parametrize(
    ("root", "begin"),
    [
        ("", "00:00:15.015"),
        ("", "15.015s"),
        ("", "15015ms"),
        ("", "00:15,015"),
        ('ttp:tickRate="1000"', "15015t"),
        ('ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"', "360f"),
        ('ttp:frameRate="25"', "0.25025m"),
    ],
)
def test_ttml_times_are_read_in_all_their_units(root: str, begin: str) -> None:
    text = f'<tt {root}><body><div><p begin="{begin}">One<br/>two</p></div></body></tt>'
    assert cues(text) == [(15.015, "One two")]


def test_ttml_has_a_title_speakers_and_times_inside_parents() -> None:
    page = read_page(
        '<?xml version="1.0" encoding="UTF-16"?><tt:tt xmlns:tt="x"><tt:head>'
        "<tt:title>Bees</tt:title>"
        '<ttm:agent xml:id="a"><ttm:name>Ana</ttm:name></ttm:agent></tt:head><tt:body>'
        '<tt:div begin="10s"><tt:p begin="2s" ttm:agent="a">Hello <tt:span>there</tt:span></tt:p>'
        "<tt:p><tt:metadata><ttm:desc>no</ttm:desc></tt:metadata>Again</tt:p></tt:div></tt:body></tt:tt>"
    )
    assert page.title == "Bees"
    assert page.transcript == (Cue("Again", 10.0), Cue("Hello there", 12.0, "Ana"))


def test_what_stands_before_a_break_in_ttml_is_kept() -> None:
    assert cues('<tt><body><p begin="1s">One</p><p begin="2s">Two</p><p beg') == [
        (1.0, "One"),
        (2.0, "Two"),
    ]


def test_ttml_nested_absurdly_deep_is_refused() -> None:
    with pytest.raises(UnreadableError, match="deeply"):
        read_page("<tt>" + "<p>" * 100_000)


@pytest.mark.parametrize("entity", ['"ha"', 'SYSTEM "file:///etc/hostname"'])
def test_ttml_that_declares_entities_is_refused(entity: str) -> None:
    text = f'<!DOCTYPE l [<!ENTITY a {entity}>]><tt><body><p begin="0s">&a;</p></body></tt>'
    with pytest.raises(UnreadableError, match="entities"):
        read_page(text)


def test_rolling_captions_with_word_times_are_said_once() -> None:
    text = (
        "WEBVTT\n\n00:00:00.100 --> 00:00:01.900\n \nbees<00:00:00.400><c> dance</c>\n\n"
        "00:00:01.900 --> 00:00:02.000\nbees dance\n \n\n"
        "00:00:02.000 --> 00:00:04.000\nbees dance\nall<00:00:02.400><c> day</c>\n\n"
        "00:00:04.000 --> 00:00:04.010\nall day\n \n"
    )
    assert cues(text) == [(0.1, "bees dance"), (2.0, "all day")]


def test_rolling_captions_converted_to_subrip_are_said_once() -> None:
    lines = [f"this is line number {i}" for i in range(12)]
    blocks = [
        f"{i}\n00:00:{i:02d},000 --> 00:00:{i + 1:02d},000\n{lines[i]}\n{lines[i + 1]}\n"
        for i in range(11)
    ]
    assert [text for _, text in cues("\n".join(blocks))] == lines


def test_a_refrain_is_not_taken_for_rolling_captions() -> None:
    text = "".join(f"0:00:0{i}.000,0:00:0{i}.900\nla la la\n\n" for i in range(5))
    assert [t for _, t in cues(text)] == ["la la la"] * 5


def test_voice_tags_names_and_turn_marks_set_speakers_apart() -> None:
    page = read_page(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ana Maria>Hello.</v> <v Bo>Hi.\n\n"
        "00:03.000 --> 00:04.000\n>> Who is there? >> Me.\n"
    )
    assert page.transcript == (
        Cue("Hello.", 1.0, "Ana Maria"),
        Cue("Hi.", 1.0, "Bo"),
        Cue("Who is there?", 3.0, turn=True),
        Cue("Me.", 3.0, turn=True),
    )


def srt(*texts: str) -> str:
    return "".join(
        f"{i}\n00:00:0{i},000 --> 00:00:0{i},900\n{t}\n\n" for i, t in enumerate(texts, 1)
    )


def test_a_name_holds_until_the_next_speaker() -> None:
    page = read_page(srt("ANA: Bees dance.", "All day.", "BO: Why?", ">> ANA: Nobody knows."))
    assert [(cue.speaker, cue.text) for cue in page.transcript] == [
        ("ANA", "Bees dance."),
        ("ANA", "All day."),
        ("BO", "Why?"),
        ("ANA", "Nobody knows."),
    ]


def test_full_names_in_front_of_lines_are_speakers() -> None:
    page = read_page(srt("Ana Silva: Hello.", "Bo Li: Hello.", "Ana Silva: Bye.", "Bo Li: Bye."))
    assert {cue.speaker for cue in page.transcript} == {"Ana Silva", "Bo Li"}


def test_words_before_a_colon_are_no_speakers() -> None:
    page = read_page(
        srt("One thing: bees.", "They say this: dance.", "So it goes on.", "Note: yes.")
    )
    assert {cue.speaker for cue in page.transcript} == {None}
    assert page.transcript[0].text == "One thing: bees."


def test_the_name_of_the_file_gives_title_and_address() -> None:
    page = read_page(VTT.encode(), "How bees dance [aB3_dE-9xYw].en.vtt")
    assert page.title == "How bees dance"
    assert page.url == "https://www.youtube.com/watch?v=aB3_dE-9xYw"
    assert page.language == "en"


def test_a_script_takes_its_speakers_and_a_title_of_words() -> None:
    page = read_page(
        "[Script Info]\nTitle: How bees dance\n\n[Events]\n"
        "Dialogue: 0,0:00:01.50,0:00:04.00,Default,Ana,0,0,0,,Hello, you.\n"
        "Dialogue: 1,0:00:01.50,0:00:04.00,Default,Ana,0,0,0,,Hello, you.\n"
    )
    assert page.title == "How bees dance"
    assert page.transcript == (Cue("Hello, you.", 1.5, "Ana"),)


def test_a_caption_file_without_captions_is_advice_or_empty() -> None:
    for text in ("WEBVTT\n", "[Script Info]\n", "<SAMI></SAMI>", "{1}{1}25\n"):
        assert keeps_its_promise(text)


def test_clock_times_are_seconds() -> None:
    assert seconds("1:02:03.5") == 3723.5
    assert seconds("02:03") == 123.0
    assert seconds("00:00:01:15", 30) == 1.5
    assert seconds("00:01:15") == 75.0
    assert seconds("tomorrow") is None


@given(st.lists(st.text(alphabet="aB:<>v/{}\\0 ,.\n-&;", max_size=30), max_size=12))
def test_any_text_between_times_is_read(lines: list[str]) -> None:
    text = "WEBVTT\n\n" + "\n00:00:01.000 --> 00:00:02.000\n".join(lines)
    assert keeps_its_promise(text)


def test_a_very_long_line_is_no_harm() -> None:
    for piece in ("<v a", "0:00,", "{\\a", "&amp", "<00:00:00.000>", ">> ", "A: ", "[00:00.00]"):
        text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + piece * (60_000 // len(piece))
        assert keeps_its_promise(text)

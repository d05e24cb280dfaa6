"""Captions of podcasts, of broadcasters, of old programs, and in two languages."""

from __future__ import annotations

import pytest

from summarizer import read_page
from summarizer.model import Omission

SAID = ["The lamp turns again.", "It has a lens.", "We go home."]

CITED = (
    "<cite>Anna:</cite>\n<time>0:00</time>\n<p>The lamp turns again.</p>\n"
    "<cite>Bo:</cite>\n<time>0:21</time>\n<p>It has a lens.</p>\n"
    "<cite>Anna:</cite>\n<time>1:00:58</time>\n<p>We go home.</p>\n"
)
CITED_PAGES = {
    "bare": CITED,
    "a whole page": f"<!DOCTYPE html><html><title>Light</title><body>{CITED}</body></html>",
    "with classes": CITED.replace("<cite>", '<cite class="who">').replace("<p>", '<p id="x">'),
}


@pytest.mark.parametrize("text", CITED_PAGES.values(), ids=CITED_PAGES)
def test_podcasts_in_html_have_speakers_and_times(text: str) -> None:
    cues = read_page(text).transcript
    assert [(c.text, c.start) for c in cues] == list(zip(SAID, [0, 21, 3658], strict=True))
    assert [cue.speaker for cue in cues] == ["Anna", "Bo", "Anna"]


def _spans(blank: str, unit: str = "") -> str:
    words = ["The", "lamp", "turns", "again."]
    return blank.join(
        f'<span begin="{i}.5" end="{i}.9"{unit}>{w}</span>' for i, w in enumerate(words)
    )


TIMED = {
    "nothing between words": _spans(""),
    "words marked as such": _spans("\n  ", ' p:unit="word"'),
    "words, unmarked": _spans(" "),
    "syllables": _spans(" ").replace("lamp<", 'la</span><span begin="1.7">mp<'),
}


@pytest.mark.parametrize("spans", TIMED.values(), ids=TIMED)
def test_words_in_spans_of_their_own_have_a_blank_between(spans: str) -> None:
    head = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="x"><body><p begin="0">'
    text = f"{head}{spans}</p></body></tt>"
    assert [cue.text for cue in read_page(text).transcript] == SAID[:1]


def test_a_sentence_inside_a_turn_has_a_time_of_its_own() -> None:
    sentences = "".join(
        f'<span begin="{i}.5" p:unit="sentence"><span begin="{i}.5" p:unit="word">{a}</span>'
        f'<span begin="{i}.7" p:unit="word">{b}</span></span>'
        for i, (a, b) in enumerate([("Lamps", "turn."), ("Ships", "pass.")])
    )
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:p="x" xmlns:m="y"><body>'
        f'<p begin="0.5" m:agent="SPEAKER_1">{sentences}</p></body></tt>'
    )
    cues = read_page(text).transcript
    assert [(c.text, c.start, c.speaker) for c in cues] == [
        ("Lamps turn.", 0.5, "SPEAKER_1"),
        ("Ships pass.", 1.5, "SPEAKER_1"),
    ]


def test_a_script_with_blanks_before_its_sections_is_read() -> None:
    script = (
        "[Script Info]\nTitle: The lamp film\n\n[Events]\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    ) + "".join(
        f"Dialogue: Marked=0,0:00:0{i}.50,0:00:09.00,D,,0,0,0,,{s}\n" for i, s in enumerate(SAID)
    )
    page = read_page("".join(f"  {line}\n" for line in script.split("\n")))
    assert page.title == "The lamp film"
    assert [(c.text, c.start) for c in page.transcript] == list(
        zip(SAID, [0.5, 1.5, 2.5], strict=True)
    )


def test_subviewer_of_the_first_version_is_read() -> None:
    rows = "".join(f"[00:00:0{i + 1}]\n{said}\n[00:00:0{i + 2}]\n\n" for i, said in enumerate(SAID))
    page = read_page(f"[TITLE]\nThe lamp film\n[BEGIN]\n***** START SCRIPT *****\n{rows}[END]\n")
    assert page.title == "The lamp film"
    assert [(c.text, c.start) for c in page.transcript] == list(zip(SAID, [1, 2, 3], strict=True))


def test_marks_of_spruce_and_of_duets_are_not_said() -> None:
    spruce = "$FontName = Arial\n" + "".join(
        f"00:00:0{i}:00 , 00:00:0{i}:20 , ^I{said}^I\n" for i, said in enumerate(SAID)
    )
    duet = "".join(f"[00:0{i}.00]{'FMD'[i]}: {said}\n" for i, said in enumerate(SAID))
    for text in (spruce, duet):
        assert [cue.text for cue in read_page(text).transcript] == SAID


GERMAN = [
    "Die Lampe dreht sich wieder.",
    "Sie hat eine Linse aus Glas.",
    "Wir gehen heute nach Hause.",
]
ENGLISH = ["The lamp turns again tonight.", "It has a lens of glass.", "We are going home today."]
CHINESE = ["灯又转起来了。", "它有一个玻璃透镜。", "我们今天回家。"]


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [(CHINESE, ENGLISH, "en"), (ENGLISH, CHINESE, "zh"), (ENGLISH, GERMAN, "de")],
    ids=["Chinese above", "English above", "one script"],
)
def test_of_two_languages_the_first_is_read_and_the_other_said(
    first: list[str], second: list[str], left: str
) -> None:
    rows = [*zip(first, second, strict=True)] * 2
    text = "".join(
        f"{i + 1}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{a}\n{b}\n\n"
        for i, (a, b) in enumerate(rows)
    )
    page = read_page(text)
    assert [cue.text for cue in page.transcript] == first * 2
    assert Omission("another-language", part=left) in page.omissions


def test_two_lines_of_one_language_are_both_read() -> None:
    text = "".join(
        f"{i + 1}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{said}\nThat is what the keeper says.\n\n"
        for i, said in enumerate(ENGLISH * 2)
    )
    assert read_page(text).transcript[0].text == f"{ENGLISH[0]} That is what the keeper says."


def _odd(byte: int) -> int:
    """A byte with the parity bit that broadcasters set."""
    return byte if byte.bit_count() % 2 else byte | 0x80


def _coded(text: str) -> str:
    data = [_odd(b) for b in text.encode("ascii")]
    data += [0x80] * (len(data) % 2)
    return " ".join(f"{a:02x}{b:02x}" for a, b in zip(data[::2], data[1::2], strict=True))


def test_scenarist_captions_are_decoded() -> None:
    lines = "".join(
        f"00:00:0{i + 1}:00\t9420 9420 94ae 94ae 9470 9470 {_coded(said)} 942f 942f\n\n"
        for i, said in enumerate(SAID)
    )
    page = read_page(f"Scenarist_SCC V1.0\n\n{lines}")
    assert [(c.text, c.start) for c in page.transcript] == list(zip(SAID, [1, 2, 3], strict=True))


def test_scenarist_captions_that_roll_up_are_decoded() -> None:
    lines = "".join(
        f"00:00:0{i + 1};00\t9425 9425 94ad 94ad 9470 9470 {_coded(said)}\n\n"
        for i, said in enumerate(SAID)
    )
    page = read_page(f"Scenarist_SCC V1.0\n\n{lines}")
    assert [cue.text for cue in page.transcript] == SAID


def test_letters_outside_ascii_of_scenarist_captions_are_decoded() -> None:
    line = f"00:00:01:00\t9420 9470 {_coded('caf')} dc80 91b7 {_coded('u ')} 92a7 942f\n"
    assert read_page(f"Scenarist_SCC V1.0\n\n{line}").transcript[0].text == "café♪u¡"


def _ebu(*texts: bytes, flag: int = 0) -> bytes:
    head = b"850STL25.01100" + b"09" + b"The lamp film".ljust(32)
    head = (head.ljust(256) + b"10000000").ljust(1024)
    blocks = [
        bytes([0, i, 0, 255, 0, 10, 0, i + 1, 5, 10, 0, i + 2, 0, 20, 2, flag]) + text
        for i, text in enumerate(texts)
    ]
    return head + b"".join(block.ljust(128, b"\x8f") for block in blocks)


def test_subtitles_of_the_european_broadcasting_union_are_decoded() -> None:
    page = read_page(
        _ebu(b"\x0b\x0b\x80The lamp\x81\x8aturns f\xc8ur us.\x0a\x0a", b"\xd5 It is \xe9re.")
    )
    assert page.title == "The lamp film"
    assert [(c.text, c.start) for c in page.transcript] == [
        ("The lamp turns für us.", 1.2),
        ("♪ It is Øre.", 2.2),
    ]


WORD_TIMES = {
    "angles": "[00:09.10]<00:09.10>春<00:09.60>の<00:10.00>粉<00:10.40>が<00:10.90>舞う",
    "brackets": "[00:09.10]春[00:09.60]の[00:10.00]粉[00:10.40]が[00:10.90]舞う",
    "blanks": "[00:09.10]<00:09.10>春の<00:10.00>粉が<00:10.90>舞う<00:12.00>",
}


@pytest.mark.parametrize("line", WORD_TIMES.values(), ids=WORD_TIMES)
@pytest.mark.parametrize("others", [1, 9])
def test_lyrics_with_a_time_a_word_are_no_chat(line: str, others: int) -> None:
    grains = "粉糠麦米豆稗粟黍蕎"[:others]
    lines = [
        line.replace("00:09", f"00:{9 + i:02}").replace("粉", grain)
        for i, grain in enumerate(grains)
    ]
    refrain = "ぼくらの 水車は回る"
    head = ["[ti:水車のうた]", "[au:作詞 野原]", "", f"[00:04.00][01:20.50]{refrain}"]
    page = read_page("\n".join([*head, *lines]))
    assert page.title == "水車のうた"
    verse = [f"春の{grain}が舞う" for grain in grains]
    assert [cue.text for cue in page.transcript] == [refrain, *verse, refrain]
    assert [c.start for c in page.transcript][:2] == [4.0, 9.1]
    assert page.transcript[-1].start == 80.5
    assert not page.comments


@pytest.mark.parametrize("blank", [" , ", "\t,\t", ","])
def test_settings_between_the_cues_of_spruce_are_not_said(blank: str) -> None:
    shown = [
        "00:00:02:00,00:00:05:12,^BThe lamp^B | turns|again.",
        "$Italic = TRUE",
        "00:00:06:00,00:00:09:12,^IIt has a lens.^I",
        "$ColorIndex1=3",
        "// the end",
        "00:00:10:00,00:00:13:12,We go home.",
        "$Italic = FALSE",
    ]
    head = ["//the lamp, subtitles", "$FontName = Arial", "$FontSize = 34", ""]
    cues = [line.replace(",", blank, 2) if line[0] == "0" else line for line in shown]
    assert [cue.text for cue in read_page("\n".join([*head, *cues])).transcript] == SAID

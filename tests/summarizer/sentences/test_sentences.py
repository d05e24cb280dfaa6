from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Cue, Sentence
from summarizer.sentences import as_read, split_sentences

SPEECH = [
    word
    for line in (
        "so today we look at the old bridge and why it had to be closed last winter",
        "the river came up very high and it moved two of the pillars by almost a metre",
        "and then the engineers came and they measured everything for about three weeks",
        "but nobody had asked who would pay for the repair and that was the real problem",
        "so the town held a meeting in march and they decided to borrow the money from the state",
        "i think that was a good decision because the bridge is the only way to the school",
    )
    for word in line.split()
]

# Each line: a language, and a text in which a bar stands between the sentences.
WRITTEN = [
    (line.split("\t")[0], [part.strip() for part in line.split("\t")[1].split("|")])
    for line in (Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
]


def texts(*cues: str, language: str | None = "en") -> list[str]:
    return [s.text for s in split_sentences([Cue(c) for c in cues], language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Smith paid 2.5 metres of rope.", "It cost $1.20, i.e. nothing."],
        ['He said "Stop."', "Then he left at 5 p.m. on Monday."],
        ["Really?!", "Yes... no.", "(It was late.)", "Fine!"],
        ["The U.S. Army came e.g. in May.", "Nobody saw it."],
    ],
)
def test_punctuation_is_read_as_people_read_it(sentences: list[str]) -> None:
    assert texts(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("zh", ["桥关了。", "为什么？", "「因为洪水！」", "我不知道。"]),
        ("ja", ["橋は閉まった。", "なぜ？"]),
        ("ar", ["هل أغلق الجسر؟", "نعم."]),
        ("ur", ["پل بند ہے۔", "کیوں؟"]),
        ("hi", ["पुल बंद है।", "क्यों?"]),
    ],
)
def test_each_script_has_its_own_full_stops(language: str, sentences: list[str]) -> None:
    assert texts(" ".join(sentences), language=language) == sentences


@pytest.mark.parametrize(("language", "sentences"), WRITTEN)
def test_a_full_stop_that_ends_no_sentence_is_known_in_each_language(
    language: str, sentences: list[str]
) -> None:
    blank = "" if language in {"ja", "zh"} else " "
    assert texts(blank.join(sentences), language=language) == sentences


def test_sentences_run_over_cues_and_carry_the_start_of_their_first_cue() -> None:
    cues = [Cue("The bridge is", 1.0), Cue("closed. The school", 3.5), Cue("is open.", 6.0)]
    assert split_sentences(cues, "en") == (
        Sentence(0, "The bridge is closed.", 1.0),
        Sentence(1, "The school is open.", 3.5),
    )


def test_sounds_are_dropped_and_what_only_looks_like_one_is_kept() -> None:
    assert texts("[Music]", "so (applause) we *laughs* begin", "[Musique]") == ["so we begin"]
    assert texts("the bell [organ music swells] rings") == ["the bell rings"]
    assert texts("It is [his] bridge (the old one) [ __ ].") == [
        "It is [his] bridge (the old one) [ __ ]."
    ]


def test_what_stands_on_the_screen_is_not_said() -> None:
    shown = (
        "[ON SCREEN TEXT: Chapter 1, the long way to the shed]",
        "[GRAPHIC: a map]",
        "[GRAPHIC]",
    )
    more = ("[Slide 4]", "[字幕：小船]", "[Einblendung: Das Boot]", "[Foreign]")
    assert texts(*shown, "The bridge is old.", *more) == ["The bridge is old."]
    assert texts("The [text of the] letter is old.") == ["The [text of the] letter is old."]


def test_a_song_inside_a_talk_is_not_said() -> None:
    talk = [f"Bridge {i} is old." for i in range(9)]
    assert texts(*talk[:5], "♪ Oh the water ♪", "♪ and the sea", *talk[5:]) == talk


def test_a_new_speaker_begins_a_new_sentence() -> None:
    assert texts(">> are you there >> yes") == ["are you there", "yes"]
    assert texts("- are you there", "- yes") == ["are you there", "yes"]
    assert texts("- Are you there? -Yes.") == ["Are you there?", "Yes."]
    cues = [Cue("are you", 0.0, "Ann"), Cue("there", 1.0, "Ann"), Cue("yes", 2.0, "Bob")]
    assert split_sentences(cues, "en") == (
        Sentence(0, "are you there", 0.0, "Ann"),
        Sentence(1, "yes", 2.0, "Bob"),
    )


def test_the_lines_of_a_song_are_its_sentences() -> None:
    song = ("Walking down the river", "Nobody knows the bridge", "♪ Oh the water ♪", "Comes again")
    assert texts(*song) == [line.strip("♪ ") for line in song]


def test_a_heading_is_not_read_into_the_paragraph_below() -> None:
    article = ("Bridge closed", "The bridge is closed.", "The school is open.", "It is far.")
    assert texts(*article) == list(article)


def test_a_sentence_goes_on_in_the_next_cue_where_most_cues_end_as_sentences_do() -> None:
    lines = [
        "الجسر القديم مغلق.",
        "المدرسة بعيدة.",
        "سدت المياه الطريق إلى",
        "القرية.",
        "عاد الناس.",
    ]
    found = texts(*lines, language="ar")
    assert found == [lines[0], lines[1], f"{lines[2]} {lines[3]}", lines[4]]


def test_speech_without_punctuation_is_cut_into_pieces_that_read_as_sentences() -> None:
    cues = [Cue(" ".join(SPEECH[i : i + 7]), i * 0.4) for i in range(0, len(SPEECH), 7)]
    pieces = [s.text for s in split_sentences(cues, "en")]
    assert " ".join(pieces).split() == SPEECH
    assert {"so today", "so the", "i think"} <= {" ".join(p.split()[:2]) for p in pieces}


DUTCH = (
    "vorige winter moest de oude brug over de rivier helemaal dicht dus de mensen in de stad namen "
    "drie maanden lang de weg over de berg maar niemand had gevraagd wie de reparatie ging betalen "
    "en dat werd daarna het grootste probleem van allemaal"
)
SWEDISH = (
    "förra vintern måste den gamla bron över floden stängas helt så folket i staden tog vägen över "
    "berget i tre månader men ingen hade frågat vem som skulle betala för arbetet och det blev "
    "sedan det största problemet av alla i hela staden"
)


@pytest.mark.parametrize(
    ("language", "speech", "opener"), [("nl", DUTCH, "maar"), ("sv", SWEDISH, "och")]
)
def test_speech_without_punctuation_is_cut_at_the_cue_words_of_its_language(
    language: str, speech: str, opener: str
) -> None:
    words = speech.split()
    pieces = texts(
        *(" ".join(words[i : i + 9]) for i in range(0, len(words), 9)), language=language
    )
    assert " ".join(pieces) == speech
    assert opener in {piece.split()[0] for piece in pieces}
    assert not {"de", "het", "van", "en", "den", "och"} & {p.split()[-1] for p in pieces}


def test_a_silence_parts_two_sentences_in_any_language() -> None:
    words = [f"lo{chr(97 + i % 26)}" for i in range(60)]
    starts = [i * 2.0 + (8.0 if i >= 3 else 0.0) for i in range(12)]
    cues = [Cue(" ".join(words[i * 5 : i * 5 + 5]), starts[i]) for i in range(12)]
    assert 10.0 + 4.0 in {s.start for s in split_sentences(cues, "xx")}


def test_a_long_sentence_with_commas_is_left_whole() -> None:
    sentence = "We saw " + ", ".join(["the bridge and the river behind it"] * 8) + "."
    assert texts(sentence) == [sentence]


def test_characters_without_blanks_are_not_cut_inside_a_cue() -> None:
    cues = ["今天我们来看一看这座老桥为什么关闭了"] * 12
    found = texts(*cues, language="zh")
    assert len(found) > 3
    assert " ".join(found) == " ".join(cues)


WORDS = st.sampled_from(
    [
        "bridge",
        "Dr.",
        "2.5",
        "The",
        "and",
        "so.",
        "yes!",
        "[Music]",
        ">>",
        "♪",
        "桥。",
        "؟",
        "-",
        "☃",
    ]
)


@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=6))
def test_sentences_are_pieces_of_what_was_read_in_order(cues: list[str]) -> None:
    read = as_read([Cue(c) for c in cues])
    at = 0
    for text in texts(*cues):
        at = read.index(text, at) + len(text)
    said = [c for c in read if c.isalnum()]
    assert [c for text in texts(*cues) for c in text if c.isalnum()] == said


@pytest.mark.parametrize("language", ["en", "fr", "zh", "xx", None])
@given(st.lists(st.text(max_size=300), max_size=5))
def test_any_cues_give_sentences(language: str | None, cues: list[str]) -> None:
    found = split_sentences([Cue(c, float(i)) for i, c in enumerate(cues)], language)
    read = as_read([Cue(c) for c in cues])
    assert all(s.text in read and s.text == s.text.strip() for s in found)
    assert [s.index for s in found] == list(range(len(found)))


def test_an_abbreviation_does_not_end_a_sentence_that_goes_on() -> None:
    text = "It opens at 9 a.m. on Monday and at 10 a.m. on Sunday."
    assert texts(text) == [text]
    assert texts("Take a tool, e.g. a rope. Go.") == ["Take a tool, e.g. a rope.", "Go."]

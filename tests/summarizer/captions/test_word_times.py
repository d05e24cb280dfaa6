import json

from summarizer import read_page, split_sentences
from summarizer.captions.pauses import Part, at_pauses, timed_words

VTT = """WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:06.000
the bridge<00:00:01.600><c> is</c><00:00:01.800><c> closed</c><00:00:04.500><c> nobody</c>

00:00:06.000 --> 00:00:06.010
the bridge is closed nobody

00:00:06.010 --> 00:00:09.000
the bridge is closed nobody
knows<00:00:06.400><c> for</c><00:00:06.700><c> how</c><00:00:07.000><c> long</c>
"""


def test_the_words_of_a_line_have_the_times_before_them() -> None:
    assert timed_words(1.0, "so<00:00:02.500><c> we</c>") == [
        Part(1.0, "so"),
        Part(2.5, "<c> we</c>"),
    ]


def test_a_line_is_parted_where_the_speaker_pauses() -> None:
    words = [Part(0.0, "the"), Part(0.3, " bridge"), Part(3.0, " nobody"), Part(None, " knows")]
    assert at_pauses(words) == [Part(0.0, "the bridge"), Part(3.0, " nobody knows")]


def test_a_cue_of_webvtt_starts_with_its_first_word_after_a_pause() -> None:
    page = read_page(VTT, "talk.vtt")
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (1.0, "the bridge is closed"),
        (4.5, "nobody"),
        (6.01, "knows for how long"),
    ]


def test_a_cue_of_json3_starts_with_its_first_word_after_a_pause() -> None:
    said = [("the bridge", 0), (" is", 700), (" closed", 900), (" nobody", 3500), (" knows", 3900)]
    segments = [{"utf8": text, "tOffsetMs": late} for text, late in said]
    events = [{"tStartMs": 2000, "segs": segments}, {"tStartMs": 6100, "segs": [{"utf8": "\n"}]}]
    page = read_page(json.dumps({"events": events}), "talk.json3")
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (2.0, "the bridge is closed"),
        (5.5, "nobody knows"),
    ]


def test_captions_with_full_stops_are_not_parted() -> None:
    page = read_page(VTT.replace("closed<", "closed.<").replace("closed nobody", "closed. nobody"))
    assert [cue.start for cue in page.transcript] == [1.0, 6.01]


def test_a_sentence_begins_at_the_time_of_its_first_word() -> None:
    page = read_page(VTT, "talk.vtt")
    times = {cue.text.split()[0]: cue.start for cue in page.transcript}
    for sentence in split_sentences(page.transcript, "en"):
        assert sentence.start == times[sentence.text.split()[0]]

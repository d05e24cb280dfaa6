"""Lines that recognisers of speech print, each with two times."""

from __future__ import annotations

import pytest

from summarizer import read_page

SAID = ("So you repaired the lamp?", "With my neighbour, yes.", "What was broken?", "One tooth.")
STARTS = (1.0, 7.25, 15.0, 21.5)
ENDS = (6.0, 12.0, 20.0, 26.0)
WHO = ("SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_01")

UNNAMED = {
    "seconds": "[{a:.2f}s -> {b:.2f}s]  {said}\n",
    "seconds without a unit": "[{a:.3f} --> {b:.3f}] {said}\n",
    "clocks": "[00:{a:06.3f} --> 00:{b:06.3f}]  {said}\n",
}
NAMED = {
    "label, clocks, colon": "[{who}] [00:00:{a:06.3f} --> 00:00:{b:06.3f}]: {said}\n",
    "label, seconds": "[{who}] [{a:.2f}s -> {b:.2f}s] {said}\n",
    "label bare, clocks": "{who} [00:00:{a:06.3f} - 00:00:{b:06.3f}] {said}\n",
    "clocks, label": "[00:00:{a:06.3f} --> 00:00:{b:06.3f}] {who}: {said}\n",
    "clocks, label in brackets": "[00:00:{a:06.3f} --> 00:00:{b:06.3f}] [{who}]: {said}\n",
    "label above the words": "{who} [00:00:{a:06.3f} - 00:00:{b:06.3f}]\n{said}\n\n",
}


def _text(shape: str) -> str:
    rows = zip(WHO, STARTS, ENDS, SAID, strict=True)
    return "".join(shape.format(who=w, a=a, b=b, said=said) for w, a, b, said in rows)


@pytest.mark.parametrize("shape", UNNAMED.values(), ids=UNNAMED)
def test_words_and_times_are_told_apart(shape: str) -> None:
    page = read_page("Detected language 'en' with probability 0.99\n" + _text(shape))
    assert [(cue.text, cue.start) for cue in page.transcript] == list(
        zip(SAID, STARTS, strict=True)
    )
    assert page.title is None


@pytest.mark.parametrize("shape", NAMED.values(), ids=NAMED)
def test_the_label_beside_the_times_says_who_speaks(shape: str) -> None:
    page = read_page(_text(shape))
    assert [(cue.text, cue.start) for cue in page.transcript] == list(
        zip(SAID, STARTS, strict=True)
    )
    assert [cue.speaker for cue in page.transcript] == list(WHO)


def test_words_of_a_ctm_file_are_joined_up_to_each_pause() -> None:
    words = [("the", 0.0), ("lamp", 0.4), ("turns", 0.8), ("again", 3.0), ("tonight", 3.5)]
    page = read_page("".join(f"tape 1 {start:.2f} 0.30 {word} 0.98\n" for word, start in words))
    assert [(cue.text, cue.start) for cue in page.transcript] == [
        ("the lamp turns", 0.0),
        ("again tonight", 3.0),
    ]


def test_numbers_in_brackets_that_are_spoken_of_are_no_times() -> None:
    text = "1\n00:00:01,000 --> 00:00:03,000\nThe first vector [1, 0].\n\n"
    text += "2\n00:00:04,000 --> 00:00:06,000\nThe second [0, 1].\n"
    cues = read_page(text).transcript
    assert [(c.text, c.start) for c in cues] == [
        ("The first vector [1, 0].", 1),
        ("The second [0, 1].", 4),
    ]

"""Course transcripts, whose times stand in the words of buttons."""

from __future__ import annotations

import pytest

from summarizer import read_page

SAID = (
    "Welcome to the lesson about the lighthouse.",
    "The lamp turns once in ten seconds.",
    "The keeper counts the ships of each night.",
    "In the next lesson we will clean the lens.",
)
BUTTONS = {
    "English, figures": (
        "Play video starting at ::9 and follow transcript0:09",
        "Play video starting at :1:12 and follow transcript1:12",
        "Play video starting at :5: and follow transcript5:00",
    ),
    "English, words": (
        "Play video starting at 9 seconds and follow transcript0:09",
        "Play video starting at 1 minute 12 seconds and follow transcript1:12",
        "Play video starting at 5 minutes and follow transcript5:00",
    ),
    "Spanish": (
        "Reproduce el video desde ::9 y sigue la transcripción0:09",
        "Reproduce el video desde :1:12 y sigue la transcripción1:12",
        "Reproduce el video desde :5: y sigue la transcripción5:00",
    ),
    "Japanese, from a number on": (
        "9 秒から動画の再生を開始し、トランスクリプトを追う0:09",
        "1 分 12 秒から動画の再生を開始し、トランスクリプトを追う1:12",
        "5 分から動画の再生を開始し、トランスクリプトを追う5:00",
    ),
    "a language of no table": (
        "Ihagike videoa 9 segundotik eta jarraitu transkripzioa0:09",
        "Ihagike videoa 1 minutu 12 segundotik eta jarraitu transkripzioa1:12",
        "Ihagike videoa 5 minututik eta jarraitu transkripzioa5:00",
    ),
}


@pytest.mark.parametrize("buttons", BUTTONS.values(), ids=BUTTONS)
def test_the_times_of_buttons_are_those_of_what_follows(buttons: tuple[str, ...]) -> None:
    lines = [SAID[0], *(line for pair in zip(buttons, SAID[1:], strict=True) for line in pair)]
    page = read_page("\n".join(lines))
    assert [cue.text for cue in page.transcript] == list(SAID)
    assert [cue.start for cue in page.transcript] == [0, 9, 72, 300]


def test_what_two_buttons_play_is_said_however_little_it_is() -> None:
    buttons = BUTTONS["English, words"][1:]
    page = read_page("\n".join(["The lamp", buttons[0], SAID[1], buttons[1], SAID[2]]))
    assert [(cue.text, cue.start) for cue in page.transcript] == [(SAID[1], 72), (SAID[2], 300)]


def test_words_glued_to_the_time_of_a_button_are_said() -> None:
    starts = ("::9", "0:09"), ("::21", "0:21"), ("::34", "0:34")
    buttons = [f"Play video starting at {a} and follow transcript{b}" for a, b in starts]
    pairs = zip(buttons, SAID[1:], strict=True)
    page = read_page("\n".join(button + words for button, words in pairs))
    assert [cue.text for cue in page.transcript] == list(SAID[1:])
    assert [cue.start for cue in page.transcript] == [9, 21, 34]


def test_a_time_that_is_spoken_of_is_no_button() -> None:
    said = "The bus of 9 goes at 9:00 sharp.\nThe one of 10 goes at 10:30 and later.\nWe all wait."
    assert [cue.text for cue in read_page(said).transcript] == said.split("\n")

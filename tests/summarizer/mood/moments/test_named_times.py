"""Which times of the video a comment names, and what is written as a time and is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import named_times
from summarizer.mood.moments.spelled import _minutes

NAMED = [
    ("The ferry horn at 2:08 woke my cat", (128,)),
    ("1:04:09 is where the bridge opens", (3849,)),
    ("from 0:40 to 1:15 I did not breathe", (40, 75)),
    ("0:10, 0:52 & 3:07 are my favourites", (10, 52, 187)),
    ("that gull 🤣7:07🤣", (427,)),
    ("٤:١٥ المشهد الأجمل", (255,)),
    ("५:०८ पर नाव आती है", (308,)),
    ("1：33からの景色", (93,)),
    ("2:41부터 눈물", (161,)),
    ("at 7.20 the captain waves", (440,)),
    ("3.05 what a harbour", (185,)),
    ("the bit at 4m05s", (245,)),
    ("2min40 le plus beau", (160,)),
    ("8 minutes in and no boat yet", (480,)),
    ("around the 6 minute mark it rains", (360,)),
    ("Minute 11 ist der Hafen", (660,)),
    ("el segundo 44 es increíble", (44,)),
    ("на 9 минуте корабль", (540,)),
    ("5. dakikada fener yanıyor", (300,)),
    ("3분 20초 바다", (200,)),
    ("the storm is at an hour and 12 minutes", (4320,)),
    ("6'15 le phare", (375,)),
    ("https://youtu.be/abcdefghijk?t=83 listen", (83,)),
    ("https://www.youtube.com/watch?v=abcdefghijk&t=1m5s", (65,)),
    ("It's 3 am and 8:12 gives me chills", (492,)),
    ("Luke 2:14 is read at 2:14", (134,)),
    ("1:20 again, yes 1:20", (80,)),
]
NAMELESS = [
    "We lost 2:31 on aggregate, what a match",
    "it ended 3:2 for the harbour team",
    "Luke 2:14 at every Christmas",
    "Surah 36:12 recited on the pier",
    "It's 4:50 in the morning here",
    "see you tonight at 20:15 on the pier",
    "Treffen um 18:30 Uhr am Hafen",
    "son las 2:30 y sigo aquí",
    "my bus leaves at 7:40",
    "a 1:48 scale ship",
    "the 70:30 split is unfair",
    "filmed in 9:16 for phones",
    "boil the mussels for 4:30 minutes",
    "the song lasts 3:12",
    "he swam it in a time of 1:02:11",
    "tickets are $7.50",
    "it was 2.40€ last year",
    "firmware 4.12 broke my camera",
    "on 12.08.2021 we sailed",
    "the boat does 0 to 20 in 4.5 seconds",
    "I waited 25 minutes for the ferry",
    "a 12 minute video about one rope",
    "the last 40 seconds hurt",
    "he is 6'02 and fits in no cabin",
    "up from 0.25 mg of it, at 0.50 mg I slept",
    "at 0.25 мг в день",
    "Habakuk 3:17 NIV, read it on the pier",
    "Marc 4:39 dit la même chose",
    "マタイ 8:26 の船",
    "in the last part, 1:11 (1 hour 11 mins) from here",
    "step 4: 20 turns of the rope",
    "10.0.0.12:8080 is the harbour camera",
    "5:75 and 9:99 are no times",
    "lovely harbour",
    "",
]


@pytest.mark.parametrize(("text", "seconds"), NAMED)
def test_a_time_of_the_video_is_read_however_it_is_written(
    text: str, seconds: tuple[float, ...]
) -> None:
    assert named_times(text) == seconds


@pytest.mark.parametrize("text", NAMELESS)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert named_times(text) == ()


def test_a_time_beyond_the_video_is_none() -> None:
    assert named_times("1:00 and 9:00", 300.0) == (60.0,)
    assert named_times("12:30 here and still raining", 600.0) == ()


def test_times_of_day_that_are_joined_to_one_are_none_too() -> None:
    assert named_times("6:00pm / 18:00, as you like") == ()


@given(st.text(alphabet="0123456789:. hm's\"at-/،٣१：pm", max_size=60), st.floats(0, 9000))
def test_whatever_is_written_the_seconds_lie_within_the_video(text: str, length: float) -> None:
    found = named_times(text, length)
    assert len(set(found)) == len(found)
    assert all(0 <= second <= length for second in found)


def test_each_text_is_looked_through_for_as_few_words_as_can_be() -> None:
    words = _minutes()
    assert {"min", "detik"} <= words
    assert not any(one != other and one in other for one in words for other in words)

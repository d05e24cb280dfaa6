"""The chart's timeline: where chapters, sentences and moments lie, on pages that have times."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from summarizer import Chapter, Cue, Digest, Moment, Mood, Omission, Page, Sentence, digest_page
from summarizer.chart import Timeline, draw_chart, timeline_of
from summarizer.chart.theme import COLOURS, LIGHT

MOOD = Mood(8, 12, 9, 6, moments=(Moment(90.0, 5), Moment(30.0, 2)))
DIGEST = Digest(
    length=100.0,
    chapters=(Chapter("Dough", 0.0), Chapter("Oven", 50.0, 3)),
    summary=(Sentence(0, "Flour first.", 10.0), Sentence(4, "Then heat.", 60.0)),
    mood=MOOD,
)


def test_everything_that_has_a_time_is_on_the_timeline_in_order() -> None:
    found = timeline_of(DIGEST)
    assert found is not None
    assert found.sentences == (10.0, 60.0)
    assert [one.start for one in found.moments] == [30.0, 90.0]
    assert [one.title for one in found.chapters] == ["Dough", "Oven"]


def test_a_page_without_times_has_no_timeline() -> None:
    assert timeline_of(replace(DIGEST, length=None)) is None
    assert timeline_of(Digest(length=100.0)) is None


def test_the_lines_of_a_song_are_no_summary_on_it() -> None:
    found = timeline_of(replace(DIGEST, left_out=(Omission("lyrics"),)))
    assert found is not None
    assert not found.sentences


def test_a_moment_behind_the_last_words_is_on_it() -> None:
    found = timeline_of(replace(DIGEST, mood=Mood(moments=(Moment(130.0, 2),))))
    assert found is not None
    assert found.length == 130.0


def test_a_digest_knows_the_seconds_of_the_talk_and_where_its_chapters_begin() -> None:
    cues = (Cue("Flour and water make dough.", 0.0), Cue("Then it goes into the oven.", 60.0))
    digest = digest_page(Page(transcript=cues, chapters=(Chapter("Oven", None, 1),)))
    assert digest.length is not None
    assert 60 < digest.length < 70
    assert [one.start for one in digest.chapters] == [60.0]
    bare = digest_page(Page(transcript=tuple(replace(cue, start=None) for cue in cues)))
    assert bare.length is None


def test_each_moment_stands_where_it_is_in_the_talk_the_higher_the_more_name_it() -> None:
    image = _picture(Timeline(100.0, moments=MOOD.moments))
    low, high = (_pixels(image, _rgb(LIGHT.moment), range(x - 9, x + 23)) for x in (350, 911))
    assert 0 < low < high


def test_the_timeline_makes_the_chart_higher_and_its_chapters_are_named() -> None:
    timeline = timeline_of(DIGEST)
    plain, drawn = _picture(None), _picture(timeline)
    assert drawn.height > plain.height + 200
    assert timeline is not None
    assert drawn.height > _picture(replace(timeline, chapters=())).height
    assert drawn.height < 2400


def test_without_moments_nothing_has_their_colour() -> None:
    image = _picture(Timeline(100.0, sentences=(10.0, 60.0)))
    assert not _pixels(image, _rgb(LIGHT.moment), range(image.width))


def test_the_poles_stand_in_the_order_of_the_reply() -> None:
    image = _picture(None)
    column = [image.getpixel((284, y)) for y in range(image.height)]
    order = ("positive", "negative", "neutral", "unclear")
    tops = [column.index(_rgb(COLOURS[pole])) for pole in order]  # type: ignore[index]
    assert tops == sorted(tops)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _picture(timeline: Timeline | None) -> Image.Image:
    return Image.open(io.BytesIO(draw_chart(MOOD, "A title", timeline)))


def _pixels(image: Image.Image, colour: tuple[int, ...], columns: range) -> int:
    """How many pixels of those columns are in ``colour``."""
    part = image.crop((columns.start, 0, columns.stop, image.height - 200))
    counts = part.getcolors(part.width * part.height) or []
    return sum(count for count, found in counts if found == colour)

"""The chart in the words of each language: none runs off the picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from handlers.message import Texts
from handlers.message.language_codes import languages
from summarizer import Chapter, Moment, Mood, Share
from summarizer.chart import Timeline, draw_chart

TALK = Timeline(
    7_200.0,
    sentences=tuple(range(0, 6_000, 100)),
    moments=(Moment(90.0, 1_234), Moment(3_000.0, 200)),
    chapters=(Chapter("Dough", 0.0), Chapter("Oven", 3_600.0, 3)),
)
CROWD = Mood(
    400_000,
    300_000,
    300_000,
    150_000,
    50_000,
    duplicates=12_000,
    spam=3_000,
    languages=tuple((code, 100) for code in ("en", "de", "fr", "es", "it", "pt", "ru", "tr")),
    shares=(Share("positive", 0.33, 0.32, 0.34),),
    terms=(("positive", ("garden",)), ("negative", ("price",))),
    moments=TALK.moments,
)


@pytest.mark.parametrize("language", languages())
def test_every_line_ends_within_the_margin(language: str) -> None:
    data = draw_chart(CROWD, "A title", TALK, Texts(language))
    image = Image.open(io.BytesIO(data)).convert("L")
    edge = image.crop((image.width - 60, 0, image.width, image.height))
    assert len(edge.getcolors() or ()) == 1

"""The chart: a PNG a phone can show, the same bytes each time, never a box for a letter."""

from __future__ import annotations

import io
import warnings

import pytest
from PIL import Image

from summarizer.chart import draw_chart
from summarizer.chart.glyphs import shaped, showable, shows, width, wrap
from summarizer.language_names import language_name
from summarizer.opinions import Mood, Share

SMALL = Mood(8, 12, 9, 6, languages=(("en", 33), ("de", 2)))
LARGE = Mood(
    4000,
    3000,
    3000,
    1500,
    500,
    duplicates=12,
    spam=3,
    languages=tuple((code, 100) for code in ("en", "de", "fr", "es", "it", "ja", "zh", "qq")),
    shares=(Share("positive", 0.33, 0.32, 0.34),),
    terms=(("positive", ("garden", "Taylor Swift", "جميل")), ("negative", ("最悪", "$5 & $6_x"))),
)

TITLES = ("日本の夏 🌸", "🎉🎉", "", "a" * 5000, "$x$ $\\frac$ _^{", "أغنية", "\ud800")


def picture(mood: Mood, title: str, *, dark: bool = False) -> Image.Image:
    return Image.open(io.BytesIO(draw_chart(mood, title, dark=dark)))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("mood", [Mood(), SMALL, LARGE], ids=["none", "small", "large"])
def test_a_chart_is_a_png_as_wide_as_a_phone(mood: Mood, *, dark: bool) -> None:
    image = picture(mood, "A title", dark=dark)
    assert image.format == "PNG"
    assert image.width == 1080
    assert 400 < image.height < 2400


def test_the_same_values_give_the_same_bytes() -> None:
    assert draw_chart(LARGE, "A title") == draw_chart(LARGE, "A title")
    assert not picture(SMALL, "A title").info.keys() & {"Software", "Creation Time", "date"}


def test_light_and_dark_have_their_own_paper() -> None:
    light, dark = (picture(SMALL, "x", dark=night).convert("L") for night in (False, True))
    assert light.histogram()[-64:] > dark.histogram()[-64:]


@pytest.mark.parametrize("title", TITLES)
def test_no_title_makes_a_box_or_a_warning(title: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert picture(LARGE, title).width == 1080


def test_what_the_font_lacks_is_known() -> None:
    assert shows("Ünïcode Привет سلام")
    assert not shows("日本")
    assert not shows("nice 😂")
    assert showable("nice 😂 day 日本") == "nice day"


def test_right_to_left_stands_as_it_is_read_and_arabic_letters_join() -> None:
    assert shaped("a שלום b") == "a םולש b"
    assert shaped("سلام") == "\ufee1\ufefc\ufeb3"  # a final meem, lam with alef, an initial seen


@pytest.mark.parametrize("word", ["الله", "ﷲ", "ٹھیک", "ئۇيغۇر", "کُتُب", "پنجره"])
def test_no_form_of_an_arabic_letter_is_a_box(word: str) -> None:
    assert showable(shaped(word)) == shaped(word)


def test_lines_are_broken_between_words_and_cut_with_an_ellipsis() -> None:
    lines = wrap("one two three four five six seven eight nine ten", 40, 300, 2)
    assert len(lines) == 2
    assert (
        lines[0].split() == ["one", "two", "three", "four", "five", "six"][: len(lines[0].split())]
    )
    assert lines[1].endswith("…")
    assert all(width(line, 40) <= 330 for line in lines)
    assert wrap("w" * 100, 40, 300, 1)[0].endswith("w…")


def test_rare_languages_are_named_by_their_code() -> None:
    assert (language_name("de"), language_name("qq")) == ("German", "qq")

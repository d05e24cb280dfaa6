"""Articles copied out of the reader mode of browsers and of programs that keep pages."""

from __future__ import annotations

import pytest

from summarizer import read_page

TEXT = (
    "The old mill at the end of the valley stood empty for thirty years before anybody came.",
    "Nobody in the village believed that its wheel would ever turn again in their own lives.",
    "The first thing to be done was to clean the race: mud, two bicycles and a church bell.",
)
TITLE = "How the old mill came back"


@pytest.mark.parametrize(
    ("head", "channel"),
    [
        (f"mill.example\n{TITLE}\nIda Fenn\n\n5–7 minutes", "Ida Fenn"),
        (f"mill.example\n{TITLE}\nIda Fenn\n5-7 Minuten", "Ida Fenn"),
        (f"mill.example\n{TITLE}\nIda Fenn\n5 à 7 minutes", "Ida Fenn"),
        (f"mill.example\n{TITLE}\n\n8 分", "mill.example"),
        (f"{TITLE}\nBy Ida Fenn\nmill.example\n12 March 2024", "Ida Fenn"),
        (f"{TITLE}\nIda Fenn · Mills · Mar 12, 2024 · 6 min read\nView Original", "Ida Fenn"),
        (f"{TITLE}\nIda Fenn\n6 min read\n·\nMar 12, 2024\nListen\nShare", "Ida Fenn"),
    ],
)
def test_what_a_reader_mode_sets_above_an_article_is_no_part_of_it(head: str, channel: str) -> None:
    page = read_page("\n\n".join((head, *TEXT)))
    assert (page.title, page.channel) == (TITLE, channel)
    assert [cue.text for cue in page.transcript] == list(TEXT)


def test_a_long_title_is_read_whole() -> None:
    title = (
        "How the old mill at the end of the valley came back, and what its wheel had to say of it"
    )
    page = read_page("\n\n".join((f"mill.example\n{title}\nIda Fenn\n5–7 minutes", *TEXT)))
    assert page.title == title


@pytest.mark.parametrize(
    "head",
    [
        "Twelve minutes",
        f"{TITLE}\nIda Fenn",
        f"{TITLE}\nIda Fenn\nPer Holm\nMara Quist\n5 minutes",
    ],
)
def test_other_short_lines_above_a_text_are_kept(head: str) -> None:
    page = read_page("\n\n".join((head, *TEXT)))
    kept = "\n".join(
        filter(None, (page.title, page.description, *(c.text for c in page.transcript)))
    )
    assert all(line in kept for line in head.split("\n"))


def test_a_recipe_with_times_is_no_article_of_a_reader_mode() -> None:
    page = read_page("Bread\n40 minutes\nFlour\nWater\nRest\nBake\nCool\nEat")
    assert "40 minutes" in " ".join(cue.text for cue in page.transcript)

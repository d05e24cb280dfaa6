"""Texts with headings between what is said."""

from __future__ import annotations

import pytest

from summarizer import read_page

SAID = (
    "The lamp turns. It has a lens.",
    "The keeper counts ships. He is alone.",
    "We go home now.",
)
TITLES = ("The lamp", "The keeper", "The way home")
STARTS = (0, 70, 400)
HEADINGS = {
    "Markdown, range behind": "## {title} ({start} – {end})",
    "Markdown, time before": "## [{start}] {title}",
    "Markdown, time behind": "### {title} - {start}",
    "word processor": "{title} ({start} – {end})",
    "word processor, bold": "**{title} ({start} - {end})**",
}
TIMES = ("0:00", "1:10", "6:40", "9:05")


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS)
def test_timed_headings_are_chapters_and_times(heading: str) -> None:
    pairs = zip(TITLES, TIMES, TIMES[1:], SAID, strict=False)
    body = [f"{heading.format(title=t, start=a, end=b)}\n\n{said}" for t, a, b, said in pairs]
    page = read_page("\n\n".join(["A night in the lighthouse", *body]))
    assert page.title == "A night in the lighthouse"
    assert [(c.title, c.start, c.cue) for c in page.chapters] == [
        (title, start, i) for i, (title, start) in enumerate(zip(TITLES, STARTS, strict=True))
    ]
    assert [(cue.text, cue.start) for cue in page.transcript] == list(
        zip(SAID, STARTS, strict=True)
    )


def test_headings_without_times_are_chapters() -> None:
    body = [f"## {title}\n\n{said}" for title, said in zip(TITLES, SAID, strict=True)]
    page = read_page("\n\n".join(["# A night in the lighthouse", *body]))
    assert [chapter.title for chapter in page.chapters] == list(TITLES)
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_times_as_headings_are_no_chapters() -> None:
    body = [f"### 00:0{i}:00\n\n{said}" for i, said in enumerate(SAID)]
    page = read_page("\n\n".join(["# A night in the lighthouse", *body]))
    assert not page.chapters
    assert [cue.start for cue in page.transcript] == [0, 60, 120]


def test_the_heading_of_a_transcript_in_a_note_is_no_chapter() -> None:
    fields = '---\ntitle: "The lamp"\nsource: https://www.youtube.com/watch?v=Mm1lTt0wWxY\n---\n'
    said = "  \n".join(f"**0:{i}0** · {said}" for i, said in enumerate(SAID))
    page = read_page(f"{fields}\nA film about light.\n\n## Transcript\n\n{said}")
    assert page.title == "The lamp"
    assert not page.chapters
    assert [cue.text for cue in page.transcript] == list(SAID)


def test_an_address_below_the_title_is_the_pages() -> None:
    address = "https://www.youtube.com/watch?v=Mm1lTt0wWxY"
    page = read_page(f"# The lamp\n\n**Source:** {address}\n\n---\n\n" + "\n\n".join(SAID))
    assert (page.title, page.url) == ("The lamp", address)
    assert [cue.text for cue in page.transcript] == list(SAID)


LONG = (
    "The lamp turns all night long, and its light is seen by every ship that is far out. "
    "It has a lens of glass."
)


def test_short_lines_between_paragraphs_are_chapters() -> None:
    paragraphs = [LONG, *(f"{title}\n\n{n}. {LONG}" for n, title in enumerate(TITLES))]
    page = read_page("\n\n".join(["A night in the lighthouse", *paragraphs]))
    assert [(c.title, c.cue) for c in page.chapters] == list(zip(TITLES, (1, 2, 3), strict=True))
    assert len(page.transcript) == 4


@pytest.mark.parametrize(
    "between",
    ["and so on and on", "He said:", "It is late.", "Ann Smith\n\n{LONG}\n\nAnn Smith"],
)
def test_other_lines_between_paragraphs_are_said(between: str) -> None:
    text = between.replace("{LONG}", LONG)
    page = read_page(f"A night in the lighthouse\n\n{LONG}\n\n{text}\n\n{LONG} So it is.")
    assert not page.chapters

"""One made-up video, copied in many layouts and interface languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.model import Page
from summarizer.page import read_text
from tests.summarizer.page.page_maker import (
    CHANNEL,
    DESCRIPTION,
    INVENTED,
    LAYOUTS,
    REMARKS,
    SPEECH,
    SPOKEN,
    TITLE,
    Words,
    extract,
    three_lines,
    words_of,
)

WORDS = [pytest.param(words_of(language), id=language) for language in sorted(SPOKEN)]
UNKNOWN = pytest.param(INVENTED, id="invented")


@pytest.mark.parametrize("words", [*WORDS, UNKNOWN])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_part_is_read_in_every_layout_and_language(
    layout: Callable[[Words], str], words: Words
) -> None:
    page = read_text(layout(words))
    assert (page.title, page.channel) == (TITLE, CHANNEL)
    assert page.description == DESCRIPTION
    assert [(cue.start, cue.text) for cue in page.transcript] == list(SPEECH)
    _assert_comments(page)
    assert page.comments_stated == 1234


@pytest.mark.parametrize("words", [*WORDS, UNKNOWN])
def test_an_extract_of_one_line_a_part_is_read_in_every_language(words: Words) -> None:
    page = read_text(extract(words))
    assert page.title == f"{TITLE} • {CHANNEL}"
    assert page.channel == CHANNEL
    assert [cue.text for cue in page.transcript] == [" ".join(text for _, text in SPEECH)]
    assert page.description == DESCRIPTION.replace("\n\n", "\n")
    folded = [" ".join(remark.text.split()) for remark in REMARKS]
    assert [comment.text for comment in page.comments] == folded


@pytest.mark.parametrize("words", [*WORDS, UNKNOWN])
def test_times_in_words_below_the_times_are_no_speech(words: Words) -> None:
    page = read_text(three_lines(words))
    assert [(cue.start, cue.text) for cue in page.transcript] == list(SPEECH)
    assert not page.comments


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_any_kind_of_line_break_will_do(newline: str) -> None:
    text = LAYOUTS[0](words_of("en"))
    assert read_text(text.replace("\n", newline)) == read_text(text)


def test_blank_lines_everywhere_change_no_part() -> None:
    text = LAYOUTS[0](words_of("de"))
    page, airy = read_text(text), read_text(text.replace("\n", "\n\n"))
    assert airy.transcript == page.transcript
    assert [c.author for c in airy.comments] == [c.author for c in page.comments]


def _assert_comments(page: Page) -> None:
    found = [(c.author, c.text, c.likes) for c in page.comments]
    assert found == [(r.author, r.text, r.count) for r in REMARKS]
    assert all(comment.age for comment in page.comments)


def test_among_thousands_of_plain_comments_times_and_short_lines_are_no_interface() -> None:
    said = "We looked at the tablet for an hour and found that it is quite heavy. " * 8
    remarks = [f"Remark number {n} about the tablet, which I like." for n in range(1200)]
    remarks[400:402] = ["$199", "now"]
    for place, moment in (
        (700, "1:18 what a laugh"),
        (708, "4:24 was a zipper"),
        (716, "6:05 odd"),
    ):
        remarks[place] = moment
    page = read_text(
        "\n".join(["A long talk", said, "Source: https://a.example/", "1,200 comments", *remarks])
    )
    assert [comment.text for comment in page.comments] == remarks
    assert len(page.transcript) == 1


def test_a_number_of_comments_and_the_comments_alone_are_a_page() -> None:
    page = read_text("3 comments\nI like it a lot\nTerrible sound\nWhat is this song?\n")
    assert [c.text for c in page.comments] == [
        "I like it a lot",
        "Terrible sound",
        "What is this song?",
    ]
    assert (page.title, page.comments_stated) == (None, 3)


SAID = "We walked through the town and counted the trees on each street, one by one. " * 5
TOLD = (
    "A film about trees.\nThe data: https://trees.example/data\nMastodon: https://m.example/@trees"
)


def test_the_half_of_an_extract_above_its_comments_keeps_its_parts() -> None:
    page = read_text(f"Trees of the town • Tree Films\n{SAID}\n{TOLD}\n")
    assert (page.title, page.channel) == ("Trees of the town • Tree Films", "Tree Films")
    assert page.transcript[0].text == SAID.strip()
    assert page.description == TOLD


def test_an_extract_copied_without_its_title_keeps_its_speech() -> None:
    page = read_text(f"{SAID}\n{TOLD}\n2 comments\nLovely trees\nWhich town is it?\n")
    assert page.title is None
    assert page.transcript[0].text == SAID.strip()
    assert [comment.text for comment in page.comments] == ["Lovely trees", "Which town is it?"]

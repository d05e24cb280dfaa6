"""The page that the project ships, whole: what is read in it, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import Digest, Options, Page, digest_page, read_page

EXAMPLE = Path(__file__).resolve().parents[3] / "bot" / "example.txt"


@pytest.fixture(scope="module")
def page() -> Page:
    return read_page(EXAMPLE.read_bytes(), EXAMPLE.name)


@pytest.fixture(scope="module")
def digest(page: Page) -> Digest:
    return digest_page(page)


def test_each_part_of_the_page_is_found(page: Page) -> None:
    assert page.title == "Why our town gave its main street back to the people on foot"
    assert page.channel == "Harbour Lane Stories"
    assert len(page.comments) == page.comments_stated == 29
    assert [(chapter.title, chapter.start) for chapter in page.chapters] == [
        ("The summer nobody asked for", 0),
        ("What the shopkeepers feared", 48),
        ("The counts", 112),
        ("What did not work", 190),
    ]
    assert page.description.startswith("Two years ago the council")
    assert page.description.endswith("#cities #walking #documentary")


def test_comments_keep_their_lines_likes_and_ages(page: Page) -> None:
    first, _, baker, tim = page.comments[:4]
    assert first.pinned
    assert (baker.author, baker.likes, baker.age) == ("@oldharbourbaker", 891, "2 months ago")
    assert tim.text.endswith("now 400 metres away.\n\nThat is not progress, that is exclusion.")
    assert "3:10 is the honest part." in page.comments[5].text


def test_the_links_are_cleaned_labelled_and_sorted(digest: Digest) -> None:
    links = {link.label: (link.url, link.kind) for link in digest.links}
    assert links["The council's full report, with all the tables"] == (
        "https://harbour-lane.example/report-2026.pdf",
        "source",
    )
    assert links["Data and code for the charts"][1] == "source"
    assert links["Instagram"] == ("https://www.instagram.com/harbourlanestories/", "social")
    assert len(links) == 7


def test_the_digest_covers_the_chapters_in_the_page_s_own_words(page: Page, digest: Digest) -> None:
    spoken = " ".join(cue.text for cue in page.transcript)
    assert (digest.words, digest.sentences_total, digest.minutes) == (574, 39, 4)
    assert {sentence.chapter for sentence in digest.summary} == {c.title for c in page.chapters}
    assert all(sentence.text in spoken for sentence in digest.summary)
    assert "".join(digest.lead).startswith("Two years ago the council")


def test_every_comment_is_counted_once_and_quotes_are_comments(page: Page, digest: Digest) -> None:
    said = {" ".join(comment.text.split()) for comment in page.comments}
    assert digest.mood.total == 29
    assert dict(digest.mood.languages)["de"] == 3
    assert all(" ".join(quote.text.split()) in said for quote in digest.mood.quotes)


def test_the_number_of_sentences_is_what_was_asked_for(page: Page) -> None:
    assert [len(digest_page(page, Options(n)).summary) for n in (1, 4, 12)] == [1, 4, 12]

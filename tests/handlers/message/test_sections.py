"""What a reply says of the video, section by section, as its reader meets it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.message.rendering import render
from summarizer import (
    Digest,
    Omission,
    Sentence,
    digest_page,
    read_page,
)
from tests.handlers.message.reply_text import MANY, SAID, folded, shown
from tests.handlers.message.test_rendering import TEXTS
from tests.reading import read_words

SEED_IN_SIGHT, SEED_UNFOLDED = 230, 380


def test_the_reply_to_the_real_sample_is_read_in_a_minute(shared: Path) -> None:
    page = read_page((shared / "seed/page.txt").read_text(encoding="utf-8"))
    in_sight, unfolded = read_words(render(digest_page(page), TEXTS).html)
    assert in_sight <= SEED_IN_SIGHT
    assert unfolded <= SEED_UNFOLDED


def test_sentences_without_times_stand_behind_bullets_and_not_behind_numbers() -> None:
    digest = Digest(summary=(Sentence(3, "Rye grows slowly."), Sentence(17, "Oats do not.")))
    assert "• Rye grows slowly.\n• Oats do not." in shown(digest)


@pytest.mark.parametrize(
    "lead",
    [
        "The harbour bridge was closed for repairs in May.",
        "Repairs closed the bridge of the harbour.",
        "Why ferries sail again",
    ],
)
def test_a_lead_that_title_or_summary_say_already_is_left_out(lead: str) -> None:
    digest = Digest(title="Why ferries sail again", language="en", lead=(lead,), summary=SAID)
    assert "In the publisher's words" not in shown(digest)


def test_a_lead_is_shown_up_to_the_sentence_that_says_nothing_new() -> None:
    lead = ("Forty ferries carry the commuters now.", "In May the bridge was closed.", "It rusts.")
    text = shown(Digest(title="Ferries", language="en", lead=lead, summary=SAID * 2))
    assert "In the publisher's words\nForty ferries carry the commuters now.\n\n" in text
    assert "It rusts." not in text


def test_a_long_lead_makes_room_for_the_summary() -> None:
    lead = ("Forty ferries " + "carry commuters, crates, bicycles and mail " * 9 + "now.",)
    assert "Forty ferries" not in shown(Digest(language="en", lead=lead, summary=SAID))
    assert "Forty ferries" in shown(Digest(language="en", lead=lead))


def test_a_long_talk_without_chapters_has_a_few_headings_by_time() -> None:
    spoken = tuple(Sentence(i, f"Point {i}.", 240.0 * i) for i in range(16))
    talk = Digest(summary=spoken, sentences_total=900, minutes=64, words=9000)
    text = shown(talk)
    headings = re.findall(r"^(\d+:[\d:]+) - (\d+:[\d:]+)$", text, re.MULTILINE)
    assert headings == [
        ("0:00", "16:00"), ("16:00", "32:00"), ("32:00", "48:00"), ("48:00", "1:04:00")
    ]  # fmt: skip
    assert "32:00 - 48:00\n32:00 Point 8." in text
    day = tuple(replace(s, start=2400.0 * s.index) for s in spoken)
    assert len(re.findall(" - ", shown(replace(talk, summary=day, minutes=640)))) == 6


@pytest.mark.parametrize(
    "change",
    [
        {"minutes": 30},
        {"summary": (Sentence(0, "A point."), Sentence(1, "More.", 2000.0))},
        {"summary": (Sentence(0, "Late.", 2000.0), Sentence(1, "Early.", 5.0))},
    ],
)
def test_a_short_talk_and_one_without_times_in_order_have_no_headings(
    change: dict[str, object],
) -> None:
    spoken = (Sentence(0, "A point.", 5.0), Sentence(1, "More.", 2000.0))
    talk = Digest(summary=spoken, sentences_total=900, minutes=64)
    assert " - " in shown(talk)
    assert " - " not in shown(replace(talk, **change))  # type: ignore[arg-type] # fields by name


def test_where_there_are_chapters_their_titles_are_the_headings() -> None:
    spoken = tuple(Sentence(i, f"Point {i}.", 900.0 * i, None, f"Part {i // 2}") for i in range(4))
    text = shown(Digest(summary=spoken, sentences_total=90, minutes=64))
    assert "Part 0\n0:00 Point 0.\n15:00 Point 1.\nPart 1\n30:00" in text
    assert " - " not in text


def test_a_song_shows_its_refrain_once_and_no_summary() -> None:
    sung = Omission("lyrics", 6, part="Row me over the bay")
    song = Digest(summary=SAID, sentences_total=20, left_out=(sung,))
    text = shown(song)
    assert "These are the words of a song, which have no summary." in text
    assert "“Row me over the bay” (sung 6 times)" in text
    assert "harbour bridge" not in text
    assert not [b for row in render(song, TEXTS).buttons for b in row
                if b.action in ("shorter", "longer")]  # fmt: skip


def test_without_a_transcript_the_description_stands_for_the_summary() -> None:
    recipe = "Ingredients\n200 g rye flour\n\n1. Stir.\n2. Wait.\nMy shop: https://example.org/0"
    digest = Digest(description=recipe, links=MANY[:1])
    (quote,) = folded(digest)
    assert quote.splitlines() == ["Ingredients", "200 g rye flour", "1. Stir.", "2. Wait."]
    assert "In the publisher's words" not in shown(digest)


def test_the_links_view_has_the_whole_description_as_far_as_it_fits() -> None:
    short = replace(LONG_RECIPE, description="Flour\nSalt")
    assert "Description\nFlour\nSalt" in shown(short, "links")
    text = shown(LONG_RECIPE, "links")
    assert "Step 1 " in text
    assert re.search(r"\d+ more lines in Export", text)


LONG_RECIPE = Digest(
    title="Rye", description="\n".join(f"Step {i} takes a while and a spoon." for i in range(300))
)


def test_the_button_names_what_it_opens() -> None:
    labels = [b.label for row in render(Digest(), TEXTS).buttons for b in row]
    assert "description" in labels
    gone = Digest(left_out=(Omission("no-description"),))
    assert "links" not in [b.action for row in render(gone, TEXTS).buttons for b in row]
    linked = render(Digest(links=MANY[:1]), TEXTS).buttons
    assert [b.label for row in linked for b in row if b.action == "links"] == ["links"]

"""Where a page ends and the next one begins, told by the pages' own lines."""

from __future__ import annotations

import pytest

from summarizer.page import begins_anew

HEAD = "How bread rises\nKitchen Table Science\n12K subscribers\nSubscribe\n"
VIEWS = "3,204 views  2 weeks ago\nBread rises because yeast breathes.\n"
REMARKS = "\n".join(
    f"@guest{n}\n2 weeks ago\nI bake one every Sunday, and number {n} was the best.\n{n}\nReply"
    for n in range(20)
)
SPEECH, LATER = (
    "\n".join(f"{n // 6}:{n % 6}0\nFold the dough and wait a little." for n in range(start, end))
    for start, end in ((0, 40), (40, 80))
)
PANEL = "Transcript\nSearch in video\n"
PAGE = HEAD + VIEWS + REMARKS


@pytest.mark.parametrize(
    "following",
    [
        "Why boats float\nHarbour Talk\n228 views  3 years ago\nThe water pushes back.",
        "Pourquoi les bateaux flottent\nLe Port\n1,2 k vues  il y a 3 ans\nL'eau pousse.",
        "Warum Boote schwimmen\nHafen\n6.03M Abonnenten\n1.234.567 Aufrufe  vor 3 Jahren\nWasser.",
        "Why boats float • Harbour Talk\n" + "The hull pushes the water away. " * 50,
    ],
)
def test_a_second_head_begins_another_page(following: str) -> None:
    assert begins_anew([PAGE], following)


@pytest.mark.parametrize(
    "following",
    [
        REMARKS,
        "and a second line of the remark.\n3\nReply\n" + REMARKS,
        "Kitchen Table Science\n12K subscribers\n20 Comments\n" + REMARKS,
        "3 days ago\nOne more remark.\nReply",
        PANEL + SPEECH,
        "Why boats float\nHarbour Talk\n15K views\n•\n3 days ago\n12:33",
        "Why boats float\nHarbour Talk\n15K views\n3 days ago\nWhy ice floats\n9K views\n1 day ago",
        "2:00\nThe end.\n8:53:24\nWhy boats float\nHarbour Talk\n15K views\n•\n3 days ago",
    ],
)
def test_what_stands_further_down_in_a_page_goes_on_with_it(following: str) -> None:
    assert not begins_anew([PAGE], following)


def test_after_a_title_alone_the_head_goes_on() -> None:
    assert not begins_anew(["How bread rises"], HEAD.partition("\n")[2] + VIEWS)


def test_times_that_go_back_begin_another_transcript() -> None:
    assert begins_anew([HEAD + VIEWS, SPEECH], SPEECH)
    assert not begins_anew([HEAD + VIEWS, SPEECH], LATER)


def test_chapters_in_a_remark_are_no_transcript() -> None:
    chapters = HEAD + VIEWS + "0:00 Flour\n1:00 Water\n2:00 Salt\n20 Comments\n@ann\n3 years ago"
    assert not begins_anew([chapters], "My favourites:\n0:10 the flour\n0:50 the salt")


def test_a_second_transcript_begins_another_page() -> None:
    assert begins_anew([PANEL + SPEECH, REMARKS], PANEL + SPEECH)


def test_chapters_that_a_page_lists_twice_are_no_transcript_before_its_own() -> None:
    chapters = "\n".join(f"Part {n}\n{n}:00" for n in range(12))
    listed = "\n".join(f"{n}:00 Part {n}" for n in range(12))
    page = f"{HEAD}{VIEWS}{listed}\nChapters\nView all\n{chapters}\n{REMARKS}\nTranscript"
    assert not begins_anew([page], "Search in video\n" + SPEECH)

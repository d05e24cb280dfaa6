"""Comments alone, one a line, are told from speech."""

from __future__ import annotations

import pytest

from summarizer import read_page

REMARKS = (
    "I built it with my daughter. She named it Toast 😂",
    "that clamp scared me more than any horror film",
    "Wie schwer ist das Boot am Ende?",
    "lol",
    "Best channel on this site, please do paddles next!!",
    "The epoxy part was too fast for me, had to watch it three times before I dared to try it",
    "❤❤❤",
    "@knotty use nails",
)


def test_the_second_half_of_a_paste_is_comments() -> None:
    page = read_page("\n".join(REMARKS))
    assert [comment.text for comment in page.comments] == list(REMARKS)
    assert page.title is None
    assert not page.transcript


def test_lines_of_one_emoji_are_comments_without_a_title() -> None:
    page = read_page("😂\n" * 400)
    assert (page.title, len(page.comments)) == (None, 400)


@pytest.mark.parametrize(
    "text",
    [
        (
            "so here is a sheet of plywood\nit cost me thirty one dollars\nand by Sunday\n"
            "we are going to paddle it\nI draw the panels\nwith a bent stick\n[Music]\nit floats"
        ),
        (
            "The Heron\n\nIt stands all day\nin its own grey thought,\nand what it wants\n"
            "is what it caught.\n\nNobody asks\nthe heron why.\nIt has one leg,\nand all the sky!"
        ),
        (
            "Plain rye bread\nIngredients\n500 g rye flour\n10 g salt\n350 ml water\nMethod\n"
            "Mix it all in a bowl.\nWait for a day.\nBake at 230 °C for 50 minutes!\nLet it cool."
        ),
        (
            "Did you see it?\nYes.\n"
            "Forty screws, one sheet, a weekend, and on Sunday we paddled it.\n"
            "No way!\nThe plans are free, so what do we lose?\nA weekend.\nFair enough!\n"
            "Okay?\nOkay!"
        ),
    ],
    ids=["captions", "poem", "recipe", "sentences"],
)
def test_speech_and_prose_are_no_comments(text: str) -> None:
    page = read_page(text)
    assert page.transcript
    assert not page.comments


def test_a_count_far_above_the_lines_below_it_still_heads_comments() -> None:
    page = read_page("19,783 Comments\n" + "\n".join(REMARKS[:4]))
    assert (len(page.comments), page.comments_stated) == (4, 19783)


def test_what_stands_below_a_closed_discussion_is_kept() -> None:
    speech = "so here is the desk and every channel on it has a story of its own " * 5
    page = read_page(
        f"One album\n{speech}\nPlans: https://example.org/desk\n2 comments\nhuge drums\n"
        "more please\nComments are closed.\nWe moved to the forum.\n"
    )
    assert [comment.text for comment in page.comments] == ["huge drums", "more please"]
    assert page.description.endswith("We moved to the forum.")


def test_a_page_quoted_whole_is_read_as_if_it_were_not() -> None:
    page = "1,204 views\n2 days ago\n3 Comments\n@a\n2 days ago\nIt floats.\n5\nReply\n"
    quoted = "".join(f"> {line}\n" for line in f"Canoe\nShed\n{page}".splitlines())
    assert read_page(quoted) == read_page(f"Canoe\nShed\n{page}")

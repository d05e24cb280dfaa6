"""Parts of a paste, put together as they were before the client split them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.text.cutters import CLIENTS
from handlers.paste.joining import begins_alike, continues, join, looks_split, overflows
from summarizer import Page, read_page
from tests import tdlib
from tools.joints import late_parts, other_pages, right_joints, total

ROOT = Path(__file__).resolve().parents[4]

REMARKS = (
    "I bake every Sunday. My neighbours have begun to come by at ten, just by chance.",
    "Version 2.5 of the oven is worse than 1.5; see https://ovens.example.org/v2.5/notes?id=9.",
    "No.",
    "Wait... so you fold it twice? My grandmother folds it nine times, e.g. before Easter.",
    "😀😀 lovely",
)


def written(count: int) -> str:
    """A page of remarks: name, age, words of one to three lines, likes and a label."""
    remarks = []
    for n in range(count):
        words = "\n".join(REMARKS[(n + k) % len(REMARKS)] for k in range(1 + n % 3))
        remarks.append(f"@baker{n}\n{n % 11 + 1} days ago\n{words}\n{n % 7}\nReply")
    return "How bread rises\nBaker's Corner\n12K views\n" + "\n".join(remarks)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("count", [32, 40, 77, 120])
def test_a_page_comes_back_as_it_was_copied(client: str, count: int) -> None:
    page = written(count)
    parts = CLIENTS[client](page)
    assert len(parts) > 1
    assert join(parts) == page


def test_one_part_is_itself_and_none_is_nothing() -> None:
    assert join(["How bread rises"]) == "How bread rises"
    assert join([]) == ""
    assert join([" ", "How bread rises"]) == "How bread rises"


@pytest.mark.parametrize(
    "seam",
    [
        "see https://www.ovens.example.org/v2 for it",
        "it costs 16.75 a loaf, they say",
        'and he said "so be it." Then he left',
        "that was it... or was it not",
    ],
)
def test_an_address_or_a_number_is_never_broken(seam: str) -> None:
    line = "What a fine loaf this is and how it smells"
    for shift in range(40):
        page = (
            "\n".join([line] * 94)
            + "\n"
            + "x" * shift
            + " "
            + seam
            + " so\n"
            + "\n".join([line + " " + line] * 9)
        )
        parts = CLIENTS["ios"](page)
        assert join(parts) == page


def test_android_loses_one_character_where_there_is_nothing_to_break_at() -> None:
    page = "".join(chr(0x4E00 + n * 7 % 900) for n in range(9000))
    joined = join(CLIENTS["android"](page))
    assert joined == page[:4096] + page[4097:8193] + page[8194:]


def test_a_text_that_no_client_split_is_joined_by_its_lines() -> None:
    first, second = "0:00\nflour\n0:05\nwater\n0:09\nsalt", "0:12\nyeast\n0:20\ntime"
    assert join([first, second]) == f"{first}\n{second}"


TEXTS = st.lists(
    st.sampled_from(["word", ".", " ", "\n", "\n\n", "😀", "12", "@a\n", "x" * 900]), max_size=60
).map("".join)


@given(st.lists(TEXTS, max_size=6))
def test_nothing_is_lost_or_added_but_white_space(parts: list[str]) -> None:
    assert "".join(join(parts).split()) == "".join("".join(parts).split())


@given(TEXTS, st.sampled_from(sorted(CLIENTS)))
def test_the_client_that_split_would_split_the_joined_text_in_as_many_parts(
    text: str, client: str
) -> None:
    parts = CLIENTS[client](text)
    if client != "android":
        again = CLIENTS[client](join(parts))
        assert "".join("".join(again).split()) == "".join(text.split())


@pytest.mark.parametrize("client", CLIENTS)
def test_a_part_continues_its_page_and_another_page_does_not(client: str) -> None:
    parts = CLIENTS[client](written(120))
    for number in range(1, len(parts)):
        assert continues(parts[:number], parts[number])
    assert not continues(parts, "Why boats float\nHarbour Talk\nThe water pushes back.")
    assert not continues([], "How bread rises")


def test_a_page_of_the_same_furniture_is_another_page() -> None:
    furniture = "Subscribe\nShare\nDownload\nSave\n12K views"
    one, other = f"Bread\nAnn\n{furniture}", f"Boats\nBob\n{furniture}\n" + "x" * 4000
    assert begins_alike(one, other)
    assert not continues([one + "y" * 3000], other)
    assert not begins_alike(one, "@ann\n2 days ago\nLovely\n3\nReply")


def test_a_page_without_furniture_begins_like_itself_only() -> None:
    page = "How bread rises\n" + "Yeast breathes and the dough grows. " * 90
    assert begins_alike(page, page)
    assert not begins_alike(page, page.replace("bread", "beer"))
    assert not begins_alike("la la la\n" * 500, "la la la\n" * 300)


def test_only_half_a_window_looks_split() -> None:
    assert looks_split("x" * 2048)
    assert looks_split("😀" * 1024)
    assert not looks_split("x" * 2047)
    assert overflows("x" * 3800, "x" * 296)
    assert not overflows("x" * 3800, "x" * 295)
    assert not overflows("x" * 3000, "x" * 4000)


def test_four_hours_come_together_in_linear_time() -> None:
    parts = CLIENTS["ios"](written(1800))
    assert len(parts) > 60
    assert join(parts) == written(1800)


@cache
def gold(folder: Path) -> dict[str, str]:
    pages = sorted((folder / "bench" / "data" / "pages" / "gold").glob("*.txt"))
    return {page.stem: page.read_text(encoding="utf-8").strip() for page in pages}


@pytest.mark.parametrize("client", CLIENTS)
def test_of_all_joints_of_the_real_pages_at_most_one_in_a_hundred_is_wrong(
    shared: Path, client: str
) -> None:
    right, of = total(right_joints(text, CLIENTS[client]) for text in gold(shared).values())
    assert of > 200
    assert right >= 0.99 * of


@pytest.mark.parametrize("client", CLIENTS)
def test_real_pages_that_come_late_are_told_from_late_parts(shared: Path, client: str) -> None:
    pages = list(gold(shared).values())
    known, of = total(late_parts(text, CLIENTS[client]) for text in pages)
    assert known >= 0.97 * of
    taken, of = other_pages(pages, CLIENTS[client])
    assert taken <= 0.01 * of


@pytest.mark.parametrize("client", CLIENTS)
def test_a_real_page_in_parts_is_read_like_the_file(shared: Path, client: str) -> None:
    """But for white space inside a text, and for one page in a hundred."""
    pages = [text for text in gold(shared).values() if tdlib.units(text) > 4096]
    same = [read(join(CLIENTS[client](text))) == read(text) for text in pages]
    assert len(same) > 80
    assert sum(same) >= 0.98 * len(same)


@cache
def read(text: str) -> tuple[object, ...]:
    return tuple(words(read_page(text)))


def words(value: object) -> Iterator[object]:
    """All that a page holds, in order, texts without regard to white space."""
    if is_dataclass(value):
        for field in fields(value):
            yield from words(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield len(value)
        for item in value:
            yield from words(item)
    else:
        yield " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.parametrize("client", CLIENTS)
def test_no_comment_of_the_sample_begins_in_the_middle(shared: Path, client: str) -> None:
    text = (shared / "seed" / "page.txt").read_text(encoding="utf-8").strip()
    parts = CLIENTS[client](text)
    assert len(parts) == 2
    page: Page = read_page(join(parts))
    assert page == read_page(text)
    assert len(page.comments) == 35
    assert not [comment for comment in page.comments if comment.text.startswith("Unless they")]

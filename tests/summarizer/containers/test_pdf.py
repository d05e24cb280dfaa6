"""PDFs as journals, browsers and scanners make them: columns, running lines, letters, titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer import Page, read_page
from summarizer.containers.pdf.words import as_written
from tests.summarizer.containers.packing import drawn, lines

LEFT = (
    "The old mill stood empty", "for thirty years before", "a family came back. The",
    "first wheel was offi-", "cially turned in autumn.", "Grain came from the farm",
    "next door, and water out", "of the pond above it,",
)  # fmt: skip
RIGHT = (
    "which never froze. People", "drive an hour for bread", "that is baked on Fridays.",
    "Nothing is so well-known", "in the valley: nobody in", "it asks why. A well-",
    "known bridge broke down", "and was built again.",
)  # fmt: skip
READ = (
    "The old mill stood empty for thirty years before a family came back. The first wheel was"
    " officially turned in autumn. Grain came from the farm next door, and water out of the pond"
    " above it, which never froze. People drive an hour for bread that is baked on Fridays. Nothing"
    " is so well-known in the valley: nobody in it asks why. A well-known bridge broke down and was"
    " built again."
)


def said(page: Page) -> str:
    return " ".join(cue.text for cue in page.transcript)


def words_at(x: float, y: float, text: str, size: int = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def apart(y: int, left: str, right: str) -> str:
    return words_at(20, y, left) + words_at(210, y, right)


def in_one_object(y: int, left: str, right: str) -> str:
    return f"BT /F1 10 Tf 20 {y} Td ({left}) Tj 190 0 Td ({right}) Tj ET "


def word_by_word(y: int, left: str, right: str) -> str:
    shown = []
    for x, text in ((20.0, left), (210.0, right)):
        for word in text.split():
            shown.append(f"10 0 0 10 {x} {y} Tm ({word}) Tj ")
            x += 6 * len(word) + 3  # noqa: PLW2901 - the next word stands behind this one
    return f"BT /F1 1 Tf {''.join(shown)} ET "


@pytest.mark.parametrize("row", [apart, in_one_object, word_by_word])
def test_two_columns_drawn_line_by_line_are_read_one_after_the_other(
    row: Callable[[int, str, str], str],
) -> None:
    rows = (row(300 - 12 * i, *pair) for i, pair in enumerate(zip(LEFT, RIGHT, strict=True)))
    page = read_page(drawn("".join(rows).encode()))
    assert " ".join(lines(page)) == READ
    assert {cue.speaker for cue in page.transcript} == {None}


def test_a_line_over_both_columns_stands_between_what_is_above_and_below_it() -> None:
    pairs = zip(LEFT, RIGHT, strict=True)
    rows = [apart(300 - 12 * i, *pair) for i, pair in enumerate(pairs)]
    wide = "A picture of the wheel, taken from the bridge in the second winter"
    rows.insert(6, words_at(20, 236, wide))
    text = said(read_page(drawn("".join(rows).encode())))
    assert "officially turned in autumn. Grain came from the farm which never froze." in text
    assert text.index("it asks why") < text.index("A picture") < text.index("next door, and")


def test_moves_that_say_nothing_cost_no_words() -> None:
    rows = "".join(
        apart(300 - 12 * i, left, right)
        for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    odd = "BT /F1 10 Tf (a) 1 Td 3 Td /x /y Td 1 2 Tm [1] (b) Tm 20 150 Td (So it goes on.) Tj ET "
    assert "So it goes on." in said(read_page(drawn((rows + odd).encode())))


def test_times_beside_what_is_said_are_no_column() -> None:
    rows = (words_at(20, 300 - 12 * i, f"0:0{i}") + words_at(80, 300 - 12 * i, text)
            for i, text in enumerate(LEFT))  # fmt: skip
    page = read_page(drawn("".join(rows).encode()))
    assert [cue.start for cue in page.transcript] == [*map(float, range(len(LEFT)))]


def test_what_is_printed_around_the_text_of_each_sheet_is_left_out() -> None:
    sheets = [
        words_at(20, 390, "29/11/2026, 09:50", 7) + words_at(200, 390, "Mills of the valley", 7)
        + words_at(20, 300, f"The {name} wheel turned in autumn.")
        + words_at(20, 280, f"It was {name} to be mended.")
        + words_at(20, 12, "https://mill.example/wheels", 7) + words_at(360, 12, f"{n}/2", 7)
        for n, name in ((1, "first"), (2, "second"))
    ]  # fmt: skip
    page = read_page(drawn(*(sheet.encode() for sheet in sheets)))
    assert " ".join(lines(page)) == (
        "The first wheel turned in autumn. It was first to be mended."
        " The second wheel turned in autumn. It was second to be mended."
    )


@pytest.mark.parametrize(
    ("foot", "is_said"),
    [
        ("https://mill.example/wheel", True),
        ("3/12/24, 10:14 AM", False),
        ("12.03.2024, 10:14", False),
        ("Page 1 of 1", False),
        ("Page 1 of 9", True),
    ],
)
def test_of_a_lone_sheet_only_where_when_and_which_one_it_is_are_left_out(
    foot: str, is_said: bool
) -> None:
    text = "".join(words_at(20, 390 - 12 * i, line) for i, line in enumerate(LEFT))
    page = read_page(drawn((text + words_at(20, 20, foot)).encode()))
    assert said(page).endswith(foot) is is_said


def test_an_address_beside_the_number_of_a_lone_sheet_is_left_out_with_it() -> None:
    text = "".join(words_at(20, 390 - 12 * i, line) for i, line in enumerate(LEFT))
    foot = words_at(20, 20, "https://mill.example/wheel") + words_at(360, 20, "1/1")
    assert said(read_page(drawn((text + foot).encode()))).endswith(LEFT[-1])


def test_who_speaks_on_top_of_a_sheet_is_no_running_line() -> None:
    first = (
        "Grain came in autumn.",
        "Nobody knew the bridge.",
        "Then the river froze.",
        "It held.",
    )
    sheets = [
        words_at(20, 390, f"Speaker {1 + n % 2}: {text}")
        + words_at(20, 370, f"Speaker {2 - n % 2}: And what about {word}?")
        + words_at(20, 350, f"Speaker {1 + n % 2}: That is told of {word} too.")
        for n, (text, word) in enumerate(zip(first, LEFT[0].split(), strict=False))
    ]
    page = read_page(drawn(*(sheet.encode() for sheet in sheets)))
    assert len(page.transcript) == 3 * len(first)
    assert {cue.speaker for cue in page.transcript} == {"Speaker 1", "Speaker 2"}


@pytest.mark.parametrize("stated", ["", "Microsoft Word - mill.docx"])
def test_a_pdf_is_called_by_its_largest_words_where_it_states_no_title(stated: str) -> None:
    head = words_at(20, 390, "Journal of mills") + words_at(60, 350, "How mills came", 18)
    head += words_at(60, 330, "back: a history", 18)
    text = "".join(words_at(20, 290 - 12 * i, line) for i, line in enumerate(LEFT))
    page = read_page(drawn((head + text).encode(), title=stated))
    assert page.title == "How mills came back: a history"
    assert "history" not in said(page)
    assert {cue.speaker for cue in page.transcript} == {None}


def test_a_title_that_is_stated_stands_over_the_largest_words() -> None:
    head = words_at(60, 350, "Bread and water", 18)
    text = "".join(words_at(20, 290 - 12 * i, line) for i, line in enumerate(LEFT))
    page = read_page(drawn((head + text).encode(), title="Mills of the valley"))
    assert page.title == "Mills of the valley"


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("The ﬁrst oﬃcial ﬂour", "The first official flour"),
        ("an inter-\nnational fair", "an international fair"),
        ("an inter\u00ad\nnational fair", "an international fair"),
        ("well-known, and well-\nknown", "well-known, and well-known"),
        ("Marie-\nLuise came", "Marie-\nLuise came"),
        ("pages 3-\n5 of it", "pages 3-\n5 of it"),
        ("he said -\nand left", "he said -\nand left"),
    ],
)
def test_letters_and_words_are_as_people_write_them(cut: str, whole: str) -> None:
    assert as_written(cut) == whole

"""Workbooks: all sheets that are shown, cells as the sheet shows them, and no bomb."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Comment, Omission, UnreadableError, read_page
from summarizer.containers import sheets
from summarizer.containers.sheets import Budget, cut_sheet, lengths
from summarizer.model import Cue, Page
from tests.summarizer.containers.packing import packed, row, workbook, worksheet
from tests.summarizer.promise import keeps_its_promise

HEAD = row(1, "Author", "Comment", "Likes", "Date")
LOVELY = row(2, "ana", "Lovely bees")


def clocks(*cells: tuple[str, int], head: str = "Start") -> tuple[Cue, ...]:
    """The cues of a sheet whose first column holds these values in these styles."""
    said = "".join(
        f'<row r="{i}"><c r="A{i}" s="{style}"><v>{value}</v></c>'
        f'<c r="B{i}" t="str"><v>Bees dance {i}.</v></c></row>'
        for i, (value, style) in enumerate(cells, 2)
    )
    return read_page(workbook({"Talk": row(1, head, "Text") + said})).transcript


def left_out(page: Page) -> list[Omission]:
    return [o for o in page.omissions if o.kind in {"too-long", "cut-off", "unreadable-part"}]


def test_cells_are_read_as_the_sheet_shows_them() -> None:
    body = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>'
        '<c r="C2"><v>3</v></c><c r="D2" s="1"><v>45413.520833333336</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>bo</v></c><c r="B3"><v>2023</v></c>'
        '<c r="D3" s="4"><v>45414</v></c></row>'
        '<row r="4"><c r="B4" t="b"><v>1</v></c></row>'
    )
    book = workbook({"Comments": HEAD + body}, ["ana", "Lovely &amp; bees"])
    assert read_page(book, "comments.xlsx").comments == (
        Comment("Lovely & bees", "ana", 3, "2024-05-01 12:30"),
        Comment("2023", "bo", None, "2024-05-02"),
        Comment("True"),
    )


def test_times_are_times() -> None:
    hour = 1 / 24
    assert [cue.start for cue in clocks((str(83 / 86400), 3), (str(hour + 5 / 86400), 3))] == [
        83.0, 3605.0,
    ]  # fmt: skip
    assert [cue.start for cue in clocks(("1.5", 1), (str(90.5 / 86400), 3))] == [129_600.0, 90.5]


def test_times_without_seconds_are_the_minutes_and_seconds_that_somebody_typed() -> None:
    typed = [(str((60 * minutes + rest) / 1440), 2) for minutes, rest in ((0, 4), (0, 9), (1, 2))]
    assert [cue.start for cue in clocks(*typed)] == [4.0, 9.0, 62.0]


def test_all_sheets_that_are_shown_are_read() -> None:
    talk = row(1, "Start", "Text") + row(2, "0:04", "Bees dance.") + row(3, "0:09", "All day.")
    page = read_page(workbook({"Empty": "", "Comments": HEAD + LOVELY, "Talk": talk}))
    assert page.comments == (Comment("Lovely bees", "ana"),)
    assert page.transcript == (Cue("Bees dance.", 4.0), Cue("All day.", 9.0))
    shown = '<workbook><sheets><sheet name="a" r:id="id0"/><sheet name="b" r:id="id1"{}/></sheets>'
    more = HEAD + row(2, "bo", "Why?")
    for state, number in (("", 2), (' state="hidden"', 1), (' state="veryHidden"', 1)):
        listed = f"{shown.format(state)}</workbook>"
        book = workbook({"a": HEAD + LOVELY, "b": more}, xl__workbook_xml="")
        assert len(read_page(with_member(book, "xl/workbook.xml", listed)).comments) == number


def with_member(book: bytes, name: str, text: str) -> bytes:
    """The same package with another text for one member."""
    with zipfile.ZipFile(io.BytesIO(book)) as pack:
        files = {one: pack.read(one) for one in pack.namelist()}
    return packed(files | {name: text.encode()})


def test_a_workbook_of_something_else_is_advice() -> None:
    for rows in ("", row(1, "Author", "Comment")):
        with pytest.raises(UnreadableError, match="holds no comments"):
            read_page(workbook({"a": rows}))
    with pytest.raises(UnreadableError):
        read_page(packed({"xl/workbook.xml": "<workbook/>"}))
    with pytest.raises(UnreadableError, match="broken"):
        read_page(workbook({"a": HEAD + '<row r="2"><c r="A2" t="s"><v>9</v></c></row>'}))


@pytest.mark.parametrize("value", ["1e300", "-1e300", "2147483647", "NaN", "-1", "1e15"])
@pytest.mark.parametrize("style", [1, 2, 3, 4])
def test_times_past_all_calendars_are_a_page_or_advice(value: str, style: int) -> None:
    cells = f'<c r="A2" s="{style}"><v>{value}</v></c><c r="B2" t="str"><v>Bees</v></c>'
    book = workbook({"a": row(1, "Date", "Comment") + f'<row r="2">{cells}</row>'})
    assert keeps_its_promise(book)


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "far",
    [
        FAR,
        '<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>',
        '<row r="99999999999"><c><v>1</v></c></row>',
        '<row r="3">' + "<c><v>1</v></c>" * 20_000 + "</row>",
        '<row r="3"><x r="A1"/>' + '<c><v>1</v></c><x r="A1"/>' * 17_000 + "</row>",
        '<row r="200000"><c r="ABC200000" t="str"><v>x</v></c></row>',
        '<row r="990000"><c r="A990000" t="str"><v>x</v></c></row>',
    ],
    ids=[
        *("corner", "no column", "no row", "unplaced"),
        *("hidden among others", "too many cells", "too many empty rows"),
    ],
)
def test_a_cell_far_away_ends_the_sheet_and_is_said(far: str) -> None:
    page = read_page(workbook({"a": HEAD + LOVELY + far}))
    assert page.comments == (Comment("Lovely bees", "ana"),)
    assert left_out(page) == [Omission("too-long", 2, 3)]


def test_cells_that_only_have_a_style_count_for_nothing() -> None:
    styled = "".join(
        f'<row r="{i}"><c r="A{i}" t="str"><v>ana</v></c><c r="B{i}" t="str"><v>no. {i}</v></c>'
        f'<c s="1" r="XFD{i}"/></row>'
        for i in range(2, 200)
    )
    page = read_page(workbook({"a": HEAD + styled + '<row r="1048576" s="1"/>'}))
    assert len(page.comments) == 198
    assert left_out(page) == []


def test_one_long_string_in_many_cells_is_not_copied_into_all() -> None:
    rows = "".join(
        f'<row r="{i}"><c r="B{i}" t="s"><v>{index}</v></c></row>'
        for i, index in enumerate(["0", "&#48;", "+0", " 0 ", "00"] * 2_000, 2)
    )
    page = read_page(workbook({"a": HEAD + rows}, ["bees " * 2_000]))
    kept, rows_there = left_out(page)[-1].found, left_out(page)[-1].stated
    assert rows_there == 10_001
    assert 10_000 * (kept - 1) <= sheets.MOST_LETTERS < 11_000 * kept


def test_more_rows_than_are_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budget, "__init__", lambda self: _set(self, rows=3))
    rows = HEAD + LOVELY + row(3, "bo", "Why?") + row(4, "cy", "So?")
    page = read_page(workbook({"a": rows, "b": rows}))
    assert [c.text for c in page.comments] == ["Lovely bees", "Why?"]
    assert left_out(page) == [Omission("too-long", 3, 8)]


def _set(budget: Budget, rows: int) -> None:
    budget.rows, budget.cells, budget.letters = rows, 1_000, 1_000


def test_a_cut_sheet_ends_as_a_sheet_does() -> None:
    xml = "<x:worksheet><x:sheetData><x:row r='1'/><x:row r='2'/></x:sheetData></x:worksheet>"
    sheet = cut_sheet(xml.encode(), [], Budget(rows=1))
    assert sheet.xml == xml.replace("<x:row r='2'/>", "").encode()
    assert (sheet.kept, sheet.rows) == (1, 2)


@pytest.mark.parametrize(
    "xml",
    [
        worksheet('<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>'),
        worksheet('<!-- --><row r="1"><c r="A1"><v>1</v></c></row>'),
        worksheet('<row r="1"><c q=">" r="XFD1048576"><v>1</v></c></row>'),
        worksheet('<row r="1"><c ' + "a='' " * 99 + 'r="A1"/></row>'),
        worksheet(f'<c r="A1"><v>1</v></c>{FAR.partition(">")[2].replace("</row>", "")}'),
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
        worksheet(HEAD).encode("utf-16").decode("latin-1"),
    ],
    ids=["cdata", "remark", "bracket", "attributes", "no rows", "entities", "wide letters"],
)  # fmt: skip
def test_what_no_program_writes_is_refused(xml: str) -> None:
    book = with_member(workbook({"a": HEAD + LOVELY}), "xl/worksheets/id0.xml", xml)
    with pytest.raises(UnreadableError, match="unusual"):
        read_page(book)


def test_two_lists_of_strings_are_refused() -> None:
    with pytest.raises(UnreadableError, match="unusual"):
        lengths([b"<sst><si><t>a</t></si></sst>", b"<x:sst/>"])
    assert lengths([b"<a/>", b"<sst><si>a</si><si>bc</si></sst>"]) == [10, 17]


BOOK = workbook({"a": HEAD + LOVELY, "b": HEAD + LOVELY}, ["ana"])


@given(st.integers(0, 10**6), st.binary(max_size=4))
def test_any_damage_to_a_workbook_is_a_page_or_advice(at: int, other: bytes) -> None:
    at %= len(BOOK)
    assert keeps_its_promise(BOOK[:at] + other + BOOK[at + len(other) :])

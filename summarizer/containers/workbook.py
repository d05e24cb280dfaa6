"""Workbooks, .xlsx, by python-calamine: each sheet a table of comments or cues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Final, TypeVar
from zipfile import ZIP_STORED, ZipFile

from summarizer.containers.relations import relations
from summarizer.containers.sheets import Budget, Sheet, cut_sheet, lengths, plain, unpromised
from summarizer.containers.unpack import read_member
from summarizer.datafiles.records import read_records
from summarizer.datafiles.tables import as_records
from summarizer.formats import Reader
from summarizer.merge import merged
from summarizer.model import Omission, Page, UnreadableError
from summarizer.xmlstream import events

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_XML = 40_000_000
"""Bytes of a workbook's text with its marks."""

MOST_SHEETS = 30

_BOOK = "xl/workbook.xml"
_SHEET = ("start", "sheet")
_SHARED = frozenset({"sharedStrings", "styles"})
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_DAY_ZERO: Final = datetime(1899, 12, 31)  # noqa: DTZ001 - a sheet's times have no zone
_FIRST_YEAR = 1900
_NO_TABLE = UnreadableError("workbook-empty")
_BROKEN = UnreadableError("workbook-broken")

T = TypeVar("T")
Cell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(pack: ZipFile, _: Reader) -> Page:
    """One page of all sheets that are shown.

    Raises UnreadableError where none holds comments or cues, or calamine cannot read it.
    """
    parts = _parts(pack)
    strings = lengths(parts.values())
    budget = Budget()
    sheets = {name: cut_sheet(xml, strings, budget) for name, xml in parts.items()}
    book = _opened({name: sheet.xml for name, sheet in sheets.items()})
    pages = [page for number in _shown(book) if (page := _page(book, number))]
    if not pages:
        raise _NO_TABLE
    page = merged(pages)
    return replace(page, omissions=(*page.omissions, *_left_out(sheets.values())))


def _parts(pack: ZipFile) -> dict[str, bytes]:
    """The members that calamine looks at, unpacked within the limit and looked through."""
    names = [_BOOK, f"xl/_rels/{_BOOK[3:]}.rels", "_rels/.rels", *_members(pack)]
    parts: dict[str, bytes] = {}
    left = MOST_XML
    for name in names:
        xml = plain(read_member(pack, name, left))
        parts[name] = unpromised(xml)
        left -= len(xml)
    return parts


def _members(pack: ZipFile) -> list[str]:
    """Shared strings, styles, and the sheets in their order, each of its own."""
    known = relations(pack, _BOOK)
    stream = events(read_member(pack, _BOOK, MOST_XML))
    ids = [about.get("id") for kind, name, about in stream if (kind, name) == _SHEET]
    sheets = [known[one].member for one in ids[:MOST_SHEETS] if one in known]
    shared = [relation.member for relation in known.values() if relation.kind in _SHARED]
    return list(dict.fromkeys([*shared, *sheets]))


def _opened(parts: dict[str, bytes]) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as pack:
        pack.writestr("[Content_Types].xml", _TYPES)
        for name, xml in parts.items():
            pack.writestr(name, xml)
    target.seek(0)
    return _answer(lambda: CalamineWorkbook.from_filelike(target))


def _answer(ask: Callable[[], T]) -> T:
    """What calamine answers; UnreadableError for its errors and for panics of the Rust below it."""
    from python_calamine import CalamineError

    try:
        return ask()
    except (CalamineError, ArithmeticError, ValueError):  # times past what Python knows
        raise _BROKEN from None
    except BaseException as problem:
        if type(problem).__module__ == "pyo3_runtime":
            raise _BROKEN from None
        raise


def _shown(book: CalamineWorkbook) -> list[int]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        number
        for number, sheet in enumerate(book.sheets_metadata[:MOST_SHEETS])
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _page(book: CalamineWorkbook, number: int) -> Page | None:
    """What a sheet holds, read like a .csv; None where it is neither comments nor cues."""
    rows = _answer(lambda: book.get_sheet_by_index(number).to_python())
    table = list(_written(rows))
    page = read_records(as_records(table)) if len(table) > 1 else None
    return replace(page, title=None) if page and not page.channel else page


def _written(rows: list[list[Cell]]) -> Iterator[list[str]]:
    """The cells as the sheet shows them, rows without any left out."""
    clocked = [[_clocked(cell) for cell in row] for row in rows]
    short = _whole_minutes(clocked)
    for row in clocked:
        cells = [_text(cell, is_short=i in short) for i, cell in enumerate(row)]
        if any(cells):
            yield cells


def _clocked(cell: Cell) -> Cell:
    """``cell``, every kind of time without a date as a time span."""
    if isinstance(cell, time):
        return timedelta(
            hours=cell.hour, minutes=cell.minute, seconds=cell.second, microseconds=cell.microsecond
        )
    is_span = isinstance(cell, datetime) and cell.year <= _FIRST_YEAR
    return cell - _DAY_ZERO if is_span and isinstance(cell, datetime) else cell


def _whole_minutes(rows: list[list[Cell]]) -> frozenset[int]:
    """The columns whose times have no seconds: sheets take a "1:23" that is typed for 1 h 23."""
    spans = {
        (i, c.total_seconds()) for r in rows for i, c in enumerate(r) if isinstance(c, timedelta)
    }
    return frozenset(i for i, _ in spans) - {i for i, seconds in spans if seconds % 60}


def _text(cell: Cell, *, is_short: bool) -> str:
    if isinstance(cell, timedelta):
        return _clock(cell.total_seconds(), is_short=is_short)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell if isinstance(cell, str) else str(cell)


def _clock(seconds: float, *, is_short: bool) -> str:
    """``H:MM:SS``, or as sheets show a time without seconds, ``H:MM``."""
    minutes, rest = divmod(round(seconds, 3), 60)
    hours, minutes = divmod(int(minutes), 60)
    if is_short:
        return f"{hours}:{minutes:02}"
    return f"{hours}:{minutes:02}:{rest:06.3f}".removesuffix(".000")


def _left_out(sheets: Iterable[Sheet]) -> Iterator[Omission]:
    known = list(sheets)
    kept, rows = sum(sheet.kept for sheet in known), sum(sheet.rows for sheet in known)
    if kept < rows:
        yield Omission("too-long", kept, rows)

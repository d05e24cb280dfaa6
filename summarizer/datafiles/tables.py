"""Tables of comments or cues: comma, semicolon or tab separated, with or without a head."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from summarizer.datafiles.cells import read_rows
from summarizer.datafiles.columns import Fields
from summarizer.datafiles.fields import moment
from summarizer.datafiles.machine import is_log
from summarizer.datafiles.records import read_records
from summarizer.datafiles.values import MOST_PIECES
from summarizer.model import Page, UnreadableError

_HEAD = 20_000
_SEPARATORS = ",\t;|"
_LONGEST_NAME = 60
_MOST_COLUMNS = 2_000
_MOST = 0.9
_MOST_ROWS = MOST_PIECES + 10
_LOWEST_HEAD = 8
_FEWEST = 2
"""Rows that show what the columns of a table without a head are."""

_KINDS = frozenset({"start", "end", "speaker", "author", "likes"})
"""Columns that are told by what stands in them."""

_HANDLE = re.compile(r"@[^\s@]{1,60}")
_NUMBER = re.compile(r"\d{1,9}")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LETTER = re.compile(r"[^\W\d_]|[^\x00-\u2000]")
_MENU = frozenset({"contents"})
"""Names of a column of words that alone are the first line of a course's menu."""

_NO_NAME = re.compile(r"[{}\[\]<>]")


def sniff(text: str) -> float:
    """How surely ``text`` is a table: its first line names columns, or its lines agree."""
    head = text[:_HEAD]
    separator = _separator(head)
    if separator is None:
        return 0.0
    rows = read_rows(head, separator, 30)
    if not rows[0]:
        return 0.0
    at = _head_at(rows)
    if at is not None:
        timed = Fields(dict.fromkeys(rows[at], 1)).has("duration")
        return (0.99 if timed else 0.85) if _fill(rows[at], rows[at + 1 :]) else 0.0
    timed = separator == "\t" and moment(rows[0][0]) is not None and not _is_chat(rows)
    return 0.5 if _agree(rows) and (timed or "author" in _guessed(rows[:-1])) else 0.0


def read(text: str) -> Page | None:
    """The comments or cues in a table; None where it has neither.

    Raises UnreadableError where its rows are a log's.
    """
    separator = _separator(text[:_HEAD])
    if separator is None:
        return None
    rows = read_rows(text, separator, _MOST_ROWS)
    if len(rows) == 1:
        return None
    records = as_records(_of_one_column(rows, separator))
    if is_log(records):
        raise UnreadableError("log")
    page = read_records(records)
    if page is None or not _has_words(page):
        return None
    return page if page.channel else replace(page, title=None)


def _of_one_column(rows: list[list[str]], separator: str) -> list[list[str]]:
    """``rows``, whole below a lone name, where commas without quotation marks part nothing."""
    at = _head_at(rows)
    if at is None or len(rows[at]) > 1:
        return rows
    return [*rows[: at + 1], *([separator.join(row)] for row in rows[at + 1 :])]


def _has_words(page: Page) -> bool:
    """Whether anything but numbers is said."""
    said = (c.text for c in page.comments) if page.comments else (c.text for c in page.transcript)
    return any(map(_LETTER.search, said))


def as_records(value: object) -> object:
    """Objects instead of rows of cells or of pandas' other orientations; else ``value`` itself."""
    if isinstance(value, dict) and isinstance(value.get("data"), list) and _names(value):
        names = _names(value)
        return [dict(zip(names, row, strict=False)) for row in value["data"] if _is_row(row)]
    if isinstance(value, dict) and len(value) > 1 and _columnar(value):
        columns = {k: list(v.values()) if isinstance(v, dict) else v for k, v in value.items()}
        rows = zip(*columns.values(), strict=False)
        return [dict(zip(columns, row, strict=True)) for row in rows]
    if isinstance(value, list) and len(value) > 1 and all(map(_is_row, value)):
        return _headed(value)
    return value


def _names(value: dict[str, Any]) -> list[str]:
    names = value.get("columns")
    return [str(n) for n in names] if isinstance(names, list) else []


def _is_row(value: object) -> bool:
    return isinstance(value, list) and not any(isinstance(cell, dict | list) for cell in value)


def _columnar(value: dict[str, Any]) -> bool:
    """Whether every field holds the same number of plain cells."""
    if not all(isinstance(column, dict | list) for column in value.values()):
        return False
    if len({len(column) for column in value.values()}) != 1 or not Fields(value).has("text"):
        return False
    cells = [list(c.values()) if isinstance(c, dict) else c for c in value.values()]
    return all(map(_is_row, cells))


def _headed(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """Rows as objects: by the head where there is one, else by what the columns look like."""
    head = _head_at(rows)
    names = _guessed(rows) if head is None else [str(cell) for cell in rows[head]]
    body = rows if head is None else rows[head + 1 :]
    if not Fields(dict.fromkeys(names, 1)).has("text"):
        names = _with_text(names, body)
    return [dict(zip(names, row, strict=False)) for row in body]


def _head_at(rows: list[list[Any]]) -> int | None:
    """The row that names the columns: the first, or one below lines about the export."""
    for i, row in enumerate(rows[:_LOWEST_HEAD]):
        cells = [str(cell) for cell in row]
        if _is_head(cells) and (i == 0 or (len(cells) > len(rows[0]) > 0)):
            return i
    return None


def _fill(head: list[str], rows: list[list[str]]) -> bool:
    """Whether most rows have cells for the columns: a menu's "new | past | comments" has none.

    A lone name that counts, "Comments (312)", is a page's heading.
    """
    filled = sum(2 * len(row) > len(head) for row in rows)
    if len(head) > 1:
        return 2 * filled >= len(rows)
    return head[0].casefold() not in _MENU and not any(map(str.isdigit, head[0]))


def _is_head(cells: list[str]) -> bool:
    """Short cells, of which one names a text, or two when it is said, and no cell is one."""
    if not 0 < len(cells) <= _MOST_COLUMNS:
        return False
    if any(len(cell) > _LONGEST_NAME or _NO_NAME.search(cell) for cell in cells):
        return False
    known = Fields(dict.fromkeys(cells, 1))
    names_text = known.has("text", "column") or (known.has("start") and known.has("duration"))
    return names_text and (len(cells) == 1 or not any(moment(cell) is not None for cell in cells))


def _guessed(rows: list[list[Any]]) -> list[str]:
    """Names by content: a first column of times is the start, a second one the end."""
    sample = [row for row in rows[:50] if row]
    names = [f"column {i}" for i in range(max(map(len, sample), default=0))]
    for i, name in enumerate(("start", "end")[: max(0, len(names) - 1)]):
        times = sum(moment(row[i]) is not None for row in sample if len(row) > i)
        if times < _MOST * len(sample):
            break
        names[i] = name
    return _signed(_with_speakers(names, sample), sample)


def _with_speakers(names: list[str], rows: list[list[Any]]) -> list[str]:
    """The names with that of a column of speakers behind a time, each with a colon."""
    at = names.index("start") + 1 if "start" in names else len(names)
    labels = [str(row[at]).rstrip() for row in rows if len(row) > at + 1]
    is_told = len(labels) > 1 and all(label.endswith(":") for label in labels)
    return [*names[:at], "speaker", *names[at + 1 :]] if is_told else names


def _signed(names: list[str], rows: list[list[Any]]) -> list[str]:
    """The names with those of a column of @handles, and beside it of one of whole numbers."""
    kinds = {"author": _HANDLE, "likes": _NUMBER} if len(rows) >= _FEWEST else {}
    for kind, form in kinds.items():
        fits = (i for i, _ in enumerate(names) if _all_fit(form, i, rows))
        at = next(fits, None)
        if at is None:
            break
        names = [*names[:at], kind, *names[at + 1 :]]
    return names


def _all_fit(form: re.Pattern[str], i: int, rows: list[list[Any]]) -> bool:
    return all(len(row) > i and form.fullmatch(str(row[i])[:_LONGEST_NAME]) for row in rows)


def _with_text(names: list[str], rows: list[list[Any]]) -> list[str]:
    """The text is the column with a name in the plural, else the one with the most words.

    A column that is known for another thing is the text only where there is no other.
    """
    sample = rows[:200]
    other = [i for i, name in enumerate(names) if name not in _KINDS]

    def words(i: int) -> int:
        return sum(len(_WORDS.findall(str(row[i])[:1000])) for row in sample if len(row) > i)

    plural = [i for i, name in enumerate(names) if Fields({name: 1}).has("column")]
    best = max(plural or other or range(len(names)), key=words, default=0)
    return [*names[:best], "text", *names[best + 1 :]] if names else names


def _separator(head: str) -> str | None:
    """The sign that parts the cells of the first line; a line without one may be a head alone."""
    first = head.lstrip("\n").split("\n", 1)[0]
    if stated := re.fullmatch(r"sep=(.)", first):
        return stated[1]
    counts = {sign: first.count(sign) for sign in _SEPARATORS if sign in first}
    if counts:
        return max(counts, key=lambda sign: (counts[sign], -_SEPARATORS.index(sign)))
    return "," if first.strip() and _is_head([first.strip().strip('"')]) else None


def _is_chat(rows: list[list[str]]) -> bool:
    """Whether a name and a colon stand behind hours, minutes and seconds, as in Zoom's chats."""
    is_named = all(row[1].rstrip().endswith(":") for row in rows if len(row) > 1)
    return is_named and rows[0][0].count(":") > 1


def _agree(rows: list[list[str]]) -> bool:
    widths = {len(row) for row in rows[:-1]} or {len(rows[0])}
    return len(widths) == 1 and widths.pop() > 1 and len(rows) > 1

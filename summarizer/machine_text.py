"""Text that machines write for machines: code, logs, numbers, encoded bytes: nothing to quote."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from summarizer.data import rows
from summarizer.datafiles.cells import read_rows
from summarizer.model import UnreadableError

_SAMPLE = 60_000
"""Characters that are looked at."""

_LONGEST = 400
"""Characters of a line that are."""

_MOST_READ = 2_000
"""Lines that are."""

_FEWEST = 3
_MOST = 0.6
_SOME_PROSE = 0.25
_MOST_ENCODED = 0.7
_FEWEST_DIGITS = 40
_FEW_LETTERS = 0.2
_SHORTEST = 80
_SIGNS, _BRACKETS, _SPACES = 0.2, 0.04, 0.12
"""Shares of signs, brackets, blanks in code without line ends: prose has 0.03, 0 and 0.17."""

_PROSE_WORDS = 6
_FEW_SIGNS = 8
"""Different ones in a row that is a pattern, and nothing encoded."""

_ENCODED = re.compile(
    r"(?<![\w+/=:.-])[A-Za-z0-9+/=_-]{44,}|(?<!\S)[0-9a-fA-F]{32,}(?!\S)"
    r"|(?:\b[0-9a-fA-F]{2,4} ){6,}"
)
_SIGN = re.compile(r"[{}()\[\];=<>\"'|&*\\$:,#@/%+!?.-]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d")
_NUMBER = re.compile(r"\s{0,9}[\"']?[-+$€£]?\d[\d.,:/ T%eE+-]{0,30}Z?[\"']?\s{0,9}")
_LONG_STRINGS = ('"""', "'''")
_LONG_REMARK = re.compile(r"/\*[^*]{0,2000}(?:\*(?!/)[^*]{0,2000}){0,100}\*/")
_REMARK = re.compile(r"\s*(?:#(?!include|define|!|if|endif|pragma)|//|\*|--(?!-))")

_NAME = re.compile(r"[^\W\d_][\w .()/#-]{0,40}")
_SIGNS_BETWEEN, _FEWEST_WORDS, _MOST_ROWS = ",;\t|", 4, 100
_NOTE = re.compile(r"\s*[#!;]")
_INDENTED, _MOST_SETTINGS = 0.25, 0.8


class Kind(NamedTuple):
    """The key of why such text is unreadable, and the test for it."""

    key: str
    test: Callable[[str, list[str]], bool]


def check_prose(text: str) -> None:
    """Raise UnreadableError where ``text`` is nothing that anybody says to anybody."""
    sample = text[:_SAMPLE]
    full = (line for line in sample.split("\n") if line.strip())
    lines = [line[:_LONGEST] for line in islice(full, _MOST_READ)]
    kind = next((kind.key for kind in KINDS if kind.test(sample, lines)), None)
    if kind:
        raise UnreadableError(kind)


def _is_encoded(sample: str, _: list[str]) -> bool:
    """Base64 or hexadecimal digits."""
    pieces = [piece for piece in _ENCODED.findall(sample) if _mixed(piece)]
    return sum(map(len, pieces)) > _MOST_ENCODED * len("".join(sample.split()))


def _mixed(piece: str) -> bool:
    return (
        bool(_DIGITS.search(piece))
        and bool(_LETTERS.search(piece))
        and len(set(piece)) > _FEW_SIGNS
    )


def _is_numbers(sample: str, lines: list[str]) -> bool:
    """Hardly a letter, or a table in which most cells are numbers."""
    digits, letters = len(_DIGITS.findall(sample)), len(_LETTERS.findall(sample))
    if digits >= _FEWEST_DIGITS and letters < _FEW_LETTERS * digits:
        return True
    return len(lines) > _FEWEST and any(_is_table(lines[1:], sign) for sign in ",;\t|")


def _is_table(lines: list[str], sign: str) -> bool:
    table = [line.split(sign) for line in lines]
    cells = [cell for row in table for cell in row]
    if len({len(row) for row in table}) > 1 or len(cells) < 2 * len(table):
        return False
    return sum(bool(_NUMBER.fullmatch(cell)) for cell in cells) >= _MOST * len(cells)


def _is_log(_: str, lines: list[str]) -> bool:
    logged = sum(_fits("log", line) for line in lines)
    return logged >= _FEWEST and logged >= _MOST * len(lines)


def _is_code(sample: str, lines: list[str]) -> bool:
    """Most lines are statements, and few are sentences."""
    shown = [line for line in _unquoted(lines) if line.strip() and not _REMARK.match(line)]
    code = [line for line in shown if _is_statement(line)]
    prose = sum(_is_sentence(line) for line in shown)
    if len(code) >= _FEWEST and len(code) >= _MOST * len(shown):
        return prose <= _SOME_PROSE * len(shown)
    return _is_dense(sample)


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without long strings, which are how some languages write remarks."""
    body = "\n".join(lines)
    for mark in _LONG_STRINGS if len(lines) > _FEWEST else ():
        body = "\n".join(body.split(mark)[::2])
    return _LONG_REMARK.sub("", body).split("\n")


def _is_statement(line: str) -> bool:
    return not _is_sentence(line) and _fits("code", line)


def _is_sentence(line: str) -> bool:
    """Words enough, and few signs among them."""
    return len(_WORD.findall(line)) >= _PROSE_WORDS and len(_SIGN.findall(line)) < 0.1 * len(line)


def _is_dense(sample: str) -> bool:
    """Code or data without line ends: signs everywhere, and hardly a blank."""
    if len(sample) < _SHORTEST or not sample.isascii() or "://" in sample[:40]:
        return False
    signs = len(_SIGN.findall(sample))
    spaces = sum(map(sample.count, " \n\t"))
    brackets = sum(map(sample.count, "{}()[];="))
    dense = signs > _SIGNS * len(sample) and spaces < _SPACES * len(sample)
    return dense and brackets > _BRACKETS * len(sample)


def _is_settings(_: str, lines: list[str]) -> bool:
    """YAML and its like: short fields, some inside others."""
    if _is_keyed(lines) or _is_nested(lines):
        return True
    if len(lines) <= _FEWEST or not all(_fits("setting", line) for line in lines[:_FEWEST]):
        return False
    fields = [line for line in lines if _fits("setting", line)]
    named = sum(":" in line for line in fields)
    inside = sum(line[0].isspace() for line in lines)
    most = len(fields) >= _MOST_SETTINGS * len(lines) and 2 * named >= len(lines)
    return most and inside >= _INDENTED * len(lines)


def _is_keyed(lines: list[str]) -> bool:
    """A program's words or settings, each behind its key and a sign of equality."""
    shown = [line for line in lines if not _NOTE.match(line)]
    keyed = sum(_fits("key", line) for line in shown)
    return keyed >= _FEWEST and keyed >= _MOST_SETTINGS * len(shown)


def _is_nested(lines: list[str]) -> bool:
    """Whether fields stand below the names of others, set in: nobody's words are named so."""
    shown = [line for line in lines if not _NOTE.match(line)]
    named = sum(_fits("named", line) for line in shown)
    opened = sum(
        _indent(below) > _indent(line) and _fits("nest", line) for line, below in pairwise(shown)
    )
    return opened >= _FEWEST and named >= _MOST * len(shown) and 4 * opened >= len(shown) // 2


def _indent(line: str) -> int:
    """How far ``line`` is set in; the mark of a list's entry sets in too."""
    return len(line) - len(line.lstrip(" -"))


def _is_data(_: str, lines: list[str]) -> bool:
    """Calendars, cards of persons, catalogues of a program's words, lists of literature."""
    listed = sum(_fits("data", line) for line in lines)
    is_card = bool(listed and lines[0].startswith("BEGIN:V"))
    return is_card or _is_sheet(lines) or (listed > _FEWEST and listed >= _INDENTED * len(lines))


def _is_sheet(lines: list[str]) -> bool:
    """A table of short cells, named by its first line, none of which is what somebody says."""
    sign = max(_SIGNS_BETWEEN, key=lines[0].count) if len(lines) >= _FEWEST else ""
    if not sign or lines[0].count(sign) < _FEWEST or f"{sign} " in lines[0]:
        return False
    head, *rows = read_rows("\n".join(lines), sign, _MOST_ROWS)
    if not all(_NAME.fullmatch(cell) for cell in head) or len(set(head)) < len(head):
        return False
    cells = [cell for row in rows for cell in row if cell]
    words = sum(len(cell.split()) for cell in cells)
    return all(len(row) == len(head) for row in rows) and words < _FEWEST_WORDS * len(cells)


def _fits(kind: str, line: str) -> bool:
    """Whether a line looks like one of ``kind``, see data/machine_text.tsv."""
    return any(pattern.match(line) for pattern in _patterns()[kind])


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for kind, pattern in rows("machine_text"):
        found.setdefault(kind, []).append(re.compile(pattern))
    return found


def _is_chapters(_: str, lines: list[str]) -> bool:
    """The chapters of a film, as programs that cut or pack it keep them."""
    listed = sum(_fits("chapter", line) for line in lines)
    return listed >= _FEWEST and listed >= _MOST * len(lines)


KINDS = (
    Kind("data-empty", _is_data),
    Kind("chapters-alone", _is_chapters),
    Kind("encoded", _is_encoded),
    Kind("numbers", _is_numbers),
    Kind("log", _is_log),
    Kind("code", _is_code),
    Kind("settings", _is_settings),
)
"""Tried in this order."""

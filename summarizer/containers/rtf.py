"""Rich text, as TextEdit and WordPad save it: its words without the marks (RTF 1.9.1)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from summarizer.formats import Reader
from summarizer.model import Omission, Page

LONGEST = 8_000_000
"""Bytes of a file that are read."""

MOST_TOKENS = 1_000_000
"""Marks and words that are read: each letter of some scripts is a mark of its own."""

_HEAD = 100_000
"""Characters in which the fonts are looked for."""

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})?[ ]?|((?:\\'[0-9a-fA-F]{2})+)|\\([^a-zA-Z])|([{}])|[^\\{}]+"
)
_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\t", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
# Groups that hold no words of the text; those behind \* are skipped too.
_SILENT = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "themedata",
    "datastore", "listtable", "fldinst", "filetbl", "revtbl", "xmlnstbl",
})  # fmt: skip
_FONT = re.compile(r"\\f(\d{1,5})[^{};\\]*(?:\\(?!fcharset)[a-z]+-?\d*\s?){0,8}\\fcharset(\d{1,3})")
_CHARSETS = {
    "128": "cp932", "129": "cp949", "134": "gb18030", "136": "big5", "161": "cp1253",
    "162": "cp1254", "163": "cp1258", "177": "cp1255", "178": "cp1256", "186": "cp1257",
    "204": "cp1251", "222": "cp874", "238": "cp1250",
}  # fmt: skip


class _State(NamedTuple):
    """What holds up to the end of a group; ``skip``: stand-ins behind each letter by number."""

    ansi: str = "cp1252"
    charset: str = "cp1252"
    silent: bool = False
    skip: int = 1


def read_rtf(data: bytes, read: Reader) -> Page:
    """The page in a rich text file, its text read by ``read``."""
    text = data[:LONGEST].decode("latin-1")
    tokens = _TOKEN.finditer(text)
    words = "".join(_words(islice(tokens, MOST_TOKENS), _fonts(text)))
    page = read(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), None)
    after = next(tokens, None)
    end = after.start() if after else len(text)
    if end == len(data):
        return page
    return replace(page, omissions=(*page.omissions, Omission("too-long", end, len(data))))


def _fonts(text: str) -> dict[str, str]:
    return {font: _CHARSETS[c] for font, c in _FONT.findall(text[:_HEAD]) if c in _CHARSETS}


def _words(tokens: Iterable[re.Match[str]], fonts: dict[str, str]) -> Iterator[str]:
    state, outer, left = _State(), list[_State](), 0
    for token in tokens:
        state = _after(token, state, outer, fonts)
        shown = "" if state.silent else _shown(token, state.charset)
        if token[1]:
            yield shown
            left = state.skip if token[1] == "u" else 0
        else:
            yield shown[left:]
            left = max(left - len(shown), 0)


def _after(
    token: re.Match[str], state: _State, outer: list[_State], fonts: dict[str, str]
) -> _State:
    """The state behind ``token``; ``outer`` holds those of the groups around it."""
    word, number, _, sign, brace = token.groups()
    if brace == "}":
        return outer.pop() if outer else state
    if brace:
        outer.append(state)
    if sign == "*" or word in _SILENT:
        return state if state.silent else state._replace(silent=True)
    return _turned(state, word, number or "", fonts)


def _turned(state: _State, word: str | None, number: str, fonts: dict[str, str]) -> _State:
    """The state that a control word turns ``state`` into."""
    if word == "ansicpg":
        return state._replace(ansi=_codec(number), charset=_codec(number))
    if word == "f":
        return state._replace(charset=fonts.get(number, state.ansi))
    if word == "uc":
        return state._replace(skip=min(int(number or 1), 9))
    return state


def _codec(number: str) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def _shown(token: re.Match[str], charset: str) -> str:
    """What ``token`` itself says; each half of a letter beyond 16 bits stands alone."""
    word, number, octets, sign, brace = token.groups()
    if word == "u":
        return chr(int(number or 63) % 0x10000)
    if octets:
        return bytes.fromhex(octets.replace("\\'", "")).decode(charset, "replace")
    if word or brace:
        return _SIGNS.get(word or "", "")
    return _ESCAPED.get(sign, "") if sign else token[0].replace("\r", "").replace("\n", "")

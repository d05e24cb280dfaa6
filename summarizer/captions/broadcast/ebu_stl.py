"""Subtitles of the European Broadcasting Union, .stl (https://tech.ebu.ch/docs/tech/tech3264.pdf)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from summarizer.captions.cues import Block, page_of
from summarizer.model import Page, UnreadableError

_HEAD, _BLOCK = 1024, 128
"""Bytes of the general information, and of each block of text."""

_RATE = {b"STL25.01": 25, b"STL30.01": 30}
_CODES = {b"01": "iso8859-5", b"02": "iso8859-6", b"03": "iso8859-7", b"04": "iso8859-8"}
_TITLE, _BEGIN = slice(16, 48), slice(256, 264)
_COMMENT, _LAST, _USER = 1, 0xFF, 0xFE
_NEW_LINE, _UNUSED = 0x8A, 0x8F
# ISO 6937: an accent stands before its letter.
_ACCENTS = dict(
    zip(
        bytes.fromhex("c1c2c3c4c5c6c7c8cacbcdcecf"),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u0327\u030b\u0328\u030c",
        strict=True,
    )
)
_LETTERS = dict(
    zip(
        [*range(0xA1, 0xC0), *range(0xD0, 0xD6), *range(0xE0, 0xFF)],
        "¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿―¹®©™♪ΩÆĐªĦ?ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ",
        strict=True,
    )
)


def sniff(data: bytes) -> bool:
    """Whether ``data`` is such a file."""
    return data[3:11] in _RATE


def read(data: bytes) -> Page:
    """The speech of the file; raises UnreadableError where it holds none."""
    code = _CODES.get(data[12:14], "")
    page = page_of(_subtitles(data, code), _decoded(data[_TITLE], "").strip() or None)
    if page is None:
        raise UnreadableError("captions-empty")
    return page


def _subtitles(data: bytes, code: str) -> Iterator[Block]:
    """Subtitles that may go on over several blocks, with their times after the programme begins."""
    rate = _RATE[data[3:11]]
    stated = data[_BEGIN]
    digits = stated if stated.isdigit() else b"00000000"
    begin = _time([int(digits[i : i + 2]) for i in (0, 2, 4, 6)], rate)
    text: list[bytes] = []
    for at in range(_HEAD, len(data) - _BLOCK + 1, _BLOCK):
        block = data[at : at + _BLOCK]
        if block[15] == _COMMENT or block[3] == _USER:
            continue
        text.append(block[16:].split(bytes([_UNUSED]), 1)[0])
        if block[3] == _LAST:
            start = _time([*block[5:9]], rate)
            shown = _decoded(b"".join(text), code).split("\n")
            at_start = start >= begin
            yield Block(round(start - begin, 3) if at_start else start, tuple(shown))
            text = []


def _time(parts: list[int], rate: int) -> float:
    """Hours, minutes, seconds and frames in seconds."""
    hours, minutes, seconds, frames = parts
    return round(3600 * hours + 60 * minutes + seconds + frames / rate, 3)


def _decoded(data: bytes, code: str) -> str:
    """The letters of a text; codes for colours and boxes are blanks."""
    lines = data.split(bytes([_NEW_LINE]))
    plain = (bytes(b for b in line if not 0x80 <= b < 0xA0) for line in lines)  # noqa: PLR2004
    read = ("".join(_letters(line)) if not code else line.decode(code, "replace") for line in plain)
    return "\n".join(re.sub(r"[\x00-\x1f]", " ", line) for line in read)


def _letters(line: bytes) -> Iterator[str]:
    accent = ""
    for byte in line:
        if byte in _ACCENTS:
            accent = _ACCENTS[byte]
            continue
        letter = _LETTERS.get(byte, chr(byte))
        yield normalize("NFC", letter + accent)
        accent = ""

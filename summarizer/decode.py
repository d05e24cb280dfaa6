"""Bytes to text: the encoding is decided here, once, for everything that follows."""

from __future__ import annotations

import codecs
import re
import string
from unicodedata import is_normalized, normalize

from summarizer.model import UnreadableError

SAMPLE = 200_000
"""Bytes that a guess of the encoding looks at."""

_NOT_TEXT = UnreadableError("not-text")

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:encoding|charset)\s{0,4}=\s{0,4}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
# The larger relative of each encoding, as in https://encoding.spec.whatwg.org/#names-and-labels.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
}
# One byte a letter, and the letters are not Latin.
_OTHER_SCRIPTS = frozenset({
    "cp1251", "cp1253", "cp1255", "cp1256", "koi8-r", "koi8-u", "koi8-t", "kz1048", "ptcp154",
    "cp866", "cp855", "cp1125", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "cp737",
    "mac-cyrillic", "mac-greek", "cp720", "cp862", "cp864", "cp869",
})  # fmt: skip
_ASCII = bytes(range(128))
_LETTERS = string.ascii_letters.encode()
_THIN = 0.45  # share of zeros above which a letter has four bytes
_ALL = 0.95
_CONTROLS = bytes(c for c in range(1, 32) if c not in b"\t\n\v\f\r\x1b")
# Patterns that begin with a set of letters are looked for four times as fast as others.
_LINE_ENDS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\r*+\n?)?")
_INVISIBLE = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f\ufeff\ufff9-\ufffb]")
_SPLIT_ADDRESS = re.compile("(?:://|www\\.)[!-~]{1,2000}(?:\u200b{1,9}[!-~]{1,2000}){1,50}")
# Letters that macOS and some PDFs take apart: accents, hamza, voice marks of kana, Hangul. The time
# to put marks in order grows with the square of their number: no letter has hundreds.
_APART = re.compile(
    "[^\\W\\d_][\u0300-\u036f\u0653-\u0655]{1,500}|[\u3040-\u30ff][\u3099\u309a]"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# A letter that begins a UTF-8 sequence read as cp1252 or cp1251, and what may follow it.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00f4РС](?:"
    "(?<=[\u00c2-\u00f4])[\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2010-\u2122]"
    "|(?<=[РС])[\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u0490\u0491\u2010-\u2122])"
)
_LONGEST_REPAIR = 20_000
_MOST_REPAIRED = 20_000


def decode(data: bytes) -> str:
    """The text in ``data``, normalised; raises UnreadableError where it is not text.

    A mark at the start decides, then UTF-16 by its zeros, UTF-8 if it is valid, a declared
    charset, UTF-8 with some foreign lines, and last a statistical guess (chardet).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return normalise(data[len(mark) :].decode(encoding, "replace"))
    if wide := _wide(data):
        return normalise(data.decode(wide, "replace"))
    if len(data.translate(None, _CONTROLS)) < 0.98 * len(data):
        raise _NOT_TEXT
    if b"\x1b$" in data or not _is_utf8(data):
        return normalise(_legacy(data))
    return normalise(data.decode("utf-8", "replace"))


def normalise(text: str) -> str:
    """``text`` with one kind of line end, no invisible controls, whole letters.

    Double-encoded lines are repaired where that is certain (ftfy); the rest stays as it is.
    """
    if "\r\n" in text and "\r\r" not in text:
        text = text.replace("\r\n", "\n")  # the pattern below takes twenty times as long
    if text.isascii() and _is_plain(text):
        return text
    if not text.isascii() and _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LINE_ENDS.sub("\n", text).replace("\0", " ")
    if not is_normalized("NFC", text):
        text = _APART.sub(lambda found: normalize("NFC", found[0]), text)
    text = _INVISIBLE.sub("", text)
    return text if text.isascii() else _whole(text)


def _is_plain(text: str) -> bool:
    """Whether ``text`` has no controls but line ends and tabs."""
    return text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable()


def _whole(text: str) -> str:
    """``text`` without blanks of no width inside addresses, its double-encoded lines repaired."""
    if "\u200b" in text:
        text = _SPLIT_ADDRESS.sub(lambda found: found[0].replace("\u200b", ""), text)
    if _MOJIBAKE.search(text):
        lines = text.split("\n")
        text = "\n".join([*map(_repaired, lines[:_MOST_REPAIRED]), *lines[_MOST_REPAIRED:]])
    return text


def _is_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8, if need be cut in the middle of its last letter."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
        return cut and not data[: error.start].isascii()
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zeros of its letters and blanks stand."""
    sample = data[: SAMPLE // 4 * 4]
    zeros = sample.count(0)
    if zeros * 50 < len(sample) or not sample:
        return None
    at = [sample[i::4].count(0) / zeros for i in range(4)]
    odd = at[1] + at[3]
    if zeros > _THIN * len(sample) and 1 - _ALL < odd < _ALL:
        return "utf-32-le" if at[0] < at[3] else "utf-32-be"
    if odd > _ALL:
        return "utf-16-le"
    return "utf-16-be" if odd < 1 - _ALL else None


def _legacy(data: bytes) -> str:
    """Text in an older encoding, or in several."""
    declared = _DECLARED.search(data[:2000])
    if declared and (name := _codec(declared[1].decode("ascii", "ignore"))):
        if name != "utf-8":
            return data.decode(name, "replace")
        return _line_by_line(data)
    whole = data.decode("utf-8", "ignore")
    letters = len(whole) - sum(map(len, re.findall("[\0-\x7f]+", whole)))
    broken = len(data) - len(whole.encode())
    return _line_by_line(data) if letters > broken else data.decode(_guess(data), "replace")


def _line_by_line(data: bytes) -> str:
    """UTF-8 lines as they are; the others in the encoding that they share."""
    lines = data.split(b"\n")
    foreign = [line for line in lines if not _is_utf8(line)]
    encoding = _guess(b"\n".join(foreign))
    return "\n".join(_one_line(line, encoding) for line in lines)


def _one_line(line: bytes, encoding: str) -> str:
    text = line.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    letters = len(text) - sum(map(len, re.findall("[\0-\x7f]+", text))) - lost
    return text if letters >= lost else line.decode(encoding, "replace")


def _guess(data: bytes) -> str:
    from chardet import detect

    found = detect(_telling(data))["encoding"]
    name = (_codec(found) if found else None) or "cp1252"
    return "cp1252" if name in _OTHER_SCRIPTS and _mostly_latin(data) else name


def _telling(data: bytes) -> bytes:
    """What of ``data`` a guess looks at: all, or the lines that are not plain ASCII."""
    if len(data) <= SAMPLE:
        return data
    return b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:SAMPLE]


def _mostly_latin(data: bytes) -> bool:
    """Whether plain letters are so many that the few others are accents, not another script."""
    sample = data[:SAMPLE]
    accents = len(sample.translate(None, _ASCII))
    return len(sample) - len(sample.translate(None, _LETTERS)) > 4 * accents


def _codec(name: str) -> str | None:
    """Python's name for a text encoding, widened; None where it has none."""
    try:
        known = codecs.lookup(name)
        b"".decode(known.name)
    except LookupError:
        return None
    return _WIDER.get(known.name, known.name)


def _repaired(line: str) -> str:
    if len(line) > _LONGEST_REPAIR or not _MOJIBAKE.search(line):
        return line
    from ftfy import fix_encoding

    return fix_encoding(line)

"""Crafted files that are hard to read in little time: name -> bytes of about a size.

A reader that is linear takes twice as long for twice the size, and a second for a megabyte at
most. ``PATTERNS`` holds them all; texts of other formats come from ``patterns_texts.py``.
"""

from __future__ import annotations

import gzip
import plistlib
import zlib
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tools.soak.patterns_texts import TEXTS, Builder, counted, filled, texts

_TIMED: Final = "00:00:01,000 --> 00:00:02,000\n"
_ASS: Final = "[Script Info]\n[Events]\n"
_LINE: Final = "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,"
_XML: Final = '<tt><body><p begin="1s">'
_W: Final = "<w:document><w:body>"
_SHEET: Final = "<worksheet><sheetData>"
_MARK: Final = "\u0301\u0316"

_CAPTIONS: Final = texts(
    ("captions", "1\n" + _TIMED + "a\n\n"),
    ("captions times alone", _TIMED),
    ("captions arrows", "-->"),
    ("captions arrows in a line", "-->", _TIMED),
    ("captions half times", "00:00:01,000 ", _TIMED),
    ("captions digits", "1", _TIMED),
    ("captions colons", ":", _TIMED),
    ("captions numbers", "1\n", _TIMED),
    ("captions empty lines", "\n", _TIMED),
    ("captions blanks", " ", _TIMED),
    ("captions bars", "a|", _TIMED),
    ("captions turns", ">> a ", _TIMED),
    ("captions names", "A: ", _TIMED),
    ("captions long names", "Aaaa Bbbb Cccc Dddd ", _TIMED),
    ("captions open tags", "<v ", "WEBVTT\n\n" + _TIMED),
    ("captions voices", "<v A>a</v>", "WEBVTT\n\n" + _TIMED),
    ("captions tags", "<c>", "WEBVTT\n\n" + _TIMED),
    ("captions word times", "<00:00:01.000>a", "WEBVTT\n\n" + _TIMED),
    ("captions ruby", "<rt>", "WEBVTT\n\n" + _TIMED),
    ("captions codes", "{\\a", _TIMED),
    ("captions entities", "&amp;", _TIMED),
    ("captions rolling", _TIMED + "a\nb\n\n", "WEBVTT\n\n"),
    ("captions settings", " align:start", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000"),
    ("timed xml", '<p begin="1s">a</p>', "<tt><body>"),
    ("timed xml breaks", "<br/>", _XML),
    ("timed xml nested", "<span>", _XML),
    ("timed xml siblings", "<span>a</span>", _XML),
    ("timed xml entities", "&amp;", _XML),
    ("timed xml brackets", "<", _XML),
    ("timed xml words", "a ", _XML),
    ("timed xml lines", "a\n", _XML),
    ("timed xml titles", "<title>a</title>", "<tt><head><metadata>"),
    ("timed xml remarks", "<!--", _XML),
    ("timed xml roots", "<tt ", "<tt>"),
    ("sami", "<SYNC Start=1><P Class=E>a", "<SAMI><BODY>"),
    ("sami open", "<SYNC ", "<SAMI><BODY>"),
    ("sami paragraphs", "<P ", "<SAMI><BODY><SYNC Start=1>"),
    ("sami classes", "<P Class=E>a", "<SAMI><BODY><SYNC Start=1>"),
    ("sami breaks", "<br>a", "<SAMI><BODY><SYNC Start=1><P>"),
    ("script lines", _LINE + "a\n", _ASS),
    ("script drawings", "{\\p1}m 0 0", _ASS + _LINE),
    ("script codes", "{a}", _ASS + _LINE),
    ("script open codes", "{", _ASS + _LINE),
    ("script open drawings", "{\\p1", _ASS + _LINE),
    ("script commas", ",", _ASS + "Dialogue: "),
    ("script columns", "a,", _ASS + "Format: ", "\n" + _LINE + "a\n"),
    ("script breaks", "\\N", _ASS + _LINE),
    ("lyrics", "[00:01.00]a\n"),
    ("lyrics times in a line", "[00:01.00]", "[00:00.00]a\n"),
    ("lyrics tags", "[ti:a]", "[00:00.00]a\n"),
    ("frames", "{1}{2}a|b\n"),
    ("frames in a line", "{1}{2}", "{1}{2}a\n"),
    ("tenths", "[1][2]a\n"),
    ("clocks", "00:00:01:a\n"),
    ("speech of a recogniser", "[00:00.000 --> 00:01.000] a\n"),
)

_LETTERS: Final = texts(
    ("letters marks on one", _MARK, "a"),
    ("letters marks on many", "a" + _MARK),
    ("letters apart", "e\u0301"),
    ("letters hangul apart", "\u1100\u1161\u11a8"),
    ("letters mojibake", "Ã©"),
    ("letters mojibake lines", "Ã© a\n"),
    ("letters mojibake of mojibake", "ÃƒÂ©", "a\n"),
    ("letters invisible", "a\u200b"),
    ("letters only invisible", "\u200b", "a"),
    ("letters turned", "\u202ea"),
    ("letters isolates", "\u2066a\u2069"),
    ("letters joined", "\U0001f469\u200d"),
    ("letters returns", "\r"),
    ("letters zeros", "a" * 40 + "\0"),
    ("letters controls", "a" * 60 + "\x01"),
    ("letters line ends", "\u2028a"),
    ("letters halves", "\ud83d"),
    ("letters japanese escapes", "\x1b$B"),
)
_LETTERS["letters legacy"] = lambda size: "é\n".encode("latin-1") * (size // 2)
_LETTERS["letters mixed"] = lambda size: ("é\n".encode("latin-1") + "é\n".encode()) * (size // 5)
_LETTERS["letters declared"] = lambda size: b"charset= " * (size // 9) + b"\xe9"


def packed(*members: tuple[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    """A zip of these members."""
    target = BytesIO()
    with ZipFile(target, "w", how) as pack:
        for name, content in members:
            pack.writestr(name, content)
    return target.getvalue()


def _document(member: str, unit: str, head: str, *others: tuple[str, bytes]) -> Builder:
    return lambda size: packed((member, filled(unit, head, size=size)), *others)


def _files(name: str, content: bytes, how: int = ZIP_DEFLATED) -> Builder:
    """A zip of so many files as the size has room for, each of the same content."""
    cost = len(zlib.compress(content)) if how else len(content)
    return lambda size: packed(
        *((name.replace("%", str(i)), content) for i in range(size // (cost + 120))), how=how
    )


def _nested(size: int) -> bytes:
    pack = packed(("a.txt", b"a" * size))
    for _ in range(6):
        pack = packed(*[(f"{i}.zip", pack) for i in range(4)], how=ZIP_STORED)
    return pack


def _workbook(sheet: bytes, strings: bytes = b"<sst/>") -> bytes:
    spaces = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    relation = 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    return packed(
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" {relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
        ),
        (
            "xl/workbook.xml",
            f'<workbook {spaces}><sheets><sheet name="a" sheetId="1" r:id="b"/></sheets></workbook>'.encode(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="b" {relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    )


def _sheet(unit: str, head: str = "", tail: str = "") -> Builder:
    return lambda size: _workbook(counted(unit, _SHEET + head, tail, size))


_CELL: Final = '<c t="s"><v>0</v></c>'
_WORD: Final = '<row><c t="inlineStr"><is><t>comment</t></is></c></row>'
_PACKED: dict[str, Builder] = {
    "zip many files": _files("%.srt", (_TIMED + "a\n").encode()),
    "zip many names": _files("%.jpg", b""),
    "zip long lines": _files("%.txt", b"word " * 200_000),
    "zip short lines": _files("%.txt", b"a b\n" * 200_000),
    "zip pages": _files("%.html", b"<!doctype html><p>a" + b"<p>a" * 100_000),
    "zip data": _files(
        "%.json", b'{"comments":[' + b'{"text":"a","author":"b"},' * 30_000 + b"0]}"
    ),
    "zip captions": _files("%.srt", (_TIMED + "a\n").encode() * 20_000),
    "zip tables": _files("%.csv", b"author,comment\n" + b"a,b\n" * 100_000),
    "zip zeros": lambda size: packed(("a.txt", bytes(200 * size))),
    "zip in zips": _nested,
    "zip signs": lambda size: b"PK\x03\x04" * (size // 4),
    "zip ends": lambda size: b"PK\x03\x04" + b"PK\x05\x06" * (size // 4),
    "gzip zeros": lambda size: gzip.compress(bytes(200 * size)),
    "gzip members": lambda size: gzip.compress(b"a\n", 1) * (size // 22),
    "gzip empty members": lambda size: gzip.compress(b"", 1) * (size // 20),
    "gzip in gzip": lambda size: gzip.compress(gzip.compress(gzip.compress(b"a" * size))),
    "word paragraphs": _document("word/document.xml", "<w:p><w:r><w:t>a</w:t></w:r></w:p>", _W),
    "word runs": _document("word/document.xml", "<w:t>a</w:t>", _W + "<w:p>"),
    "word open paragraphs": _document("word/document.xml", "<w:p>", _W),
    "word boxes": _document("word/document.xml", "<w:p><w:t>a</w:t>", _W),
    "word tabs": _document("word/document.xml", "<w:tab/>", _W + "<w:p>"),
    "text paragraphs": _document("content.xml", "<text:p>a</text:p>", "<o><office:text>"),
    "text blanks": _document("content.xml", '<text:s text:c="999999999"/>', "<o><text:p>"),
    "table cells": _document(
        "content.xml",
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>',
        "<o>",
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    ),
    "workbook rows": _sheet('<row><c t="inlineStr"><is><t>a%</t></is></c></row>', _WORD),
    "workbook cells of a row": _sheet("<c><v>%</v></c>", "<row>"),
    "workbook far cells": _sheet('<row r="1%"><c r="XFD1%"><v>1</v></c></row>'),
    "workbook corner": lambda _: _workbook(
        f'{_SHEET}<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'.encode()
    ),
    "workbook attributes": _sheet(" a%='b'", '<row><c r="A1"'),
    "workbook one string": lambda size: _workbook(
        filled(f"<row>{_CELL}</row>", _SHEET, size=size),
        filled("a", "<sst><si><t>", "</t></si></sst>", size),
    ),
    "workbook strings": lambda size: _workbook(
        f"{_SHEET}<row>{_CELL}</row>".encode(),
        filled(
            "<si><t>a</t></si>", '<sst count="4294967295" uniqueCount="4294967295">', "</sst>", size
        ),
    ),
}

_PDF: Final = b"%PDF-1.4\n"
_TREE: Final = (
    b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj"
    b" 3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F"
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj trailer<</Root 1 0 R>> "
)


def _drawn(unit: bytes, *, packs: bool = False) -> Builder:
    """A PDF whose only sheet is drawn by so many of ``unit``."""

    def build(size: int) -> bytes:
        content = b"BT /F 9 Tf " + unit * (size * (50 if packs else 1) // len(unit))
        content = zlib.compress(content) if packs else content
        about = b"/Filter/FlateDecode" if packs else b""
        length = str(len(content)).encode()
        return b"%s%s4 0 obj<</Length %s%s>>stream\n%s\nendstream endobj" % (
            _PDF,
            _TREE,
            length,
            about,
            content,
        )

    return build


_PDFS: dict[str, Builder] = {
    "pdf words": _drawn(b"(a) Tj "),
    "pdf packed words": _drawn(b"(a) Tj ", packs=True),
    "pdf zeros": _drawn(b"\0", packs=True),
    "pdf lists": _drawn(b"["),
    "pdf open strings": _drawn(b"("),
    "pdf dictionaries": _drawn(b"<<"),
    "pdf pictures inside": _drawn(b"BI ID a "),
    "pdf states": _drawn(b"q "),
    "pdf numbers": _drawn(b"1 "),
    "pdf moves": _drawn(b"1 1 Td (a) Tj "),
    "pdf objects": lambda size: _PDF + b"1 0 obj 1 endobj " * (size // 17),
    "pdf objects by number": lambda size: counted("% 0 obj<<>>endobj\n", "%PDF-1.4\n", "", size),
    "pdf catalogs": lambda size: _PDF + b"1 0 obj<</Type/Catalog>>endobj " * (size // 31),
    "pdf list in a list": lambda size: _PDF + _TREE + b"4 0 obj" + b"[" * size,
    "pdf ends": lambda size: _PDF + b"startxref\n9\n%%EOF\n" * (size // 18),
    "pdf trailers": lambda size: (
        _PDF + b"trailer<</Prev 9>>" * (size // 18) + b"startxref\n9\n%%EOF"
    ),
    "pdf tables": lambda size: (
        _PDF + b"xref\n0 9\n" * (size // 9) + b"trailer<</Root 1 0 R>>startxref\n9\n%%EOF"
    ),
    "pdf names": lambda size: _PDF + _TREE + b"4 0 obj<<" + b"/a#41 1" * (size // 7),
    "pdf kids": lambda size: (
        _PDF + _TREE.replace(b"[3 0 R]", b"[" + b"3 0 R " * (size // 6) + b"]")
    ),
    "pdf kids of themselves": lambda size: (
        _PDF + _TREE.replace(b"[3 0 R]", b"[" + b"2 0 R " * (size // 6) + b"]")
    ),
    "pdf remarks": lambda size: _PDF + b"%a\n" * (size // 3),
    "safari lists": lambda size: filled(
        "<array>", "<?xml version='1.0'?><plist><dict><key>WebMainResource</key>", size=size
    ),
    "safari words": lambda size: filled(
        "<string>a</string>",
        "<?xml version='1.0'?><plist><dict><key>WebMainResource</key><array>",
        size=size,
    ),
    "safari page": lambda size: plistlib.dumps(
        {"WebMainResource": {"WebResourceData": filled("<p>a", size=size)}}, fmt=plistlib.FMT_BINARY
    ),
    "safari broken": lambda size: (
        b"bplist00"
        + b"\xa1\x01" * (size // 2)
        + bytes(6)
        + b"\x01\x01"
        + bytes(7)
        + b"\xff"
        + bytes(15)
        + b"\x08"
    ),
}

PATTERNS: Final = TEXTS | _CAPTIONS | _LETTERS | _PACKED | _PDFS
"""All of them; a name begins with the kind of file."""

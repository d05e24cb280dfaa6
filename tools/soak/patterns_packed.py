"""Crafted archives, documents, workbooks and PDFs; see ``patterns_files.py``."""

from __future__ import annotations

import gzip
import plistlib
import zlib
from typing import Final

from tests.summarizer.containers.packing import drawn, packed, row, workbook
from tools.soak.patterns_texts import Builder, counted, filled

_TIMED: Final = "00:00:01,000 --> 00:00:02,000\n"
_W: Final = "<w:document><w:body>"
_SAFARI: Final = "<?xml version='1.0'?><plist><dict><key>WebMainResource</key>"


def _document(member: str, unit: str, head: str, **others: bytes) -> Builder:
    return lambda size: packed({member: filled(unit, head, size=size), **others})


def _files(ending: str, content: bytes) -> Builder:
    """A zip of so many files as the size has room for, each of the same content."""
    cost = len(zlib.compress(content)) + 120
    return lambda size: packed({f"{i}.{ending}": content for i in range(size // cost + 1)})


def _nested(size: int) -> bytes:
    pack = packed({"a.txt": b"a" * size})
    for _ in range(6):
        pack = packed({f"{i}.zip": pack for i in range(4)})
    return pack


def _sheet(unit: str, head: str = "", tail: str = "") -> Builder:
    return lambda size: workbook({"a": counted(unit, head, tail, size).decode()})


_CORNER: Final = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
_SHARED: Final = '<row><c t="s"><v>0</v></c></row>'
_WORD: Final = '<row><c t="inlineStr"><is><t>comment</t></is></c></row>'
_PACKED: dict[str, Builder] = {
    "zip many files": _files("srt", (_TIMED + "a\n").encode()),
    "zip many names": _files("jpg", b""),
    "zip long lines": _files("txt", b"word " * 200_000),
    "zip short lines": _files("txt", b"a b\n" * 200_000),
    "zip pages": _files("html", b"<!doctype html><p>a" + b"<p>a" * 100_000),
    "zip data": _files(
        "%.json", b'{"comments":[' + b'{"text":"a","author":"b"},' * 30_000 + b"0]}"
    ),
    "zip captions": _files("srt", (_TIMED + "a\n").encode() * 20_000),
    "zip tables": _files("csv", b"author,comment\n" + b"a,b\n" * 100_000),
    "zip zeros": lambda size: packed({"a.txt": bytes(200 * size)}),
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
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p>',
        "<o>",
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
    ),
    "workbook rows": _sheet('<row><c t="inlineStr"><is><t>a%</t></is></c></row>', _WORD),
    "workbook cells of a row": _sheet("<c><v>%</v></c>", "<row>"),
    "workbook far cells": _sheet('<row r="1%"><c r="XFD1%"><v>1</v></c></row>'),
    "workbook corner": lambda _: workbook({"a": row(1, "comment") + _CORNER}),
    "workbook attributes": _sheet(" a%='b'", '<row><c r="A1"'),
    "workbook one string": lambda size: workbook({"a": _SHARED * (size // 40)}, ["a" * size]),
    "workbook strings": lambda size: workbook({"a": _SHARED}, ["a"] * (size // 20)),
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
        again = size * (50 if packs else 1) // len(unit)
        return drawn(b"BT /F1 9 Tf " + unit * again, packs=packs)

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
    "safari lists": lambda size: filled("<array>", _SAFARI, size=size),
    "safari words": lambda size: filled(
        "<string>a</string>",
        _SAFARI + "<array>",
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

PACKED: Final = _PACKED | _PDFS

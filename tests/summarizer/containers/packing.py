"""Packed files for the tests: archives, documents, workbooks, PDFs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from summarizer.model import Page

SRT = "1\n00:00:01,500 --> 00:00:04,000\nBees dance all day.\n"
PARAGRAPHS = (
    "Bees dance to show the others the way to the flowers.",
    "Nobody knows who taught them this very old dance.",
)


def words(page: Page) -> str:
    return " ".join([page.title or "", page.description, *(c.text for c in page.transcript)])


def lines(page: Page) -> list[str]:
    return [*([page.title] if page.title else []), *(cue.text for cue in page.transcript)]


def packed(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    return target.getvalue()


def docx(*paragraphs: str, title: str = "") -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    return packed({"word/document.xml": document(body), "docProps/core.xml": properties(title)})


def document(body: str) -> str:
    return f"<w:document><w:body>{body}</w:body></w:document>"


def properties(title: str) -> str:
    return f"<cp:coreProperties><dc:title>{escape(title)}</dc:title></cp:coreProperties>"


def relations(*rows: tuple[str, str, str]) -> str:
    """A list of (id, kind, target)."""
    row = '<Relationship Id="{}" Type="http://schemas.example/relationships/{}" Target="{}"/>'
    return f"<Relationships>{''.join(row.format(*r) for r in rows)}</Relationships>"


def workbook(sheets: Mapping[str, str], strings: Iterable[str] = (), **members: str) -> bytes:
    """An .xlsx of sheets, each the XML of its rows; ``strings`` are those that cells share."""
    named = [(f"id{i}", name, rows) for i, (name, rows) in enumerate(sheets.items())]
    listed = "".join(f'<sheet name="{n}" sheetId="1" r:id="{i}"/>' for i, n, _ in named)
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    known = [("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "styles.xml")]
    known += [(i, "worksheet", f"/xl/worksheets/{i}.xml") for i, _, _ in named]
    files = {
        "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(*known),
        "xl/sharedStrings.xml": f'<sst count="4294967295" uniqueCount="4294967295">{shared}</sst>',
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/{i}.xml": worksheet(rows) for i, _, rows in named},
    }
    return packed(files | {name.replace("__", "/"): text for name, text in members.items()})


STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="165"/>'
    '<xf numFmtId="14"/></cellXfs></styleSheet>'
)
"""The styles of cells: 0 plain, 1 a date with its time, 2 ``h:mm``, 3 ``[h]:mm:ss``, 4 a date."""


def worksheet(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def row(number: int, *cells: str) -> str:
    """A row of texts."""
    written = (
        f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        for i, cell in enumerate(cells)
    )
    return f'<row r="{number}">{"".join(written)}</row>'


def pdf(*sheets: str, title: str = "") -> bytes:
    """A PDF of sheets with a line of Helvetica for each line of text."""
    shown = (" ".join(f"({line}) Tj 0 -14 Td" for line in sheet.split("\n")) for sheet in sheets)
    return drawn(*(f"BT /F1 12 Tf 20 300 Td {one} ET".encode() for one in shown), title=title)


def drawn(*contents: bytes, title: str = "", packs: bool = False) -> bytes:
    """A PDF of sheets that are drawn by these instructions."""
    writer = PdfWriter()
    if title:
        writer.add_metadata({"/Title": title})
    font = DictionaryObject(
        {NameObject(k): NameObject(v) for k, v in (("/Type", "/Font"), ("/Subtype", "/Type1"))}
    )
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    for instructions in contents:
        sheet = writer.add_blank_page(400, 400)
        content = DecodedStreamObject()
        content.set_data(instructions)
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = content.flate_encode() if packs else content
        sheet[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - no public way
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()

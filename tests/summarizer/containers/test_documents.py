from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from summarizer import UnreadableError, read_page
from summarizer.model import Comment, Cue, Page
from tests.summarizer.promise import keeps_its_promise

ID = "aB3_dE-9xYw"
SRT = "1\n00:00:01,500 --> 00:00:04,000\nBees dance all day.\n"
PARAGRAPHS = (
    "Bees dance to show the others the way to the flowers.",
    "Nobody knows who taught them this very old dance.",
)


def words(page: Page) -> str:
    return " ".join([page.title or "", page.description, *(c.text for c in page.transcript)])


def packed(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    return target.getvalue()


def pdf(*sheets: str) -> bytes:
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject(k): NameObject(v) for k, v in (("/Type", "/Font"), ("/Subtype", "/Type1"))}
    )
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    for text in sheets:
        sheet = writer.add_blank_page(400, 400)
        content = DecodedStreamObject()
        lines = " ".join(f"({line}) Tj 0 -14 Td" for line in text.split("\n"))
        content.set_data(f"BT /F1 12 Tf 20 300 Td {lines} ET".encode())
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        sheet[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - no public way
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs)
    return packed({"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>"})


def test_a_pdf_gives_the_words_of_all_its_sheets() -> None:
    page = read_page(pdf(*PARAGRAPHS), "talk.pdf")
    assert all(text in words(page) for text in PARAGRAPHS)


def test_a_pdf_without_text_or_without_sense_is_advice() -> None:
    for data in (
        pdf(""),
        b"%PDF-1.7\n" + bytes(100) + b"xref",
        b"%PDF-1.4 trailer << /Root 1 0 R >>",
    ):
        with pytest.raises(UnreadableError, match="PDF"):
            read_page(data)


def test_a_pdf_of_too_many_sheets_says_what_is_missing() -> None:
    page = read_page(pdf(*[f"{PARAGRAPHS[0]} Number {i}." for i in range(153)]))
    assert "Number 149." in words(page)
    assert "Number 151." not in words(page)
    assert "unreadable-part" in {o.kind for o in page.omissions}


def test_a_pdf_that_draws_too_much_stops_there() -> None:
    with pytest.raises(UnreadableError, match="PDF"):
        read_page(pdf("x\n" * 400_000))


def test_a_document_of_word_is_read_like_its_text() -> None:
    assert all(text in words(read_page(docx(*PARAGRAPHS))) for text in PARAGRAPHS)
    captions = read_page(docx(*SRT.split("\n")), "talk.docx")
    assert captions.transcript == (Cue("Bees dance all day.", 1.5),)


def test_an_open_document_is_read() -> None:
    content = "".join(f"<text:p>{p}<text:tab/>x</text:p>" for p in PARAGRAPHS)
    page = read_page(
        packed({"mimetype": "x", "content.xml": f"<o:d><o:body>{content}</o:body></o:d>"})
    )
    assert all(text in words(page) for text in PARAGRAPHS)


def test_a_workbook_is_a_table_of_comments() -> None:
    strings = "".join(f"<si><t>{t}</t></si>" for t in ("Author", "Comment", "Likes", "ana"))
    rows = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        '<c r="C1" t="s"><v>2</v></c></row>'
        '<row><c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>Lovely bees</t></is></c>'
        '<c r="C2"><v>3</v></c></row><row><c t="s"><v>99</v></c><c><v>Why though</v></c></row>'
    )
    book = {
        "xl/workbook.xml": "<workbook/>",
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
    }
    assert read_page(packed(book), "comments.xlsx").comments == (
        Comment("Lovely bees", "ana", 3),
        Comment("Why though"),
    )
    with pytest.raises(UnreadableError):
        read_page(packed({"xl/workbook.xml": "<workbook/>"}))


def test_a_zip_of_several_files_of_a_video_is_one_page() -> None:
    info = {"id": ID, "title": "How bees dance", "channel": "Garden TV", "description": "Bees.",
            "chapters": [{"start_time": 5, "title": "Way"}],
            "comments": [{"text": "Lovely", "author": "@ana", "parent": "root"}]}  # fmt: skip
    base = f"How bees dance [{ID}]"
    page = read_page(
        packed(
            {
                f"talk/{base}.en.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nBees dance.\n\n"
                "00:06.000 --> 00:07.000\nAll day.\n",
                f"talk/{base}.info.json": json.dumps(info),
                f"talk/{base}.description": "About bees, at length.",
                "talk/comments.csv": "author,comment\n@ana,Lovely\n@bo,Why?\n",
                "talk/broken.json": "[" * 5000,
                "talk/cover.jpg": b"\xff\xd8\xff",
                "__MACOSX/talk/x": b"\0",
            }
        ),
        "talk.zip",
    )
    assert (page.title, page.channel) == ("How bees dance", "Garden TV")
    assert page.url == f"https://www.youtube.com/watch?v={ID}"
    assert page.description == "About bees, at length."
    assert [c.text for c in page.transcript] == ["Bees dance.", "All day."]
    assert [(c.title, c.cue) for c in page.chapters] == [("Way", 1)]
    assert [c.text for c in page.comments] == ["Lovely", "Why?"]
    assert [o.part for o in page.omissions if o.kind == "unreadable-part"] == ["talk/broken.json"]


def test_a_file_without_a_name_in_a_zip_is_read_all_the_same() -> None:
    nameless = packed({"talk.srt": SRT}).replace(b"talk.srt", b"\0alk.srt")
    assert words(read_page(nameless)) == words(read_page(SRT))


def test_a_gzipped_file_is_what_it_holds() -> None:
    page = read_page(gzip.compress(SRT.encode()), f"Bees at work [{ID}].srt.gz")
    assert page.transcript == (Cue("Bees dance all day.", 1.5),)
    assert page.title == "Bees at work"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        packed({"a.jpg": b"x"}),
        packed({"a.zip": packed({"b.zip": packed({"c.srt": SRT})})}),
        packed({"word/document.xml": bytes(60_000_000)}),
        packed({"a.txt": bytes(60_000_000)}),
        gzip.compress(bytes(60_000_000)),
        b"\x1f\x8b broken",
    ],
    ids=["broken", "pictures", "nested", "big docx", "big text", "big gzip", "broken gzip"],
)
def test_archives_that_cannot_be_read_are_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_page(data)
    assert caught.value.advice.endswith(".")


def test_files_past_a_limit_are_said_to_be_left_out() -> None:
    page = read_page(packed({f"{i:02d}.srt": SRT.replace("Bees", f"Bees {i}") for i in range(70)}))
    assert len([o for o in page.omissions if o.kind == "unreadable-part"]) == 10


ZIP = packed({"a.srt": SRT, "b.csv": "author,comment\nana,Lovely\n"})
WORD, SHEETS = docx(*PARAGRAPHS), pdf(*PARAGRAPHS)


@given(st.sampled_from([ZIP, WORD, SHEETS]), st.integers(0, 10**6), st.binary(max_size=4))
def test_any_damage_to_a_document_is_a_page_or_advice(data: bytes, at: int, other: bytes) -> None:
    at %= len(data)
    assert keeps_its_promise(data[:at] + other + data[at + len(other) :])

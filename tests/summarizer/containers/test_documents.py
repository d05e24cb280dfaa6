"""Documents: the words a reader of them sees, in that order, and what is left out said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Omission, UnreadableError, read_page
from summarizer.containers.pdf import MOST_STEPS
from summarizer.containers.titles import is_title
from summarizer.model import Cue
from tests.summarizer.containers.packing import (
    PARAGRAPHS,
    SRT,
    document,
    docx,
    drawn,
    lines,
    packed,
    pdf,
    properties,
    relations,
    words,
)
from tests.summarizer.promise import keeps_its_promise

TITLE = "How bees find their way"


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
    assert Omission("too-long", 150, 153) in page.omissions


def test_a_pdf_whose_sheets_together_hold_too_much_is_read_up_to_there() -> None:
    blanks = b" " * 1_600_000
    shown = b"BT /F1 12 Tf 20 300 Td (Bees dance %d.) Tj ET"
    page = read_page(drawn(*[shown % number + blanks for number in (1, 2, 3)]))
    assert "Bees dance 1." in words(page)
    assert Omission("too-long", 1, 3) in page.omissions


@pytest.mark.no_cover
def test_a_pdf_that_breaks_off_says_so() -> None:
    shown = f"BT /F1 12 Tf 20 300 Td ({PARAGRAPHS[0]}) Tj ET".encode()
    page = read_page(drawn(shown, b"n " * (MOST_STEPS + 1)))
    assert PARAGRAPHS[0] in words(page)
    assert Omission("cut-off") in page.omissions
    whole = read_page(pdf(*PARAGRAPHS)).omissions
    assert {o.kind for o in whole}.isdisjoint({"cut-off", "too-long"})


def test_a_document_is_called_what_its_properties_say_if_that_is_a_title() -> None:
    for made in (pdf, docx):
        assert read_page(made(*PARAGRAPHS, title=TITLE)).title == TITLE
        assert read_page(made(*PARAGRAPHS, title="Microsoft Word - bees.docx")).title is None
        assert read_page(made(*PARAGRAPHS), "The bees again.doc").title == "The bees again"


@pytest.mark.parametrize(
    "dress",
    [
        '<w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r>',
        '<w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r>',
        '<w:pPr><w:pStyle w:val="Ttulo"/></w:pPr><w:r>',
        '<w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r>',
        '<w:r><w:rPr><w:sz w:val="40"/></w:rPr>',
    ],
)
def test_a_document_of_word_is_called_by_its_title_as_it_is_drawn(dress: str) -> None:
    above = "<w:p><w:r><w:t>Notes of the garden club</w:t></w:r></w:p>"
    head = f"<w:p>{dress}<w:t>{TITLE}</w:t></w:r></w:p>"
    rest = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in PARAGRAPHS)
    styles = '<styles><style styleId="a3"><name val="Title"/></style></styles>'
    members = {"word/document.xml": document(above + head + rest), "word/styles.xml": styles}
    assert read_page(packed(members)).title == TITLE


def test_from_when_to_when_people_met_is_no_subtitle() -> None:
    texts = ("Garden club", "Hour", "19:00 – 20:35", *PARAGRAPHS)
    rest = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    page = read_page(packed({"word/document.xml": document(rest)}))
    assert [cue.text for cue in page.transcript[-len(PARAGRAPHS) :]] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE, True),
        ("Über die Tänze der Bienen", True),
        ("蜜蜂如何跳舞", True),
        ("Slide design for beginners", True),
        ("bees", False),
        ("", False),
        ("Microsoft Word - How bees dance.doc", False),
        ("How bees dance.pdf", False),
        ("PowerPoint Presentation", False),
        ("Google Docs document", False),
        ("Untitled document", False),
        ("Document 1", False),
        ("Slide 12", False),
        ("C:\\Users\\ana\\bees and flowers", False),
        ("https://bees.example/the dance", False),
        ("word " * 60, False),
    ],
)
def test_a_title_is_what_a_person_called_it(text: str, *, expected: bool) -> None:
    assert is_title(text) is expected


def test_a_pdf_that_draws_too_much_stops_there() -> None:
    with pytest.raises(UnreadableError, match="PDF"):
        read_page(pdf("x\n" * 400_000))


def test_a_document_of_word_is_read_like_its_text() -> None:
    assert all(text in words(read_page(docx(*PARAGRAPHS))) for text in PARAGRAPHS)
    captions = read_page(docx(*SRT.split("\n")), "talk.docx")
    assert captions.transcript == (Cue("Bees dance all day.", 1.5),)


def test_a_text_box_is_read_once_and_does_not_part_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p><w:t>{PARAGRAPHS[0]}</w:t></w:p></w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:t>Nobody knows </w:t>{twice}<w:t>who taught them this.</w:t></w:p>"
    page = read_page(packed({"word/document.xml": document(body)}))
    assert lines(page) == [PARAGRAPHS[0], "Nobody knows who taught them this."]


def test_what_was_deleted_or_moved_away_is_not_read() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:t>Bees dance</w:t><w:del><w:t> no more</w:t><w:delText> ever</w:delText></w:del>"
        "<w:moveFrom><w:t> at night</w:t></w:moveFrom><w:ins><w:t> all day</w:t></w:ins>"
        "<w:moveTo><w:t> long</w:t></w:moveTo><w:noBreakHyphen/><w:t>ish.</w:t></w:p>"
        f"<w:p><w:t>{PARAGRAPHS[1]}</w:t></w:p>"
    )
    page = read_page(packed({"word/document.xml": document(body)}))
    assert lines(page) == ["Bees dance all day long-ish.", PARAGRAPHS[1]]


def test_a_document_that_breaks_off_is_read_that_far() -> None:
    body = f"<w:p><w:t>{PARAGRAPHS[0]}</w:t></w:p><w:p><w:t>{PARAGRAPHS[1]}"
    page = read_page(packed({"word/document.xml": f"<w:document><w:body>{body}</w:p"}))
    assert lines(page) == list(PARAGRAPHS)


def slide(text: str, place: str = "body") -> str:
    shape = '<p:sp><p:nvPr><p:ph type="{}"/></p:nvPr><a:p><a:t>{}</a:t></a:p></p:sp>'
    return f"<p:sld>{shape.format(place, text)}{shape.format('sldNum', '7')}</p:sld>"


SHOW = {
    "ppt/presentation.xml": '<p:presentation><p:sldId id="9" r:id="b"/><p:sldId id="8" r:id="a"/>'
    '<p:sldId id="7" r:id="gone"/></p:presentation>',
    "ppt/_rels/presentation.xml.rels": relations(
        ("a", "slide", "slides/slide1.xml"), ("b", "slide", "/ppt/slides/slide2.xml")
    ),
    "ppt/slides/slide1.xml": slide(PARAGRAPHS[1]),
    "ppt/slides/slide2.xml": slide(PARAGRAPHS[0], "title"),
    "ppt/slides/_rels/slide2.xml.rels": relations(("n", "notesSlide", "../notes/notes1.xml")),
    "ppt/notes/notes1.xml": slide("Greet everybody who came here."),
    "docProps/core.xml": properties(TITLE),
}


def test_slides_are_read_in_the_order_they_are_shown_each_with_its_notes() -> None:
    page = read_page(packed(SHOW), "talk.pptx")
    assert page.title == TITLE
    assert [c.text for c in page.transcript] == [
        PARAGRAPHS[0], "Greet everybody who came here.", PARAGRAPHS[1],
    ]  # fmt: skip


def test_slides_past_the_limit_are_counted() -> None:
    big = {"ppt/slides/slide1.xml": f"<a>{' ' * 8_000_000}</a>"}
    page = read_page(packed(SHOW | big))
    assert PARAGRAPHS[0] in words(page)
    assert Omission("too-long", 1, 2) in page.omissions


BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfile full-path="in/book.opf"/></container>',
    "in/book.opf": (
        "<package><metadata><dc:title>The Dance</dc:title><dc:creator>Ana Field</dc:creator>"
        '</metadata><manifest><item id="b" href="a%20one.xhtml"/><item id="a" href="z.xhtml"/>'
        '<item id="n" href="nav.xhtml" properties="nav"/><item id="x" href="notes.xhtml"/>'
        '</manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>'
        '<itemref idref="x" linear="no"/></spine></package>'
    ),
    "in/z.xhtml": f"<html><head><title/></head><body><p>{PARAGRAPHS[0]}</p></body></html>",
    "in/a one.xhtml": f"<html><body><script/><p>One<br/>two.</p><p>{PARAGRAPHS[1]}</p></body>",
    "in/nav.xhtml": "<html><body><p>Contents</p></body></html>",
    "in/notes.xhtml": "<html><body><p>Aside</p></body></html>",
}


def test_a_book_is_read_by_its_spine() -> None:
    page = read_page(packed(BOOK), "book.epub")
    assert (page.title, page.channel) == ("The Dance", "Ana Field")
    assert [c.text for c in page.transcript] == [PARAGRAPHS[0], "One", "two.", PARAGRAPHS[1]]


def test_chapters_that_are_lost_or_too_long_are_counted() -> None:
    lost = {name: text for name, text in BOOK.items() if name != "in/a one.xhtml"}
    long = BOOK | {"in/a one.xhtml": "<p>" + " " * 8_000_000}
    for book in (lost, long):
        page = read_page(packed(book))
        assert PARAGRAPHS[0] in words(page)
        assert Omission("too-long", 1, 2) in page.omissions


def test_a_book_that_is_locked_or_broken_is_advice() -> None:
    key = "META-INF/encryption.xml"
    locked = BOOK | {key: '<encryption><CipherReference URI="in/z.xhtml"/></encryption>'}
    with pytest.raises(UnreadableError, match="protected"):
        read_page(packed(locked))
    fonts = BOOK | {key: '<encryption><CipherReference URI="in/font.otf"/></encryption>'}
    assert PARAGRAPHS[0] in words(read_page(packed(fonts)))
    with pytest.raises(UnreadableError, match="book"):
        read_page(packed(BOOK | {"META-INF/container.xml": "<container/>"}))


def test_what_an_open_document_deleted_or_remarks_is_not_read() -> None:
    content = (
        f"<text:tracked-changes><text:p>Gone</text:p></text:tracked-changes><text:p>Bees dance"
        "<office:annotation><dc:date>2024</dc:date><text:p>why</text:p></office:annotation> all"
        "<text:note><text:p>below</text:p></text:note><text:s/>day.</text:p>"
        f"<text:p>{PARAGRAPHS[1]}</text:p>"
    )
    about = f"<office:meta><dc:title>{TITLE}</dc:title></office:meta>"
    page = read_page(packed({"content.xml": f"<o>{content}</o>", "meta.xml": about}))
    assert page.title == TITLE
    assert [c.text for c in page.transcript] == ["Bees dance all day.", PARAGRAPHS[1]]


@pytest.mark.parametrize(
    "files",
    [
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
        {"xl/workbook.bin": "x"},
    ],
    ids=["ods", "xlsb"],
)
def test_other_spreadsheets_are_refused_with_what_to_do(files: dict[str, str]) -> None:
    with pytest.raises(UnreadableError, match="xlsx or"):
        read_page(packed(files))


@pytest.mark.no_cover
def test_a_document_without_end_is_advice() -> None:
    for member in ("word/document.xml", "content.xml", "ppt/presentation.xml"):
        with pytest.raises(UnreadableError, match="more than can be read"):
            read_page(packed({member: bytes(60_000_000)}))


def test_an_open_document_is_read() -> None:
    content = "".join(f"<text:p>{p}<text:tab/>x</text:p>" for p in PARAGRAPHS)
    page = read_page(
        packed({"mimetype": "x", "content.xml": f"<o:d><o:body>{content}</o:body></o:d>"})
    )
    assert all(text in words(page) for text in PARAGRAPHS)


DAMAGED = (
    packed({"a.srt": SRT, "b.csv": "author,comment\nana,Lovely\n"}),
    docx(*PARAGRAPHS),
    pdf(*PARAGRAPHS),
    packed(SHOW),
    packed(BOOK),
)


@given(st.sampled_from(DAMAGED), st.integers(0, 10**6), st.binary(max_size=4))
def test_any_damage_to_a_document_is_a_page_or_advice(data: bytes, at: int, other: bytes) -> None:
    at %= len(data)
    assert keeps_its_promise(data[:at] + other + data[at + len(other) :])

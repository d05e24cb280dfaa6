from __future__ import annotations

import io
import zipfile
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import UnreadableError, read_page
from summarizer.model import Page
from summarizer.reader import _Allowance
from tests.summarizer.promise import keeps_its_promise

SAMPLES = (
    b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Bees &amp; flowers.\n",
    b"1\n00:00:01,000 --> 00:00:02,000\nBees dance.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n",
    b'<tt><body><p begin="1s">Bees<br/>dance</p></body></tt>',
    b"[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,Bees\\Ndance\n",
    b"<SAMI><BODY><SYNC Start=1><P Class=E>Bees</P></SYNC></BODY></SAMI>",
    b'{"events":[{"tStartMs":1,"segs":[{"utf8":"Bees"}]}]}',
    b'{"title":"Bees","comments":[{"text":"Lovely","author":"ana","likes":"1.2K"}]}',
    b'{"responseContext":{},"a":[{"commentRenderer":{"contentText":{"runs":[{"text":"Hi"}]}}}]}',
    b"export const a = [{text: 'Bees', author: `ana`}]; // x",
    b"author,comment,likes\nana,Lovely,3\n",
    b"<!doctype html><html><title>Bees</title><p>Bees dance.<pre>a\nb</pre></html>",
    (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        b"Content-Type: text/html\n\n<html><p>Bees dance.</p></html>\n--x--\n"
    ),
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>",
    b"How bees dance\nGarden TV\nAbout bees.\n2 comments\nLovely\nWhy?\n",
)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page_or_advice(data: bytes) -> None:
    assert keeps_its_promise(data, "file.txt")


@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=3))))
def test_any_damaged_file_is_a_page_or_advice(data: bytes, damage: list[tuple[int, bytes]]) -> None:
    for at, other in damage:
        data = data[:at] + other + data[at + len(other) // 2 :]
    assert keeps_its_promise(data, "file.txt")


@given(st.text(max_size=200))
def test_any_text_is_a_page_or_advice(text: str) -> None:
    assert keeps_its_promise(text)


@pytest.mark.parametrize("data", SAMPLES[:-2], ids=range(len(SAMPLES) - 2))
def test_text_and_bytes_give_the_same_page(data: bytes) -> None:
    assert read_page(data) == read_page(data.decode()) or data.startswith(b"MIME")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "picture"),
        (b"ID3\x04" + bytes(99), "sound"),
        (bytes(3) + b"\x18ftypM4A " + bytes(99), "sound"),
        (bytes(3) + b"\x18ftypisom" + bytes(99), "video"),
        (b"\x1aE\xdf\xa3" + bytes(99), "video"),
        (b"Rar!\x1a\x07" + bytes(99), "archive"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "office"),
        (b"850STL25.01" + b" " * 1013, "no words"),
        (b"MZ\x90" + bytes(99), "program"),
        (b"SQLite format 3\0" + bytes(99), "database"),
        (bytes(range(256)), "not text"),
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b" \n\t ", ""),
        (b"x" * 21_000_001, "20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_no_text_gets_advice_that_fits(data: bytes, word: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_page(data, "notes.txt")
    assert word in caught.value.advice


def test_words_that_begin_like_a_file_sign_are_words() -> None:
    assert isinstance(read_page(b"MZ and other letters\nare only letters, nothing more\n"), Page)


@pytest.mark.no_cover
def test_the_end_of_a_text_without_end_is_left_out_and_said() -> None:
    page = read_page("Bees dance all day long. " * 100_000)
    kinds = [(o.kind, o.found, o.stated) for o in page.omissions]
    assert ("too-long", 2_000_000, 2_500_000 - 1) in kinds or (
        "too-long",
        2_000_000,
        2_500_000,
    ) in kinds


def test_a_file_name_adds_what_the_text_does_not_say() -> None:
    name = "How bees dance [aB3_dE-9xYw].txt"
    page = read_page("Bees dance all day.\nNobody knows quite why they do so.\n", name)
    assert page.url == "https://www.youtube.com/watch?v=aB3_dE-9xYw"


def test_words_around_a_link_that_is_spoken_are_no_label() -> None:
    page = read_page(
        "WEBVTT\n\n00:00.000 --> 00:04.000\nI downloaded it from chess.com last night.\n"
    )
    assert [(link.url, link.label) for link in page.links] == [("https://chess.com/", "")]


def test_the_links_in_an_article_are_its_links() -> None:
    story = "The council counted. " * 12 + "The report: https://harbour.example/report\n"
    page = read_page("A street for walkers\n\n" + story + "\n" + story.replace("report", "table"))
    assert {link.url for link in page.links} >= {"https://harbour.example/report"}


def archive(*contents: str, ending: str = "txt") -> bytes:
    """A zip of files of these contents, named by their number."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
        for number, content in enumerate(contents):
            pack.writestr(f"{number}.{ending}", content)
    return target.getvalue()


def unread(page: Page) -> list[str]:
    """The files of an archive that were left out."""
    return [o.part for o in page.omissions if o.kind == "unreadable-part"]


@pytest.mark.no_cover
def test_all_texts_of_an_archive_together_are_as_long_as_one_may_be() -> None:
    page = read_page(archive("Bees dance all day. " * 60_000, "And at night. " * 80_000, "Why?"))
    assert unread(page) == ["2.txt"]
    assert [(o.found, o.stated) for o in page.omissions if o.kind == "too-long"] == [
        (2_000_000 - 1_200_000, 1_120_000)
    ]


@pytest.fixture
def few_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.reader._Allowance", partial(_Allowance, pieces=600))


def test_an_archive_is_read_up_to_many_cues_and_comments(few_pieces: None) -> None:
    rows = "author,comment\n" + "".join(f"ana,number {i}\n" for i in range(500))
    page = read_page(
        archive(rows, rows.replace("ana", "bo"), "author,comment\ncy,Why?\n", ending="csv")
    )
    assert len(page.comments) == 1_000
    assert unread(page) == ["2.csv"]


def test_an_archive_of_many_archives_is_read_in_part() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as pack:
        for number in range(7):
            inner = archive(f"1\n00:00:0{number},000 --> 00:00:09,000\nBees {number}.\n")
            pack.writestr(f"{number}.zip", inner)
    assert unread(read_page(target.getvalue())) == ["5.zip", "6.zip"]


@pytest.mark.no_cover
def test_short_lines_of_an_archive_count_too() -> None:
    page = read_page(archive("a b\n" * 100_001, "Why do bees dance?\n"))
    assert unread(page) == ["1.txt"]


def test_an_archive_of_much_that_says_little_is_read_in_part(few_pieces: None) -> None:
    cue = "00:00:01,000 --> 00:00:02,000\na\n"
    page = read_page(archive(cue * 500, cue.replace("a", "b") * 500, "Why?", ending="srt"))
    assert [c.text for c in page.transcript] == ["a"]
    assert unread(page) == ["2.srt"]


@pytest.mark.no_cover
def test_captions_of_more_lines_than_anybody_speaks_are_read_in_part() -> None:
    page = read_page("00:00:01,000 --> 00:00:02,000\nBees\n" + "\n" * 300_000 + "dance\n")
    assert [c.text for c in page.transcript] == ["Bees"]
    assert [(o.found, o.stated) for o in page.omissions if o.kind == "too-long"] == [
        (300_000 + 31 + 1, 300_000 + 41)
    ]

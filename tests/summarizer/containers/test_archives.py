"""Archives: what is in them is read, what is left out is said."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable

import pytest

from summarizer import Omission, UnreadableError, read_page
from summarizer.containers.archives import MOST_FILES, MOST_MEMBERS, read_gzip, read_zip
from summarizer.containers.unpack import MOST_BYTES
from summarizer.model import Cue, Page
from tests.summarizer.containers.packing import SRT, docx, packed, words

ID = "aB3_dE-9xYw"
Called = list[tuple[str | None, int]]


def noting(into: Called) -> Callable[[str | bytes, str | None], Page]:
    """A reader that notes the name and the length of what it is given."""

    def read(data: str | bytes, name: str | None) -> Page:
        into.append((name, len(data)))
        return Page(transcript=(Cue(data.decode() if isinstance(data, bytes) else data),))

    return read


def left_out(page: Page) -> list[tuple[str, str, int, int]]:
    """What of an archive was not read."""
    return [
        (o.kind, o.part, o.found, o.stated)
        for o in page.omissions
        if not o.kind.startswith("no-")
    ]  # fmt: skip


def unpacked(data: bytes) -> str:
    """The text that a .gz is read as."""
    return read_gzip(data, noting([]), None).transcript[0].text


def test_several_files_of_a_video_are_one_page() -> None:
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
    assert left_out(page) == [("unreadable-part", "talk/broken.json", 0, 0)]


def test_a_description_is_read_as_that_with_the_name_of_its_file() -> None:
    page = read_page(packed({f"How bees dance [{ID}].description": " About bees. \n"}))
    assert (page.title, page.description) == ("How bees dance", "About bees.")
    assert page.url == f"https://www.youtube.com/watch?v={ID}"
    assert read_page(packed({"bees.description": "About bees."})).url is None


def test_a_document_is_no_archive_of_its_parts() -> None:
    called: Called = []
    read_zip(docx("Bees dance all day."), noting(called))
    assert called == [(None, len("Bees dance all day."))]


def test_pictures_sounds_folders_and_what_systems_add_are_no_files() -> None:
    called: Called = []
    names = ["a.txt", "B.JPG", "c.webp", "d.mp3", "e/.DS_Store", "f_files/g.txt", "__MACOSX/a.txt"]
    read_zip(packed(dict.fromkeys([*names, "h/"], "x")), noting(called))
    assert called == [("a.txt", 1)]


def test_files_are_read_in_the_order_of_their_names() -> None:
    called: Called = []
    read_zip(packed({"b.txt": "bb", "a.txt": "a", "c.txt": "ccc"}), noting(called))
    assert called == [("a.txt", 1), ("b.txt", 2), ("c.txt", 3)]


def test_files_past_the_limit_are_named_as_left_out() -> None:
    names = [f"{i:02d}.srt" for i in reversed(range(MOST_FILES + 3))]
    page = read_page(packed({name: SRT.replace("Bees", f"Bees {name}") for name in names}))
    assert left_out(page) == [
        ("unreadable-part", f"{i}.srt", 0, 0) for i in range(MOST_FILES, MOST_FILES + 3)
    ]
    whole = read_page(packed(dict.fromkeys(sorted(names)[:MOST_FILES], SRT)))
    assert left_out(whole) == []


def test_more_names_than_anybody_reads_are_counted_too() -> None:
    files = 2 * MOST_FILES + 1
    page = read_page(packed({f"{i:03d}.srt": SRT for i in range(files)}))
    said = left_out(page)
    assert said[:2] == [("unreadable-part", "060.srt", 0, 0), ("unreadable-part", "061.srt", 0, 0)]
    assert said[-2:] == [("unreadable-part", "119.srt", 0, 0), ("too-long", "", MOST_FILES, files)]
    assert len(said) == MOST_FILES + 1
    page = read_page(packed({f"{i:03d}.srt": SRT for i in range(files - 1)}))
    assert {kind for kind, *_ in left_out(page)} == {"unreadable-part"}


def test_all_files_together_unpack_to_no_more_than_one_may() -> None:
    half = b"a" * (MOST_BYTES // 2)
    called: Called = []
    page = read_zip(packed({"1.txt": half, "2.txt": half, "3.txt": b"a"}), noting(called))
    assert called == [("1.txt", len(half)), ("2.txt", len(half))]
    assert left_out(page) == [("unreadable-part", "3.txt", 0, 0)]


def test_an_archive_of_nothing_to_read_is_advice() -> None:
    for files in ({}, {"a.jpg": "x"}, {"folder/": ""}, {"a.json": "[" * 5000}):
        with pytest.raises(UnreadableError, match="holds no page"):
            read_zip(packed(files), read_page)


def test_a_broken_archive_is_advice_and_a_broken_file_in_it_is_named() -> None:
    with pytest.raises(UnreadableError, match="broken"):
        read_zip(b"PK\x03\x04 broken", read_page)
    whole = packed({"a.srt": SRT, "b.srt": SRT * 40})
    damaged = bytearray(whole)
    damaged[whole.index(b"b.srt") + 12] ^= 0xFF
    assert left_out(read_page(bytes(damaged))) == [("unreadable-part", "b.srt", 0, 0)]


def test_archives_in_archives_are_read_once() -> None:
    inner = packed({"c.srt": SRT})
    assert words(read_page(packed({"b.zip": inner}))) == words(read_page(SRT))
    with pytest.raises(UnreadableError):
        read_page(packed({"a.zip": packed({"b.zip": inner})}))


def test_a_file_without_a_name_in_a_zip_is_read_all_the_same() -> None:
    nameless = packed({"talk.srt": SRT}).replace(b"talk.srt", b"\0alk.srt")
    assert words(read_page(nameless)) == words(read_page(SRT))


def test_a_gzipped_file_is_what_it_holds() -> None:
    page = read_page(gzip.compress(SRT.encode()), f"Bees at work [{ID}].srt.gz")
    assert page.transcript == (Cue("Bees dance all day.", 1.5),)
    assert page.title == "Bees at work"
    assert left_out(page) == []


def test_a_gzipped_file_is_read_by_its_name_without_the_ending() -> None:
    called: Called = []
    for name in ("talk.srt.gz", "talk", None):
        read_gzip(gzip.compress(b"abc"), noting(called), name)
    assert called == [("talk.srt", 3), ("talk", 3), (None, 3)]


def test_all_members_of_a_gzip_are_read() -> None:
    pieces = [b"Bees dance. " * 9_000, b"", b"All day."]
    joined = b"".join(map(gzip.compress, pieces))
    assert unpacked(joined) == b"".join(pieces).decode()
    assert unpacked(joined + bytes(512)) == b"".join(pieces).decode()  # as tapes are filled
    assert read_gzip(joined + bytes(512), noting([]), None).omissions == ()


def test_a_gzip_that_does_not_end_is_said_to_be_cut_off() -> None:
    whole = gzip.compress(b"Bees dance. ") + gzip.compress(bytes(range(256)) * 999)
    for data, is_cut in ((whole[:-1], True), (whole[:40], True), (whole, False)):
        page = read_gzip(data, lambda *_: Page(title="Bees"), None)
        assert page.omissions == ((Omission("cut-off"),) if is_cut else ())
    assert unpacked((gzip.compress(b"Bees") + gzip.compress(b"dance"))[:-6]) == "Beesdance"


def test_what_follows_a_gzip_and_is_none_is_said() -> None:
    data = gzip.compress(b"Bees") + b"something else"
    assert unpacked(data) == "Bees"
    assert read_gzip(data, noting([]), None).omissions == (Omission("cut-off"),)
    damaged = gzip.compress(b"Bees") + b"\x1f\x8b damaged and more"
    assert unpacked(damaged) == "Bees"
    assert read_gzip(damaged, noting([]), None).omissions == (Omission("cut-off"),)


def test_a_gzip_of_endless_members_ends() -> None:
    empty = gzip.compress(b"", 1)
    enough = gzip.compress(b"Bees") + empty * (MOST_MEMBERS - 1)
    assert read_gzip(enough, noting([]), None).omissions == ()
    page = read_gzip(enough + empty, noting([]), None)
    assert page.omissions == (Omission("cut-off"),)


def test_a_broken_gzip_is_advice() -> None:
    for data in (b"\x1f\x8b broken", b"\x1f\x8b\x08\0" + b"\xff" * 40):
        with pytest.raises(UnreadableError, match="broken"):
            read_gzip(data, read_page, None)


def test_a_gzip_unpacks_to_no_more_than_the_limit() -> None:
    called: Called = []
    exact = gzip.compress(bytes(MOST_BYTES), 1)
    read_gzip(exact, noting(called), None)
    assert called == [(None, MOST_BYTES)]
    for data in (gzip.compress(bytes(MOST_BYTES + 1), 1), exact + gzip.compress(b"a")):
        with pytest.raises(UnreadableError, match="more than can be read"):
            read_gzip(data, read_page, None)


def test_a_zlib_stream_without_a_head_is_no_gzip() -> None:
    with pytest.raises(UnreadableError, match="broken"):
        read_gzip(zlib.compress(b"Bees"), read_page, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bees.srt", "boats.srt"),
        ("Bees [aaaaaaaaaaA].srt", "Boats [bbbbbbbbbbA].srt"),
        ("bees/transcript.srt", "boats/transcript.srt"),
        ("Wie Bienen tanzen.srt", "Warum Boote schwimmen.srt"),
        ("ミツバチの踊り.srt", "船はなぜ浮くのか.srt"),
    ],
)
def test_two_videos_in_an_archive_are_two_pages(one: str, other: str) -> None:
    boats = SRT.replace("Bees", "Boats")
    page = read_page(packed({one: SRT, other: boats}))
    [second] = page.others
    assert {page.transcript, second.transcript} == {
        read_page(SRT).transcript,
        read_page(boats).transcript,
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [("bees.srt", "what people say.csv"), ("1.srt", "2.csv"), ("transcript.srt", "comments.csv")],
)
def test_parts_that_complete_each_other_are_one_page(one: str, other: str) -> None:
    page = read_page(packed({one: SRT, other: "author,comment\n@ana,Lovely\n@bo,Why?\n"}))
    assert not page.others
    assert len(page.comments) == 2
    assert page.transcript

"""Each file that Export offers, read back by a parser of its format."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from handlers.answers.attachments.export import Kind, export_file
from handlers.message import Texts
from summarizer import Comment, Cue, Digest, Page, Sentence, digest_page, read_page
from tests.handlers.pages import BREAD, long_page

URL = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
CUES = (
    Cue("Warm dough rises", 0.0, "Ann"),
    Cue("fast. Salt & <sugar> do not --> so.", 2.5),
    Cue("No time here."),
    Cue("Warm dough rises fast.", 4000.25),
)
PAGE = Page(
    'Say "yes": #1 & more',
    "A: channel",
    URL,
    CUES,
    comments=(
        Comment("=1+1", "@ann", 3, "2 days ago", reply=True),
        Comment('Two\nlines, "quoted"; so', "Ben", None, None, pinned=True),
    ),
    language="en",
)
DIGEST = Digest(
    PAGE.title, PAGE.channel, URL, "en", 12, minutes=67, sentences_total=4,
    summary=tuple(Sentence(n, "Warm dough rises fast.", at) for n, at in ((0, 0.0), (3, 4000.25))),
)  # fmt: skip


def exported(kind: Kind) -> str:
    return export_file(kind, DIGEST, PAGE, Texts())[1].decode("utf-8-sig")


def test_the_markdown_begins_with_properties_that_yaml_reads() -> None:
    yaml = pytest.importorskip("yaml")
    _, front, body = exported("md").split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": PAGE.title,
        "channel": "A: channel",
        "url": URL,
        "language": "en",
        "minutes": 67,
        "words": 12,
        "tags": ["video-digest"],
    }
    assert f"[1:06:40](<{URL}&t=4000>) Warm dough" in body


def test_the_markdown_is_read_back_as_a_page_of_that_title() -> None:
    page = read_page(BREAD)
    written = export_file("md", digest_page(page), page, Texts())[1]
    assert read_page(written, "bread.md").title == page.title


@pytest.mark.parametrize("kind", ["srt", "vtt"])
def test_the_subtitles_are_read_back_cue_by_cue(kind: Kind) -> None:
    said = "fast. Salt & <sugar> do not --> so."
    page = read_page(exported(kind).encode(), f"bread.{kind}")
    assert [(cue.start, cue.text) for cue in page.transcript] == [
        (0.0, "Ann: Warm dough rises" if kind == "srt" else "Warm dough rises"),
        (2.5, said.translate(str.maketrans("<>", "‹›")) if kind == "srt" else said),
        (4000.25, "Warm dough rises fast."),
    ]
    assert page.transcript[0].speaker == ("Ann" if kind == "vtt" else None)


def test_the_chosen_sentences_are_bold_where_they_stand() -> None:
    blocks = exported("srt").split("\n\n")
    assert blocks[0] == "1\n00:00:00,000 --> 00:00:02,500\nAnn: <b>Warm dough rises</b>"
    assert blocks[1].endswith("\n<b>fast.</b> Salt & ‹sugar› do not --› so.")
    assert blocks[2].endswith("01:06:47,250\n<b>Warm dough rises fast.</b>\n")
    assert "<v Ann><b>Warm dough rises</b>\n" in exported("vtt")
    assert "&lt;sugar&gt; do not --&gt; so." in exported("vtt")


def test_of_times_that_run_back_each_cue_still_ends_after_it_begins() -> None:
    page = Page(transcript=(Cue("One.", 9.0), Cue("Two.", 3.0), Cue("Three.", 3.0)))
    text = export_file("srt", Digest(), page, Texts())[1].decode()
    times = [line.split(" --> ") for line in text.splitlines() if "-->" in line]
    assert len(times) == 3
    assert all(begin < end for begin, end in times)


def test_the_table_has_each_comment_and_no_formula() -> None:
    rows = list(csv.DictReader(StringIO(exported("csv"), newline="")))
    assert [row["text"] for row in rows] == ["'=1+1", 'Two\nlines, "quoted"; so']
    assert [row["author"] for row in rows] == ["@ann", "Ben"]
    assert [(row["likes"], row["reply"], row["pinned"]) for row in rows] == [
        ("3", "1", "0"),
        ("", "0", "1"),
    ]
    assert len(read_page(exported("csv").encode(), "comments.csv").comments) == 2


def test_the_json_holds_digest_and_page() -> None:
    read = json.loads(exported("json"))
    assert read["summary"][1]["start"] == 4000.25
    assert read["page"]["comments"][0]["text"] == "=1+1"


@pytest.mark.parametrize("text", ["@SUM(1+1)*cmd", "@A1+1", "-1+1", "+1", "\t=1", "@ann =1"])
def test_what_begins_like_a_formula_is_none_in_the_table(text: str) -> None:
    page = Page(comments=(Comment(text, text),))
    [row] = csv.DictReader(StringIO(export_file("csv", DIGEST, page, Texts())[1].decode()))
    assert row["text"] == f"'{text}"


def test_where_no_comment_is_marked_as_a_reply_the_table_leaves_it_open() -> None:
    page = Page(comments=(Comment("One"), Comment("Two")))
    rows = csv.DictReader(StringIO(export_file("csv", DIGEST, page, Texts())[1].decode()))
    assert [row["reply"] for row in rows] == ["", ""]


def test_the_markdown_has_an_outline() -> None:
    lines = exported("md").splitlines()
    headings = [line for line in lines if line.startswith("#")]
    assert headings[0].startswith("# [Say ")
    assert headings[1:3] == ["## Summary 2 of 4 sentences", "## Transcript"]


def test_the_poles_of_the_comments_are_headings_of_one_level() -> None:
    page = read_page(long_page())
    lines = export_file("md", digest_page(page), page, Texts())[1].decode().splitlines()
    headings = [line for line in lines if line.startswith("#")]
    start = headings.index("## Comments")
    assert headings[start + 1 : start + 3] == ["### Positive", "### Neutral"]
    assert "**Neutral**" not in lines

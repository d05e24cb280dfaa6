"""What read_text promises of any text: nothing invented, nothing crashes, one clear advice."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Page, UnreadableError
from summarizer.page import read_text
from summarizer.page.interface.lines import INVISIBLE, MOST_LINES
from summarizer.sentences import as_read
from tests.summarizer.page.page_maker import LAYOUTS, compact, words_of

HEAD = "How I mix glazes\nClay Corner\n121K subscribers\nSubscribe\n43,123 views  2 years ago\n"
PIECES = [
    "0:00",
    "0:07 words said",
    "1:02:03",
    "[0:00] text",
    "**0:00** · text",
    "0:033 secondsHello there",
    "Name  0:05",
    "@user",
    "@user2",
    "3 years ago",
    "vor 2 Tagen (bearbeitet)",
    "name 3 hours ago ",
    " prev ",
    " next [–]",
    "reply",
    "Reply",
    "Antworten",
    "57",
    "1.2K",
    "3 replies",
    "12 comments",
    "Comments",
    "Transcript",
    "Show transcript",
    "Chapters",
    "In this video",
    "Chapter 1: Intro",
    "### head",
    "Clay Corner",
    "121K subscribers",
    "Subscribe",
    "Share",
    "Ask",
    "43,123 views  2 years ago",
    "text with several words in it.",
    "Read more",
    "Show less",
    "Summary",
    "Like",
    "Pinned by @user",
    "•",
    "·",
    "https://youtu.be/abc",
    "---",
    "title: X",
    "url: https://youtu.be/abc",
    "r/abc",
    "Upvote",
    "NAME: said this",
    "BOB: said that",
    "[10:15] <x> hello",
    "12/03/2025, 10:15 - Ana: hi",
    "Description",
    "Comments are turned off",
    "\u200f",
    "[x](y)",
    "\x00",
    "۱۲ نظر",
    "۰:۰۳",
    "🔥",
    "Music",
    "1 song",
    "Mara — Today at 10:15",
]
LONG_PIECE = "a line that says so much that it could be all of the speech in an extract " * 5


@given(st.lists(st.sampled_from([*PIECES, "", LONG_PIECE]), max_size=60))
def test_parts_are_words_of_the_text_and_nothing_is_raised_but_advice(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    try:
        page = read_text(text)
    except UnreadableError:
        return
    _assert_only_quotes(page, text)


@given(st.text(max_size=60))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    try:
        page = read_text(text)
    except UnreadableError:
        return
    _assert_only_quotes(page, text)


@pytest.mark.parametrize("text", ["", "   \n\t\n ", "\u200b\ufeff", "\x00\x01\x02\x1f"])
def test_text_without_a_letter_is_refused_with_advice(text: str) -> None:
    with pytest.raises(UnreadableError, match="paste the whole video page"):
        read_text(text)


@pytest.mark.parametrize(
    "text", ["https://youtu.be/abcdefghijk", "\nhttps://vimeo.com/12345\nwww.example.org/x\n"]
)
def test_a_link_alone_is_answered_with_how_to_copy_the_page(text: str) -> None:
    with pytest.raises(UnreadableError, match="select all of it"):
        read_text(text)


def test_the_address_of_the_page_is_found_in_the_first_or_last_line() -> None:
    page = HEAD + "A short tour.\nShow less\nComments are turned off"
    address = "https://www.youtube.com/watch?v=abcdefghijk"
    assert read_text(f"{address}\n{page}").url == address
    assert read_text(f"{page}\n\n{address}\n").url == address
    assert read_text(page).url is None


def test_a_link_of_the_description_is_never_the_address_of_the_page() -> None:
    linked = HEAD + "See https://youtu.be/abcdefghijk\nhttps://vimeo.com/12345\nShow less\nShare"
    assert read_text(linked).url is None


def test_the_stated_number_cuts_no_comments_off() -> None:
    remarks = "".join(f"@user{i}\n2 days ago\nremark {i}\nReply\n" for i in range(5))
    page = read_text(HEAD + "Tour.\n2 Comments\n" + remarks)
    assert (len(page.comments), page.comments_stated) == (5, 2)


def test_comments_that_the_site_has_not_loaded_are_an_omission() -> None:
    page = read_text(HEAD + "Tour.\n1,234 Comments\n@user\n2 days ago\nremark\nReply\n")
    found = next(o for o in page.omissions if o.kind == "comments-not-loaded")
    assert (found.found, found.stated) == (1, 1234)


def test_comments_turned_off_are_an_omission() -> None:
    page = read_text(HEAD + "Tour.\nShow less\nComments are turned off. Learn more\n")
    assert page.omissions[0].kind == "comments-off"


def test_a_comment_keeps_a_line_that_looks_like_likes_where_likes_stand_apart() -> None:
    body = "I was born in\n1999\n\nReply\n\n"
    other = "@b\n1 day ago\nhello\n\n7\n\nReply\n\n@c\n1 day ago\nme too\n\nReply\n"
    page = read_text(HEAD + "Tour.\n3 Comments\n@a\n1 day ago\n" + body + other)
    assert [(c.text, c.likes) for c in page.comments] == [
        ("I was born in\n1999", None),
        ("hello", 7),
        ("me too", None),
    ]


def test_marks_at_the_end_of_a_comment_are_not_its_words() -> None:
    body = "long words\nand more\nRead more\nTranslate to German\n12\nReply\n1 reply\n"
    page = read_text(HEAD + "Tour.\n1 Comment\n@a\n1 day ago (edited)\n" + body)
    assert (page.comments[0].text, page.comments[0].likes) == ("long words\nand more", 12)


@pytest.mark.parametrize("title", ["Chapter 4: Vectors", "Music", "Explore the deep sea", "1 song"])
def test_a_title_may_look_like_a_word_of_the_interface(title: str) -> None:
    assert read_text(HEAD.replace("How I mix glazes", title) + "Tour.\nShow less\n").title == title


def test_a_heading_inside_the_description_does_not_end_it() -> None:
    body = (
        "Tour.\n\nMusic:\nRiver Clay\n\nTranscript:\nhttps://claycorner.example/words\n\nChapters\n"
    )
    body += "0:00 Scales\n2:00 Sieve\n4:00 End"
    page = read_text(HEAD + body + "\nShow less\n1 Comment\n@a\n1 day ago\nfine\nReply\n")
    assert page.description == body
    assert [c.title for c in page.chapters] == ["Scales", "Sieve", "End"]


def test_answers_are_known_by_a_mention_or_by_the_owner_named_above_them() -> None:
    first = "@a\n2 days ago\nwhich sieve?\nReply\nClay Corner\n·\n2 replies\n"
    second = (
        "@claycorner\n1 day ago\neighty mesh\nReply\n@b\n1 day ago\n@claycorner thanks\nReply\n"
    )
    third = "@c\n3 days ago\nlovely\nReply\n"
    page = read_text(HEAD + "Tour.\n4 Comments\n" + first + second + third)
    assert [c.reply for c in page.comments] == [False, True, True, False]


def test_a_comment_that_says_only_reply_is_a_comment() -> None:
    page = read_text(HEAD + "Tour.\n1 Comment\n@a\n1 day ago\nReply\n3\nReply\n")
    assert [(c.text, c.likes) for c in page.comments] == [("Reply", 3)]


def test_a_lone_comment_in_an_unknown_language_ends_before_its_buttons() -> None:
    page = read_text("Title here\n@a\n2 wibbles agone\nhello to you all\n5\nRebark\n·\n3 rebarks\n")
    assert [(c.text, c.likes) for c in page.comments] == [("hello to you all", 5)]


def test_the_word_like_at_the_end_of_one_comment_is_its_own() -> None:
    remarks = "@a\n1 day ago\nwhat is not to\nlike\nReply\n@b\n1 day ago\nfine\n4\nReply\n"
    page = read_text(HEAD + "Tour.\n2 Comments\n" + remarks)
    assert [c.text for c in page.comments] == ["what is not to\nlike", "fine"]


def test_buttons_named_like_and_dislike_are_not_words_of_the_comments() -> None:
    end = "Like\n12\nDislike\nReply\n"
    page = read_text(HEAD + f"Tour.\n2 Comments\n@a\n1 day ago\nyes\n{end}@b\n1 day ago\nno\n{end}")
    assert [(c.text, c.likes) for c in page.comments] == [("yes", 12), ("no", 12)]


def test_an_article_with_comments_below_is_said_whole() -> None:
    paragraph = "By the third winter the bricks of a small kiln begin to crumble. " * 4
    body = f"{paragraph}\n\n" * 3
    page = read_text(f"Why old kilns fail\n\n{body}2 comments\nTrue.\nSo true.")
    assert page.title == "Why old kilns fail"
    assert len(page.transcript) == 3
    assert [c.text for c in page.comments] == ["True.", "So true."]


def test_an_extract_may_hold_timed_speech_before_or_after_its_comments() -> None:
    speech = "".join(f"0:{i:02} and then we say some words\n" for i in range(0, 40, 5))
    before = read_text(f"How I mix\n{speech}About glazes.\n2 comments\nGood.\nFine.\n")
    assert (len(before.transcript), before.description) == (8, "About glazes.")
    after = read_text(f"How I mix\nAbout glazes.\n2 comments\nGood.\nFine.\n{speech}")
    assert (len(after.transcript), [c.text for c in after.comments]) == (8, ["Good.", "Fine."])


def test_text_without_a_title_is_all_said() -> None:
    page = read_text("so today we are going\nto weigh some things and\nsee what happens")
    assert page.title is None
    assert len(page.transcript) == 3
    assert read_text("Hello there.").transcript[0].text == "Hello there."


def test_front_matter_without_an_end_is_text() -> None:
    assert read_text("---\ntitle: X\nand so on").transcript


def test_a_stated_title_stands_over_a_repeated_one() -> None:
    page = read_text("---\ntitle: Clay\nchannel: Mud\n---\n# Clay\n\nOne long day.\n\nAnother day.")
    assert (page.title, page.channel) == ("Clay", "Mud")
    assert [cue.text for cue in page.transcript] == ["One long day.", "Another day."]


def test_a_timestamp_at_the_start_of_a_comment_is_part_of_it() -> None:
    remarks = "".join(f"@u{i}\n1 day ago\n{i}:15 this moment, again\nReply\n" for i in range(6))
    page = read_text(HEAD + "Tour.\n6 Comments\n" + remarks)
    assert [c.text for c in page.comments] == [f"{i}:15 this moment, again" for i in range(6)]
    assert not page.transcript


def test_a_list_of_moments_in_a_comment_is_no_transcript() -> None:
    moments = "\n".join(f"{i}:00 part {i}" for i in range(20))
    page = read_text(HEAD + f"Tour.\n1 Comment\n@a\n1 day ago\n{moments}\n5\nReply\n")
    assert not page.transcript
    assert page.comments[0].text == moments


@pytest.mark.no_cover
def test_more_lines_than_any_page_has_are_left_out_and_said_so() -> None:
    page = read_text("some words\n" + "\n" * MOST_LINES + "lost\n" * 6)
    left_out = next(o for o in page.omissions if o.kind == "too-long")
    assert (left_out.found, left_out.stated) == (MOST_LINES, MOST_LINES + 7)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "piece",
    [
        "0:",
        "1,",
        "[(",
        "@a ",
        "• ",
        "a\n",
        "@a\n",
        "0:00\n",
        "1:02 3 comments\n",
        "Read more\n",
        "# ",
    ],
)
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    small, large = (_cpu(piece * (size // len(piece))) for size in (20_000, 40_000))
    assert large < 6 * small + 0.1


def test_a_line_of_a_million_characters_is_read() -> None:
    assert read_text("word " * 200_000).transcript[0].text.startswith("word word")


def test_the_gold_pages_are_read_whole(shared: Path) -> None:
    for path in sorted((shared / "bench/data/pages/gold").glob("*__ctrla__*.txt"))[:6]:
        page = read_text(path.read_text(encoding="utf-8"))
        assert page.title
        assert page.channel
        assert page.transcript
        assert page.comments


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_made_up_page_is_read_with_only_its_own_words(layout: object) -> None:
    text = layout(words_of("en")) if callable(layout) else ""
    _assert_only_quotes(read_text(text), text)


def test_the_same_text_gives_the_same_page() -> None:
    text = compact(words_of("ja"))
    assert read_text(text) == read_text(text)


def _parts(page: Page) -> Iterator[str | None]:
    yield from (page.title, page.channel, page.url, page.description)
    yield from (chapter.title for chapter in page.chapters)
    for cue in page.transcript:
        yield from (cue.text, cue.speaker)
    for comment in page.comments:
        yield from (comment.text, comment.author, comment.age)


def _assert_only_quotes(page: Page, text: str) -> None:
    folded = _fold(text)
    assert all(_fold(part) in folded for part in _parts(page) if part)
    assert all(c.cue < max(len(page.transcript), 1) for c in page.chapters)


def _fold(text: str) -> str:
    return " ".join(re.sub(f"[{INVISIBLE}]", " ", text).split())


def _cpu(text: str) -> float:
    begin = time.process_time()
    read_text(text)
    return time.process_time() - begin


def test_text_out_of_a_page_s_source_is_read_without_its_escapes() -> None:
    page = read_text("it&#39;s a kiln\nwe&#39;ve fired it &amp; it holds\nthat&#39;s all")
    assert as_read(page.transcript) == "it's a kiln we've fired it & it holds that's all"


def test_an_escape_that_is_talked_about_stays() -> None:
    text = "In HTML you write &quot; for a quotation mark, and the kiln stays cold."
    assert "&quot;" in str(read_text(text))

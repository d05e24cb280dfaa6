"""The reply: valid for Telegram's own parser, within its limits, only the page's own words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from handlers.answers.attachments.charts import caption
from handlers.message.html import CAPTION_UNITS, MESSAGE_ENTITIES, MESSAGE_UNITS
from handlers.message.rendering import Rendered, View, render
from handlers.message.texts import Texts
from summarizer import (
    Chapter,
    Comment,
    Cue,
    Digest,
    Link,
    Moment,
    Mood,
    Omission,
    Page,
    Quote,
    Sentence,
    SentenceComments,
    Share,
    digest_page,
)
from summarizer.sentences import as_read
from tests import tdlib

TEXTS = Texts()
VIEWS: tuple[View, ...] = ("digest", "comments", "links")

NASTY = st.sampled_from(
    [
        "@durov", "/start", "#tag", "$USD", "example.com", "a@b.de", "https://x.org/a?b=c", "24/7",
        "<b>", "&amp;", "</blockquote>", "\u202eevil", "\u2069", "4111 1111 1111 1111", "2.5",
        "שלום", "مرحبا", "看看example.com吧", "👩‍👩‍👧", "and/or", "1.2.3.4", "t.me/x", "\x00", "://",
        "e.g.this", "(@x)", "«#y»", "x:/cmd", "tg://resolve?domain=x", "@@a", "##b", "ｅｘ．ｃｏｍ",
    ]
)  # fmt: skip
WORDS = st.one_of(NASTY, st.text(min_size=1, max_size=12))
SAID = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
LINKS = st.builds(
    Link,
    url=st.sampled_from(['https://example.org/a?b=1&c="2"', "https://пример.рф/x", "http://h/"]),
    written=SAID,
    label=SAID,
    kind=st.sampled_from(["source", "social", "cut", "affiliate"]),
    count=st.integers(1, 3),
    warning=st.sampled_from([None, "look-alike letters"]),
)
QUOTES = st.builds(
    Quote, text=SAID, pole=st.sampled_from(["positive", "negative"]), likes=st.integers(0, 9)
)
MOODS = st.builds(
    Mood,
    positive=st.integers(0, 5000),
    negative=st.integers(0, 5),
    unread=st.integers(0, 3),
    duplicates=st.integers(0, 2),
    languages=st.just((("en", 5), ("de", 4), ("fr", 3), ("ar", 2), ("hi", 2), ("xx", 1))),
    shares=st.sampled_from([(), (Share("positive", 0.5, 0.4, 0.6),)]),
    quotes=st.lists(QUOTES, max_size=9).map(tuple),
    questions=st.lists(QUOTES, max_size=2).map(tuple),
    terms=SAID.map(lambda t: (("positive", tuple(t.split())),)),
    echoes=SAID.map(lambda t: (SentenceComments(0, (t,)),)),
)
SENTENCES = st.builds(
    Sentence,
    index=st.integers(0, 99),
    text=SAID,
    start=st.one_of(st.none(), st.floats(0, 20_000)),
    speaker=st.one_of(st.none(), SAID),
    chapter=st.one_of(st.none(), SAID),
)
DIGESTS = st.builds(
    Digest,
    title=st.one_of(st.none(), SAID),
    channel=st.one_of(st.none(), SAID),
    url=st.sampled_from([None, "https://www.youtube.com/watch?v=AbCdEfGhIjK"]),
    words=st.integers(0, 10_000),
    sentences_total=st.integers(0, 999),
    lead=st.lists(SAID, max_size=2).map(tuple),
    summary=st.lists(SENTENCES, max_size=20).map(tuple),
    mood=MOODS,
    links=st.lists(LINKS, max_size=12).map(tuple),
    comments_stated=st.one_of(st.none(), st.integers(0, 9)),
    left_out=st.just((Omission("comments-not-loaded", 40, 12034),)),
)


def accepted(reply: Rendered) -> str:
    """The text that Telegram shows, after it has judged the message."""
    text, entities = tdlib.parse(reply.html)
    assert text.strip()
    assert tdlib.units(text) <= MESSAGE_UNITS
    assert len(entities) <= MESSAGE_ENTITIES
    quiet = [e for e in entities if e.kind in ("textEntityTypeCode", "textEntityTypeTextUrl")]
    for found in tdlib.found_by_itself(text):
        where = text.encode("utf-16-le")[2 * found.begin : 2 * found.end].decode("utf-16-le")
        assert any(q.begin < found.end and found.begin < q.end for q in quiet), (found.kind, where)
    return text


@given(DIGESTS, st.sampled_from(VIEWS), st.booleans())
@example(Digest(title="<b>\u202e../" + "🙂" * 4096), "digest", False)
@example(Digest(summary=(Sentence(0, "endless " * 3000),), sentences_total=1), "digest", False)
def test_any_digest_becomes_one_message_that_telegram_takes_and_that_pings_nobody(
    digest: Digest,
    view: View,
    compact: bool,
) -> None:
    accepted(render(digest, TEXTS, view, compact=compact))


LONG = Digest(
    title="A long talk",
    summary=tuple(Sentence(i, f"Sentence number {i} says this and that. " * 4) for i in range(14)),
    sentences_total=900,
    words=9000,
    mood=Mood(positive=3, quotes=tuple(Quote(f"quote {i} " * 25, "positive") for i in range(9))),
    links=tuple(
        Link(f"https://example.org/{i}", f"https://example.org/{i}", f"Source {i}", "source")
        for i in range(9)
    ),
)


def test_over_budget_quotes_go_first_and_are_counted() -> None:
    text = accepted(render(LONG, TEXTS))
    assert "Source 8" in text
    assert "Sentence number 13" in text
    assert "more quotes behind Comments" in text


def test_then_links_and_then_sentences_go_and_are_counted() -> None:
    crowded = replace(LONG, summary=LONG.summary * 2)
    text = accepted(render(crowded, TEXTS))
    assert "9 more quotes behind Comments" in text
    assert "9 more behind Links" in text
    assert "chosen sentences did not fit; Export has them" in text


def test_a_long_title_ends_in_an_ellipsis() -> None:
    title = "word " * 300
    assert "…" in accepted(render(Digest(title=title), TEXTS)).splitlines()[0]


def test_times_open_the_video_at_that_second() -> None:
    url = "https://www.youtube.com/watch?v=AbCdEfGhIjK"
    digest = Digest(title="T", url=url, summary=(Sentence(0, "Hello.", 3725.5),))
    assert f'<a href="{url}&amp;t=3725">1:02:05</a>' in render(digest, TEXTS).html


def test_a_dangerous_link_is_shown_and_cannot_be_opened() -> None:
    link = Link(
        "https://xn--pple-43d.com/", "https://аpple.com/", "Win", "site", 1, "look-alike letters"
    )
    html = render(Digest(links=(link,)), TEXTS, "links").html
    assert "href" not in html
    assert "look-alike letters" in html


def test_under_a_hundred_comments_no_percentage_is_shown() -> None:
    few = Mood(positive=40, negative=20)
    many = Mood(positive=400, shares=(Share("positive", 0.81, 0.77, 0.84),))
    assert "%" not in accepted(render(Digest(mood=few), TEXTS))
    assert "81 %, likely 77 to 84" in accepted(render(Digest(mood=many), TEXTS))


def test_a_group_gets_the_compact_reply_without_quotes() -> None:
    text = accepted(render(LONG, TEXTS, compact=True))
    assert "quote 1" not in text
    assert "9 more quotes behind Comments" in text


def test_links_of_one_host_and_label_are_told_apart_by_their_paths() -> None:
    addresses = ("https://jigs.example/frame/", "https://jigs.example/box", "https://c.org/x")
    links = tuple(Link(address, address, "Plans") for address in addresses)
    text = accepted(render(Digest(links=links), TEXTS, "links"))
    assert [line.partition(" — ")[2] for line in text.splitlines() if " — " in line] == [
        "jigs.example/frame",
        "jigs.example/box",
        "c.org",
    ]


def test_a_group_gets_all_comments_and_all_links_when_they_are_asked_for() -> None:
    comments = accepted(render(LONG, TEXTS, "comments", compact=True))
    assert comments == accepted(render(LONG, TEXTS, "comments"))
    assert "quote 8" in comments
    assert "Source 8" in accepted(render(LONG, TEXTS, "links", compact=True))


def test_what_is_missing_is_said_once_and_softly() -> None:
    gone = (Omission("no-description"), Omission("no-comments"), Omission("comments-off"))
    text = accepted(render(Digest(left_out=gone), TEXTS))
    assert "Not on this page: description, comments." in text
    assert "Comments are turned off." in text


def test_languages_that_are_left_out_are_said_by_their_names() -> None:
    text = accepted(render(Digest(left_out=(Omission("another-language", part="de, fr"),)), TEXTS))
    assert "those in German, French were left out" in text


@given(DIGESTS)
@example(Digest(title="wide " * 60, mood=Mood(1, terms=(("positive", ("x" * 900,)),))))
def test_the_chart_in_words_fits_a_caption(digest: Digest) -> None:
    text, _ = tdlib.parse(caption(digest, TEXTS))
    assert tdlib.units(text) <= CAPTION_UNITS


def test_the_chart_in_words_says_what_lies_where_in_the_talk() -> None:
    digest = Digest(
        title="Bread",
        length=200.0,
        chapters=tuple(Chapter(f"Part {number}", 10.0 * number) for number in range(1, 20)),
        summary=(Sentence(0, "Flour first.", 65.0), Sentence(1, "Then heat.", 150.0)),
        mood=Mood(1, moments=(Moment(90.0, 5), Moment(30.0, 2))),
    )
    text = tdlib.parse(caption(digest, TEXTS))[0].translate(dict.fromkeys((0x2068, 0x2069)))
    assert "Of 3:20, the summary quotes 1:05, 2:30" in text
    assert "Times that comments name: 0:30 (2 comments), 1:30 (5 comments)" in text
    assert "Chapters: 0:10 Part 1, 0:20 Part 2" in text
    assert text.endswith("2:00 Part 12, …")
    assert "Chapters" not in caption(replace(digest, length=None), TEXTS)


@given(st.lists(SAID, min_size=1, max_size=8), st.lists(SAID, max_size=8))
def test_every_summary_line_is_a_substring_of_the_text_as_read(
    cues: list[str], remarks: list[str]
) -> None:
    page = Page("T", transcript=tuple(map(Cue, cues)), comments=tuple(map(Comment, remarks)))
    whole = as_read(page.transcript)
    assert all(s.text in whole for s in digest_page(page).summary)


def test_a_title_that_ends_with_the_channel_shows_it_once() -> None:
    digest = Digest(title="Rain in May • Weather Desk", channel="Weather Desk", words=3)
    assert accepted(render(digest, TEXTS)).splitlines()[0] == "\u2068Rain in May\u2069"
    assert accepted(render(Digest(title="Desk", channel="Desk"), TEXTS)).startswith("\u2068Desk")

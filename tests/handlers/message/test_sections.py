"""What stands in a reply, section by section, as its reader meets it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.message.rendering import View, render
from summarizer import (
    Comment,
    Cue,
    Digest,
    Link,
    Mood,
    Omission,
    Page,
    Quote,
    Sentence,
    SentenceComments,
    digest_page,
    read_page,
)
from summarizer.model import Pole
from tests.handlers.message.test_rendering import TEXTS, VIEWS, accepted
from tests.reading import read_words

SEED_IN_SIGHT, SEED_UNFOLDED = 230, 380
MANY = tuple(
    Link(f"https://example.org/{i}", f"https://example.org/{i}", f"Label {i}") for i in range(13)
)


REMARKS = st.builds(
    Quote,
    text=st.sampled_from([f"{what} the {thing}." for what in ("Love", "Hate", "See")
                          for thing in ("boat", "pier", "ferry")]),
    pole=st.sampled_from(["positive", "negative", "unclear"]),
    askers=st.integers(0, 3),
)  # fmt: skip


def shown(digest: Digest, view: View = "digest", *, compact: bool = False) -> str:
    """The reply as text, without the marks of direction."""
    return re.sub("[\u2066-\u2069]", "", accepted(render(digest, TEXTS, view, compact=compact)))


def _once(quotes: list[Quote]) -> tuple[Quote, ...]:
    return tuple({quote.text: quote for quote in quotes}.values())


def folded(digest: Digest) -> list[str]:
    """The folded quotes of the reply, without tags."""
    html = render(digest, TEXTS).html
    quotes = re.findall("<blockquote expandable>(.*?)</blockquote>", html, re.DOTALL)
    return [re.sub("<[^>]+>|[\u2066-\u2069]", "", quote) for quote in quotes]


def test_the_reply_to_the_real_sample_is_read_in_a_minute(shared: Path) -> None:
    page = read_page((shared / "seed/page.txt").read_text(encoding="utf-8"))
    in_sight, unfolded = read_words(render(digest_page(page), TEXTS).html)
    assert in_sight <= SEED_IN_SIGHT
    assert unfolded <= SEED_UNFOLDED


def test_sentences_without_times_stand_behind_bullets_and_not_behind_numbers() -> None:
    digest = Digest(summary=(Sentence(3, "Rye grows slowly."), Sentence(17, "Oats do not.")))
    assert "• Rye grows slowly.\n• Oats do not." in shown(digest)


SAID = (Sentence(0, "The harbour bridge was closed for repairs in May.", 0.0),)


@pytest.mark.parametrize(
    "lead",
    [
        "The harbour bridge was closed for repairs in May.",
        "Repairs closed the bridge of the harbour.",
        "Why ferries sail again",
    ],
)
def test_a_lead_that_title_or_summary_say_already_is_left_out(lead: str) -> None:
    digest = Digest(title="Why ferries sail again", language="en", lead=(lead,), summary=SAID)
    assert "In the publisher's words" not in shown(digest)


def test_a_lead_is_shown_up_to_the_sentence_that_says_nothing_new() -> None:
    lead = ("Forty ferries carry the commuters now.", "In May the bridge was closed.", "It rusts.")
    text = shown(Digest(title="Ferries", language="en", lead=lead, summary=SAID * 2))
    assert "In the publisher's words\nForty ferries carry the commuters now.\n\n" in text
    assert "It rusts." not in text


def test_a_long_lead_makes_room_for_the_summary() -> None:
    lead = ("Forty ferries " + "carry commuters, crates, bicycles and mail " * 9 + "now.",)
    assert "Forty ferries" not in shown(Digest(language="en", lead=lead, summary=SAID))
    assert "Forty ferries" in shown(Digest(language="en", lead=lead))


def test_a_long_talk_without_chapters_has_a_few_headings_by_time() -> None:
    spoken = tuple(Sentence(i, f"Point {i}.", 240.0 * i) for i in range(16))
    talk = Digest(summary=spoken, sentences_total=900, minutes=64, words=9000)
    text = shown(talk)
    headings = re.findall(r"^(\d+:[\d:]+) - (\d+:[\d:]+)$", text, re.MULTILINE)
    assert headings == [
        ("0:00", "16:00"), ("16:00", "32:00"), ("32:00", "48:00"), ("48:00", "1:04:00")
    ]  # fmt: skip
    assert "32:00 - 48:00\n32:00 Point 8." in text
    day = tuple(replace(s, start=2400.0 * s.index) for s in spoken)
    assert len(re.findall(" - ", shown(replace(talk, summary=day, minutes=640)))) == 6


@pytest.mark.parametrize(
    "change",
    [
        {"minutes": 30},
        {"summary": (Sentence(0, "A point."), Sentence(1, "More.", 2000.0))},
        {"summary": (Sentence(0, "Late.", 2000.0), Sentence(1, "Early.", 5.0))},
    ],
)
def test_a_short_talk_and_one_without_times_in_order_have_no_headings(
    change: dict[str, object],
) -> None:
    spoken = (Sentence(0, "A point.", 5.0), Sentence(1, "More.", 2000.0))
    talk = Digest(summary=spoken, sentences_total=900, minutes=64)
    assert " - " in shown(talk)
    assert " - " not in shown(replace(talk, **change))  # type: ignore[arg-type] # fields by name


def test_where_there_are_chapters_their_titles_are_the_headings() -> None:
    spoken = tuple(Sentence(i, f"Point {i}.", 900.0 * i, None, f"Part {i // 2}") for i in range(4))
    text = shown(Digest(summary=spoken, sentences_total=90, minutes=64))
    assert "Part 0\n0:00 Point 0.\n15:00 Point 1.\nPart 1\n30:00" in text
    assert " - " not in text


def test_twelve_links_are_all_shown_folded_and_of_more_the_rest_is_counted() -> None:
    (twelve,) = folded(Digest(links=MANY[:12]))
    assert twelve.splitlines() == [f"Label {i} — example.org" for i in range(3, 12)]
    assert "Label 2 — example.org\nLabel 3" in shown(Digest(links=MANY[:12]))
    assert "behind Links" not in shown(Digest(links=MANY[:12]))
    (thirteen,) = folded(Digest(links=MANY))
    assert thirteen.splitlines()[8:] == ["Label 11 — example.org", "1 more behind Links"]


def test_a_few_links_need_no_folding_and_sources_stand_first() -> None:
    source = replace(MANY[2], kind="source")
    digest = Digest(links=(*MANY[:2], source))
    assert not folded(digest)
    assert not folded(Digest(links=MANY[:4]))
    assert "Links\nLabel 2 — example.org\nLabel 0" in shown(digest)


def test_links_that_open_nothing_stand_last() -> None:
    cut = replace(MANY[0], kind="cut", label="Lost")
    text = shown(Digest(links=(cut, *MANY[1:3])))
    assert (
        "Links\nLabel 1 — example.org\nLabel 2 — example.org\nLost — https://example.org/0 (cut"
        in text
    )


def test_a_group_gets_all_links_and_no_quotes() -> None:
    mood = Mood(positive=1, quotes=(Quote("Lovely harbour.", "positive"),))
    text = shown(Digest(links=MANY[:12], mood=mood), compact=True)
    assert "Label 11" in text
    assert "Lovely harbour." not in text
    assert "1 more quote behind Comments" in text


CALM = Mood(
    positive=9,
    negative=3,
    unclear=1,
    quotes=(
        *(Quote(f"Praise number {i}.", "positive") for i in range(4)),
        Quote("Blame number 0.", "negative"),
        Quote("Where is the pier?", "unclear"),
    ),
    questions=(Quote("Where is the pier?", "unclear", askers=1),),
)


def test_the_poles_take_turns_in_the_folded_quotes_and_what_is_hidden_is_counted() -> None:
    (quotes,) = folded(Digest(mood=CALM))
    assert quotes.splitlines() == [
        "Positive: “Praise number 0.”",
        "Negative: “Blame number 0.”",
        "Unclear: “Where is the pier?”",
        "Positive: “Praise number 1.”",
        "Positive: “Praise number 2.”",
        "1 more quote behind Comments",
    ]


def test_no_more_is_quoted_than_is_read_in_a_minute() -> None:
    poles: tuple[Pole, ...] = ("positive", "negative", "neutral")
    long = tuple(Quote(f"{pole} {i} " * 12, pole) for pole in poles for i in range(3))
    (quotes,) = folded(Digest(mood=replace(CALM, quotes=long, questions=())))
    assert quotes.endswith("\n2 more quotes behind Comments")


def test_the_larger_pole_is_quoted_first() -> None:
    (quotes,) = folded(Digest(mood=replace(CALM, positive=2, unclear=20)))
    assert [line.partition(":")[0] for line in quotes.splitlines()][:3] == [
        "Negative",
        "Positive",
        "Unclear",
    ]


def test_languages_are_named_only_where_there_are_several() -> None:
    one = replace(CALM, languages=(("en", 9), ("und", 4)))
    assert "Languages" not in shown(Digest(mood=one))
    two = replace(CALM, languages=(("en", 9), ("de", 2), ("und", 2)))
    assert "Languages: English 9, German 2, unknown 2" in shown(Digest(mood=two))


def test_short_comments_are_quoted_before_long_ones() -> None:
    long = Quote("The ferry was late again " * 8, "negative", 99)
    (quotes,) = folded(Digest(mood=replace(CALM, quotes=(long, *CALM.quotes[4:]))))
    assert quotes.splitlines()[0] == "Negative: “Blame number 0.”"


def test_a_question_has_a_row_of_its_own_only_where_several_ask() -> None:
    assert "Asked by" not in shown(Digest(mood=CALM))
    asked = (replace(CALM.questions[0], askers=4), Quote("Who paints it?", "neutral", askers=1))
    text = shown(Digest(mood=replace(CALM, questions=asked)))
    assert "Asked by 4: “Where is the pier?”\n" in text
    assert text.count("Where is the pier?") == 1
    assert "Neutral: “Who paints it?”" in text


def test_how_many_people_ask_a_question_is_counted_by_their_words() -> None:
    asked = ("Which paint covers rust?", "What paint did cover the rust, please?", "Is it cold?")
    people = (*asked, "Which paint covers rust best?")
    comments = tuple(Comment(text, f"@p{i}") for i, text in enumerate(people))
    questions = digest_page(Page(comments=comments)).mood.questions
    assert {q.text: q.askers for q in questions if "rust" in q.text} == {asked[0]: 3}
    other = ("Which paint covers rust on steel garden gates outdoors?",
             "Which rust paint do sailors from Norway choose for winter hulls?")  # fmt: skip
    apart = tuple(map(Comment, other))
    assert {q.askers for q in digest_page(Page(comments=apart)).mood.questions} == {1}
    again = tuple(replace(comment, author="@one") for comment in comments)
    assert {q.askers for q in digest_page(Page(comments=again)).mood.questions} == {1}


@pytest.mark.parametrize(
    ("positive", "negative", "said"),
    [(9, 3, "; more positive than negative"), (3, 9, "; more negative than positive"),
     (6, 5, ""), (3, 0, "")],
)  # fmt: skip
def test_more_of_one_pole_is_said_only_where_the_gap_allows(
    positive: int, negative: int, said: str
) -> None:
    text = shown(Digest(mood=Mood(positive=positive, negative=negative)))
    assert re.findall("; more .*", text) == ([said] if said else [])


def test_the_comments_view_shows_every_quote_once() -> None:
    echoes = (SentenceComments(0, ("Praise number 1.",)),)
    asked = (replace(CALM.questions[0], askers=2),)
    mood = replace(CALM, echoes=echoes, questions=asked)
    text = accepted(render(Digest(summary=SAID, mood=mood), TEXTS, "comments"))
    for quote in mood.quotes:
        assert text.count(quote.text) == 1


def test_no_reply_has_a_row_of_zeros() -> None:
    nothing = Mood(unread=3, unread_languages=(("hi", 3),), liked=(("positive", 0),))
    digest = Digest(title="T", sentences_total=1, summary=(Sentence(0, "Hello."),), mood=nothing)
    for mood in (nothing, Mood(negative=2, unclear=1)):
        for view in VIEWS:
            own = shown(replace(digest, mood=mood), view).partition("\n\nread ")[0]
            assert not re.search(r"\b0\b", own)


@settings(max_examples=30)
@given(st.lists(REMARKS, max_size=9), st.lists(REMARKS, max_size=3), st.lists(REMARKS, max_size=2))
def test_nothing_is_quoted_twice_in_one_reply(
    quotes: list[Quote], questions: list[Quote], echoed: list[Quote]
) -> None:
    echoes = tuple(SentenceComments(0, (quote.text,)) for quote in echoed[:1])
    mood = Mood(positive=3, quotes=_once(quotes), questions=_once(questions), echoes=echoes)
    for view in VIEWS:
        html = render(Digest(summary=SAID, mood=mood), TEXTS, view).html
        found = re.findall("“(.*?)”", html)
        assert len(found) == len(set(found))


def test_a_song_shows_its_refrain_once_and_no_summary() -> None:
    sung = Omission("lyrics", 6, part="Row me over the bay")
    song = Digest(summary=SAID, sentences_total=20, left_out=(sung,))
    text = shown(song)
    assert "These are the words of a song, which have no summary." in text
    assert "“Row me over the bay” (sung 6 times)" in text
    assert "harbour bridge" not in text
    assert not [b for row in render(song, TEXTS).buttons for b in row
                if b.action in ("shorter", "longer")]  # fmt: skip


def test_without_a_transcript_the_description_stands_for_the_summary() -> None:
    recipe = "Ingredients\n200 g rye flour\n\n1. Stir.\n2. Wait.\nMy shop: https://example.org/0"
    digest = Digest(description=recipe, links=MANY[:1])
    (quote,) = folded(digest)
    assert quote.splitlines() == ["Ingredients", "200 g rye flour", "1. Stir.", "2. Wait."]
    assert "In the publisher's words" not in shown(digest)


def test_the_links_view_has_the_whole_description_as_far_as_it_fits() -> None:
    short = replace(LONG_RECIPE, description="Flour\nSalt")
    assert "Description\nFlour\nSalt" in shown(short, "links")
    text = shown(LONG_RECIPE, "links")
    assert "Step 1 " in text
    assert re.search(r"\d+ more lines in Export", text)


LONG_RECIPE = Digest(
    title="Rye", description="\n".join(f"Step {i} takes a while and a spoon." for i in range(300))
)


def test_the_button_names_what_it_opens() -> None:
    labels = [b.label for row in render(Digest(), TEXTS).buttons for b in row]
    assert "description" in labels
    gone = Digest(left_out=(Omission("no-description"),))
    assert "links" not in [b.action for row in render(gone, TEXTS).buttons for b in row]
    linked = render(Digest(links=MANY[:1]), TEXTS).buttons
    assert [b.label for row in linked for b in row if b.action == "links"] == ["links"]


def test_a_talk_of_cues_keeps_its_words() -> None:
    cues = tuple(Cue(f"The {i}th harbour has {i} boats and a crane.", 9.0 * i) for i in range(40))
    text = shown(digest_page(Page(transcript=cues)))
    assert all(line in {c.text for c in cues} for line in re.findall(r"The \d+th .*", text))

"""Which comments and links a reply shows, in what order, and what it counts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.message.rendering import render
from summarizer import (
    Comment,
    Copies,
    Digest,
    Mood,
    Page,
    Quote,
    Sentence,
    SentenceComments,
    Share,
    digest_page,
)
from summarizer.opinions import Pole
from tests.handlers.message.reply_text import MANY, SAID, folded, shown
from tests.handlers.message.test_rendering import TEXTS, VIEWS, accepted

REMARKS = st.builds(
    Quote,
    text=st.sampled_from([f"{what} the {thing}." for what in ("Love", "Hate", "See")
                          for thing in ("boat", "pier", "ferry")]),
    pole=st.sampled_from(["positive", "negative", "unclear"]),
    askers=st.integers(0, 3),
)  # fmt: skip


def _once(quotes: list[Quote]) -> tuple[Quote, ...]:
    return tuple({quote.text: quote for quote in quotes}.values())


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


def test_who_says_much_is_quoted_after_all_others() -> None:
    long = Quote("The ferry was late again " * 9, "positive", 99)
    short = Quote("No buses.", "negative")
    (lines,) = folded(Digest(mood=Mood(positive=3, negative=1, quotes=(long, short))))
    assert lines.index(short.text) < lines.index(long.text.strip())


def test_a_question_has_a_row_of_its_own_only_where_several_ask() -> None:
    assert "Asked by" not in shown(Digest(mood=CALM))
    asked = (replace(CALM.questions[0], askers=4), Quote("Who paints it?", "neutral", askers=1))
    text = shown(Digest(mood=replace(CALM, questions=asked)))
    assert "Asked by 4: “Where is the pier?”\n" in text
    assert text.count("Where is the pier?") == 1
    assert "Neutral: “Who paints it?”" in text


def test_a_question_is_not_shown_as_praise_or_blame() -> None:
    asked = (Quote("Is this a stupid question: does it float?", "negative", askers=1),)
    assert "does it float" not in shown(Digest(mood=replace(CALM, questions=asked)), "comments")


def test_likes_are_counted_by_pole_only_where_there_are_as_many_as_comments() -> None:
    few = replace(CALM, liked=(("positive", 3), ("negative", 1)))
    many = replace(CALM, liked=(("positive", 3), ("negative", 90)))
    assert "By likes" not in shown(Digest(mood=few), "comments")
    assert "By likes: " in shown(Digest(mood=many), "comments")


def test_one_word_alone_is_not_told_as_the_words_of_a_pole() -> None:
    one = replace(CALM, terms=(("positive", ("pier",)),))
    two = replace(CALM, terms=(("positive", ("pier", "gulls")),))
    assert "Words of" not in shown(Digest(mood=one), "comments")
    assert "pier, gulls" in shown(Digest(mood=two), "comments")


def test_how_many_people_ask_a_question_is_counted_by_their_words() -> None:
    asked = ("Which paint covers rust?", "What paint did cover the rust, please?", "Is it cold?")
    people = (*asked, "Which paint covers rust best?")
    comments = tuple(Comment(text, f"@p{i}") for i, text in enumerate(people))
    questions = digest_page(Page(comments=comments)).mood.questions
    assert {q.text: q.askers for q in questions if "rust" in q.text} == {asked[0]: 2}
    other = ("Which paint covers rust on steel garden gates outdoors?",
             "Which rust paint do sailors from Norway choose for winter hulls?")  # fmt: skip
    apart = tuple(map(Comment, other))
    assert {q.askers for q in digest_page(Page(comments=apart)).mood.questions} == {1}
    again = tuple(replace(comment, author="@one") for comment in comments)
    assert {q.askers for q in digest_page(Page(comments=again)).mood.questions} == {1}


@pytest.mark.parametrize(
    ("positive", "negative", "said"),
    [(9, 3, "; more positive than negative"), (3, 9, "; more negative than positive"),
     (6, 5, ""), (7, 3, ""), (3, 0, "")],
)  # fmt: skip
def test_more_of_one_pole_is_said_only_where_the_gap_allows(
    positive: int, negative: int, said: str
) -> None:
    text = shown(Digest(mood=Mood(positive=positive, negative=negative)))
    assert re.findall("; more .*", text) == ([said] if said else [])


def test_comments_that_could_not_be_read_count_against_a_gap() -> None:
    said = "more positive than negative"
    assert said in shown(Digest(mood=Mood(positive=13, negative=1, unclear=20, unread=80)))
    assert said not in shown(Digest(mood=Mood(positive=13, negative=1, unclear=20, unread=90)))


def test_shares_say_what_they_are_shares_of_where_some_were_not_read() -> None:
    shares = (Share("positive", 0.3, 0.24, 0.36), Share("unread", 0.004, 0.0, 0.01))
    text = shown(Digest(mood=Mood(positive=66, unclear=153, unread=1, shares=shares)))
    assert "219 of 220 read; of all 220: positive 66 (30 %, likely 24 to 36)" in text
    assert "unread 1; more positive" in text


def test_the_comments_view_shows_every_quote_once() -> None:
    echoes = (SentenceComments(0, ("Praise number 1.",)),)
    asked = (replace(CALM.questions[0], askers=2),)
    mood = replace(CALM, echoes=echoes, questions=asked)
    text = accepted(render(Digest(summary=SAID, mood=mood), TEXTS, "comments"))
    for quote in mood.quotes:
        assert text.count(quote.text) == 1


def test_where_not_all_quotes_fit_each_pole_has_some_in_the_comments_view() -> None:
    poles: tuple[Pole, ...] = ("positive", "neutral", "negative", "unclear")
    quotes = [Quote(f"{pole} {i} " + "word " * 45, pole) for pole in poles for i in range(9)]
    mood = Mood(positive=20, neutral=20, negative=20, unclear=20, quotes=tuple(quotes))
    text = shown(Digest(mood=mood), view="comments")
    numbers = [sum(f"{pole} {i} " in text for i in range(9)) for pole in poles]
    assert max(numbers) - min(numbers) <= 1
    assert f"{36 - sum(numbers)} more in Export" in text


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


def test_a_text_that_is_spread_is_shown_once_with_its_number() -> None:
    copied = (Copies("Save the crane now", 12), Copies("Vote for the bridge", 3))
    text = shown(Digest(mood=Mood(neutral=2, duplicates=13, copied=copied)))
    assert "Set aside: 13 repeated\n“Save the crane now” (stands here 12 times)" in text
    assert "Vote for" not in text


def test_the_comments_view_says_how_many_there_may_be_with_the_unclear() -> None:
    digest = Digest(mood=Mood(positive=8, negative=9, unclear=12))
    said = "With the unclear: positive 8 to 20, negative 9 to 21"
    assert said in shown(digest, "comments")
    assert said not in shown(digest)
    none = Digest(mood=Mood(negative=2, unclear=1))
    assert "With the unclear: positive up to 1, negative 2 to 3" in shown(none, "comments")
    assert "With the unclear" not in shown(Digest(mood=Mood(positive=8)), "comments")

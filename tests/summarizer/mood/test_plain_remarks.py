"""Remarks that any reader understands: they are counted as they are meant."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood
from summarizer.mood.praise import praises


def pole_of(text: str) -> str:
    mood = read_mood([Comment(text)])
    return next(
        pole
        for pole in ("positive", "negative", "neutral", "unclear", "unread")
        if getattr(mood, pole)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Too sweet for me",
        "way too loud for my taste",
        "Great, another ad.",
        "Wow, more sponsors!",
        "Na toll, schon wieder Werbung",
        "Unsubscribed.",
        "unsubscribing now",
        "Отписался.",
    ],
)
def test_plain_displeasure_is_negative(text: str) -> None:
    assert pole_of(text) == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "RIP grandpa, he loved this song",
        "Sorry to hear it, Phil. Come by for coffee.",
        "So sorry for your loss",
        "Mein Beileid an die Familie, so ein trauriger Verlust",
    ],
)
def test_who_grieves_with_others_is_not_negative(text: str) -> None:
    assert pole_of(text) != "negative"


def test_plain_praise_of_a_name_is_positive() -> None:
    assert pole_of("Well done, Mr Putin 👍") == "positive"
    assert pole_of("Well done, captain Ruiz") == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "Super gemacht!",
        "Toll erklärt",
        "Klasse Video 👍",
        "Mega gut",
        "Very well explained",
        "Bravo, bien expliqué",
        "Très clair, merci",
        "Super vidéo !",
        "Muy bien explicado",
        "Excelente explicacion",
        "Muito bem explicado",
        "Show de bola",
        "Bel video",
        "Отличное видео",
        "Супер ролик",
        "شرح ممتاز",
        "बहुत बढ़िया वीडियो",
        "Bahut badhiya video",
        "Mantap",
        "Penerangan yang jelas",
        "Odlično objašnjeno",
        "Свака част",
        "அருமையான வீடியோ",
        "നല്ല വീഡിയോ",
    ],
)
def test_plain_praise_is_positive_in_each_language_that_is_read(text: str) -> None:
    assert pole_of(text) == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "Klasse Video 😂",
        "Is this really such a good video?",
        "Gran video?",
        "Muito obrigado",
        "Danke für das Video",
        "This is the video",
        "Super, schon wieder Werbung",
        "video bola",
    ],
)
def test_what_only_looks_like_praise_is_left_to_its_words(text: str) -> None:
    assert not praises(text)


@pytest.mark.parametrize(
    "text",
    [
        "Please make a video about terrible storms",
        "Can you review the worst lamp, too?",
        "Next video: the beautiful old pier",
    ],
)
def test_a_request_is_no_mood(text: str) -> None:
    assert pole_of(text) == "neutral"


def test_a_reply_that_only_agrees_counts_as_what_it_agrees_with() -> None:
    bad = Comment("This is the worst video I have ever seen, awful", "@a")
    agreeing = [Comment("This.", "@b", reply=True), Comment("exactly!!", "@c", reply=True)]
    assert read_mood([bad, *agreeing]).negative == 3
    assert read_mood([bad, Comment("This.", "@b")]).negative == 1
    assert read_mood(agreeing).negative == 0


def test_who_unsubscribed_years_ago_and_tells_a_story_is_read_by_its_words() -> None:
    assert pole_of("I unsubscribed from the newspaper and love this channel so much") != "negative"


@pytest.mark.parametrize(
    "text",
    [
        "This praise of loud engines is downright ridiculous.",
        "The love for fast cars here is simply ridiculous",
        "Celebrating noise is absolutely unacceptable!",
        "Die Liebe zum Lärm ist wirklich lächerlich",
        "La admiración por el ruido es totalmente ridícula",
    ],
)
def test_a_verdict_that_leaves_nothing_open_is_negative_whatever_it_is_on(text: str) -> None:
    assert pole_of(text) == "negative"


def test_who_laughs_about_what_is_ridiculous_need_not_condemn_it() -> None:
    assert pole_of("The love for that hat is simply ridiculous 😂") != "negative"


@pytest.mark.parametrize(
    "text",
    ["Eles nunca atrasam ❤", "You never disappoint 💙", "Sie enttäuschen nie ❤"],
)
def test_a_heart_beside_words_that_seem_bad_is_not_negative(text: str) -> None:
    assert pole_of(text) == "unclear"


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sails again 😭😭",
        "WOHOO THE PIER IS OPEN 😭😭😭",
        "AKHIRNYA KAPALNYA DATANG LAGI!! 😭😭😭",
        "I am crying, they painted the boats",
    ],
)
def test_tears_alone_may_be_tears_of_joy(text: str) -> None:
    assert pole_of(text) == "unclear"


@pytest.mark.parametrize("text", ["my dog died yesterday 😭", "I cried, this is terrible"])
def test_tears_beside_plain_sorrow_are_negative(text: str) -> None:
    assert pole_of(text) == "negative"

"""What is quoted as praise or blame is so to a reader, too; what is in doubt is only counted."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood
from summarizer.mood.annotated import AnnotatedComment
from summarizer.mood.quotes import choose_quotes

PRAISE = (
    "I love this wonderful little film about the ferry",
    "The music in this is absolutely beautiful",
    "I love the calm voice of the captain",
)
BLAME = (
    "The sound of this film is terrible",
    "What an awful and boring waste of an evening",
)
DOUBTFUL = (
    "You are a stupid idiot and your mother knows it",
    "Why is there so much hate and so many terrible remarks here",
    "The old ferry was far better than this wonderful new one",
    "I wish the film was great and had beautiful music",
    "Is the sound of the film beautiful? Great, please reply",
    "I lost my husband last year and it is terrible and sad",
    "Der Film wäre wunderbar und die Musik auch",
    "How did this terrible awful film get made",
    "The captain said that the food is terrible and awful",
    "This fucking ferry is so damn loud",
    "Many sailors were killed in that war and others died",
    "I feel so sad and terrible for the crew",
    "Mate: that is a horrible and terrible idea",
    "My brother has a horrible, terrible life",
    "Der Film ist schlecht und furchtbar, aber kurz",
)


@pytest.mark.parametrize("text", [*PRAISE, *BLAME])
def test_plain_praise_and_blame_are_quoted(text: str) -> None:
    pole = "positive" if text in PRAISE else "negative"
    assert [(quote.text, quote.pole) for quote in read_mood([Comment(text)]).quotes] == [
        (text, pole)
    ]


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_speaks_of_others_or_only_perhaps_is_quoted_as_neither(text: str) -> None:
    quotes = read_mood([Comment(text)]).quotes
    assert [quote for quote in quotes if quote.pole in {"positive", "negative"}] == []


def test_what_is_not_quoted_is_counted_as_before() -> None:
    mood = read_mood([Comment(text) for text in DOUBTFUL])
    assert mood.positive + mood.negative >= 5


def test_where_none_is_sure_the_likeliest_is_quoted_to_be_checked() -> None:
    asked = Comment("What awful sound, terrible picture and boring talk, is it a joke?", "@a")
    assert [quote.pole for quote in read_mood([asked]).quotes] == []
    asked = Comment("What awful sound and terrible picture and boring talk is that?", "@a")
    assert [quote.pole for quote in read_mood([asked]).quotes] == ["negative"]
    plain = Comment(BLAME[0], "@b")
    assert [quote.text for quote in read_mood([asked, plain]).quotes] == [plain.text]


def test_where_several_are_counted_one_is_quoted_even_in_doubt() -> None:
    doubted = [text for text in DOUBTFUL if "terrible" in text and "?" not in text]
    comments = [Comment(text, f"@{text}") for text in doubted]
    mood = read_mood(comments)
    assert mood.negative >= 3
    assert [quote.pole for quote in mood.quotes if quote.pole == "negative"] == ["negative"]
    assert not any(quote.text.startswith("You are a stupid") for quote in mood.quotes)


def test_blame_that_says_why_is_quoted_though_other_blame_is_surer_or_liked() -> None:
    bare = Comment("Terrible, awful, horrible", "@a", 900)
    reason = Comment("the sound of the second lantern scene is bad", "@b")
    quotes = [quote for quote in read_mood([bare, reason]).quotes if quote.pole == "negative"]
    assert reason.text in [quote.text for quote in quotes]
    both = read_mood([Comment("boring awful terrible stuff", "@a", 3), Comment(BLAME[0], "@b")])
    assert both.quotes[0].text == BLAME[0]


def test_the_only_quote_of_a_pole_stands_for_no_topic() -> None:
    texts = [
        "The herring boat of that captain is terrible and awful",
        "My herring boat lies at the pier now",
        "A herring boat has two oars",
        "No herring boat came in May",
    ]
    mood = read_mood([Comment(text, f"@{n}") for n, text in enumerate(texts)])
    assert [quote.text for quote in mood.quotes if quote.pole == "negative"] == [texts[0]]
    assert texts[0] not in [topic.text for topic in mood.topics]
    assert mood.topics


def test_a_cheer_without_a_sentence_is_quoted_only_where_few_others_are() -> None:
    cheer = Comment("GREAT GREAT WONDERFUL FERRY 2023 LOVE", "@a", 900)
    alone = read_mood([cheer, Comment(PRAISE[0], "@b")])
    assert cheer.text in {quote.text for quote in alone.quotes}
    among = read_mood([cheer, *(Comment(text, f"@{text}") for text in PRAISE)])
    assert cheer.text not in {quote.text for quote in among.quotes}


def test_likely_blame_is_not_quoted_beside_blame_that_is_sure() -> None:
    likely = Comment("the sound is bad", "@a", 500)
    assert [quote.pole for quote in read_mood([likely]).quotes] == ["negative"]
    both = read_mood([likely, Comment(BLAME[0], "@b"), Comment(BLAME[1], "@c")])
    assert {quote.text for quote in both.quotes} == {*BLAME}


def test_a_neutral_quote_that_tells_something_comes_before_one_that_does_not() -> None:
    telling = Comment("The ferry to Nordholm was built in 1957", "@a", 1)
    idle = Comment("it goes over there and comes from somewhere", "@b", 2)
    neutral = [AnnotatedComment(one, "neutral", 0.9, "en", ()) for one in (idle, telling)]
    assert [quote.text for quote in choose_quotes(neutral)] == [telling.text, idle.text]

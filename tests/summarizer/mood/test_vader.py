"""VADER's rules: values, boosts, negations, in English and beyond."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.mood.comment_tokens import normalize
from summarizer.mood.vader import compound, lexicon_of, valence


def total(text: str, language: str | None = "en") -> float:
    return compound(*valence(normalize(text.split()).split(), language))


def test_praise_is_above_and_scorn_below_nothing() -> None:
    assert total("a great song") > 0 > total("a terrible song")
    assert total("the second song") == 0


def test_a_negation_turns_a_word_and_a_booster_strengthens_it() -> None:
    assert total("not good") < 0
    assert total("really good") > total("good") > total("somewhat good")
    assert total("really bad") < total("bad")


def test_a_negation_far_away_turns_nothing() -> None:
    assert total("not that one over there but good") > 0


@pytest.mark.parametrize(
    ("language", "good", "bad"),
    [
        ("de", "wunderbares Lied", "schreckliches Lied"),
        ("ru", "отличная песня", "ужасная песня"),
        ("fr", "une chanson magnifique", "une chanson horrible"),
        ("sr", "odličan film", "grozan film"),
        ("sr", "одличан филм", "грозан филм"),
        ("pl", "wspaniała piosenka", "okropna piosenka"),
        ("tr", "harika bir şarkı", "berbat bir şarkı"),
        ("id", "lagu yang bagus", "lagu yang jelek"),
    ],
)
def test_words_of_other_languages_are_known_with_their_endings(
    language: str, good: str, bad: str
) -> None:
    assert total(good, language) > 0.3
    assert total(bad, language) < -0.3


def test_false_friends_are_worth_nothing_in_their_own_language() -> None:
    assert total("die war hell", "de") == 0
    assert total("they die in war", "en") < 0
    assert total("ein neues lied", "de") == 0
    assert total("they lied", "en") < 0


def test_an_article_or_pronoun_run_together_with_a_word_hides_nothing() -> None:
    assert total("j'adore", "fr") > 0
    assert total("l'amore", "it") > 0


def test_english_words_count_in_every_language() -> None:
    assert total("awesome", "de") > 0
    assert lexicon_of("xx").value("awesome") == lexicon_of(None).value("awesome") > 0


PLAIN_ENGLISH = (
    "This film is great, I love it.",
    "I hate the sound, it is terrible.",
    "Not bad at all.",
    "It was not good.",
    "VERY good work!!!",
    "What a beautiful, wonderful day.",
    "He is a liar and a fraud.",
    "Thanks for the help.",
    "The train leaves at nine.",
    "I really really hate this boring song.",
    "The worst film of the year.",
    "It is kind of nice.",
    "You are amazing.",
    "This is disgusting and wrong.",
)


def test_on_plain_english_the_rules_agree_with_nltk_s_analyser() -> None:
    import nltk
    import vaderSentiment
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    folder = str(Path(vaderSentiment.__file__).parent)
    if folder not in nltk.data.path:
        nltk.data.path.append(folder)
    judge = SentimentIntensityAnalyzer("vader_lexicon.txt")
    for text in PLAIN_ENGLISH:
        theirs = judge.polarity_scores(text)["compound"]
        ours = total(text.replace(",", "").rstrip(".!"))
        assert (ours > 0.05, ours < -0.05) == (theirs > 0.05, theirs < -0.05), text

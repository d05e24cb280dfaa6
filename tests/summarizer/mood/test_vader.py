"""VADER's rules: values, degrees, capitals, negations, contrasts, marks; in English and beyond."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer.mood.comment_tokens import normalize, tokenize
from summarizer.mood.lexicon import lexicon_of
from summarizer.mood.vader import Remark, compound, valence


def said(text: str, language: str | None = "en") -> tuple[float, float]:
    tokens = tokenize(text)
    return valence(Remark(text, tokens, normalize(tokens).split()), language)


def total(text: str, language: str | None = "en") -> float:
    return compound(*said(text, language))


def test_praise_is_above_and_scorn_below_nothing() -> None:
    assert total("a great song") > 0 > total("a terrible song")
    assert total("the second song") == 0


def test_good_and_bad_are_told_apart_from_nothing_said() -> None:
    good, bad = said("a lovely voice, a terrible sound")
    assert good > 0
    assert bad > 0
    assert said("the second song") == (0, 0)
    assert said("") == (0, 0)


def test_a_negation_turns_a_word_and_a_word_of_degree_strengthens_or_weakens_it() -> None:
    assert total("not good") < 0
    assert total("really good") > total("good") > total("somewhat good")
    assert total("really bad") < total("bad") < total("somewhat bad")


def test_a_negation_far_away_turns_nothing() -> None:
    assert total("not that one over there but good") > 0
    assert total("not one of them is good", "de") > 0


def test_a_second_negation_turns_nothing_back() -> None:
    assert total("not never good") < 0
    assert total("pas jamais magnifique", "fr") == total("jamais magnifique", "fr") < 0


def test_so_without_never_is_a_word_of_degree_and_no_more() -> None:
    assert total("that was so good") == total("that was very good")
    assert total("that was never so good") > total("good") > 0 > total("that was never good")
    assert total("that was not so good") < 0


def test_no_turns_what_follows_and_is_bad_by_itself() -> None:
    assert total("no good") < total("no") < 0


@pytest.mark.parametrize(
    ("idiom", "plain"),
    [("the shit", "shit"), ("the bomb", "bomb"), ("bad ass", "ass")],
)
def test_an_idiom_is_worth_what_the_whole_is_worth(idiom: str, plain: str) -> None:
    assert total(f"this is {idiom}") > 0
    assert total(f"this is {plain}") < 0
    assert total(f"this is not {idiom}") < 0


def test_an_idiom_of_praise_may_be_scorn() -> None:
    assert total("yeah right, he comes") < 0 < total("yeah, right, he comes")
    assert said("the kiss of death for it") == (0, 1.5)


def test_capitals_count_only_beside_something_else() -> None:
    assert total("GOOD SONG") == total("good song") < total("GOOD song")
    assert total("I LOVE IT") == total("i love it") < total("I LOVE it")
    assert total("BAD song") < total("bad song")
    assert total("a GOOD") == total("a good")
    assert total("GOOD !") > total("good !")


def test_a_smile_is_read_among_words() -> None:
    assert total("the song :)") > 0 > total("the song :(")


def test_what_stands_behind_but_counts_for_more() -> None:
    assert total("good sound but bad seats") < 0 < total("bad seats but good sound")
    assert said("good but bad but good")[0] == pytest.approx(1.9 * 0.5 + 1.9 * 1.5)
    assert said("good but bad but good")[1] == pytest.approx(2.5 * 1.5)
    assert said("bad but the second song")[1] == pytest.approx(2.5 * 0.5)


def test_but_is_a_goal_in_french() -> None:
    assert total("quel but magnifique", "fr") == total("quel match magnifique", "fr")


def test_marks_strengthen_the_stronger_side_alone() -> None:
    assert list(said("good good bad !")) == pytest.approx([2 * 1.9 + 0.292, 2.5])
    assert list(said("good bad bad !")) == pytest.approx([1.9, 2 * 2.5 + 0.292])
    assert list(said("good abandon !")) == [1.9, 1.9]
    assert said("the song !!! ???") == (0, 0)


def test_marks_are_counted_where_a_comment_is_read() -> None:
    long = f"good {'word ' * 500}"
    assert said(f"{long}!!!") == said(long)


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


def test_a_stem_is_worth_what_its_longest_form_in_the_table_is() -> None:
    lexicon = lexicon_of("de")
    assert lexicon.stems["langweilig"] != lexicon.stems["langweil"]
    assert lexicon.value("langweilige") == lexicon.stems["langweilig"]
    assert lexicon.value("langweil") == lexicon.stems["langweil"]
    assert lexicon.value("lang") == 0


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


def test_punctuation_puts_no_distance_between_words_of_english_alone() -> None:
    assert total("not , it is good") == total("not it is good") < 0
    assert total("not , it is good", None) < 0
    assert total("nicht , es ist gut", "de") > 0 > total("nicht es ist gut", "de")


def test_a_compound_is_bent_into_the_published_range() -> None:
    assert compound(1.9, 0) == pytest.approx(0.4404, abs=1e-4)
    assert compound(0, 1.9) == -compound(1.9, 0)
    assert compound(400, 0) == pytest.approx(1, abs=1e-4)


PLAIN_ENGLISH = """\
The film is good
The film is very good
This is truly very clever work
They were extremely loud and quite happy
It is slightly boring
The plot seemed somewhat weak
She sang really really well
He was very deeply sad
They absolutely must never lie
It was not good
It was not very good
The cake is not that good
It is not the very best
They are hardly happy
It is barely nice
The staff were scarcely helpful
We never liked them
Nobody said it was great
That was never good
never so good
never this sad
It was never quite so good
It was never this very good
The sound is GOOD
The sound is VERY good
The sound is SLIGHTLY good
The sound is SLIGHTLY bad
The GOOD sound is bad
It is TERRIBLE sound
THIS IS GOOD
The least pleasant trip of all
Least happy of them all
It was at least pleasant
It was the very least pleasant trip
The food is good but the waiters are rude
The waiters are rude but the food is good
Terrible sound, awful seats, but great songs
We love the songs but hate the seats
But it is good
It is good!
It is good!!
It is good!!!
It is good !!!!
It is good !!!!!!
It is bad!
It is bad!!!
Is it good?
Is it good??
Is it good???
Is it good ????
Is it bad ?????
What!!! It is the worst??
The train leaves at nine!!!
VERY good work!!!
They HATE the new rules!!!
Not bad at all
He is without hope
The help came despite the storm
It is not bad but it is not great
You are amazing and we love you
This is disgusting and wrong
What beautiful, wonderful, happy days
He is honest, kind, brave
Don't worry
It isn't funny
They can't win
We wouldn't recommend it
The worst film of the year
Thanks for the help
Great, great, great!
He is certainly, undoubtedly, clearly, obviously good
She is not really, truly, deeply happy
"""


@pytest.fixture(scope="module")
def judge() -> Any:  # noqa: ANN401 - nltk has no types
    import nltk
    import vaderSentiment
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    folder = str(Path(vaderSentiment.__file__).parent)
    if folder not in nltk.data.path:
        nltk.data.path.append(folder)
    return SentimentIntensityAnalyzer("vader_lexicon.txt")


@pytest.mark.parametrize("text", PLAIN_ENGLISH.splitlines())
def test_on_plain_english_the_rules_give_what_nltk_s_analyser_gives(
    text: str,
    judge: Any,  # noqa: ANN401
) -> None:
    assert total(text) == pytest.approx(judge.polarity_scores(text)["compound"], abs=1e-4)

"""The choice keeps its promises whatever the weights say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.choice.choose import choose
from summarizer.choice.features import features_of
from summarizer.choice.phrases import Kind
from summarizer.choice.salience import Salience, salience_of
from summarizer.choice.selection import Parts
from summarizer.choice.text import Text, read_text

TALK = (
    "Hello everybody and welcome back to the channel of the old mill.",
    "Today I show why the town stopped the mill wheel for a whole winter.",
    "The wheel is made of oak and weighs four tonnes.",
    "It had lost nine of its thirty-two paddles in the flood.",
    "Without them the shaft bent a little more every day.",
    "So what would you have done?",
    "The council asked two firms, and the cheaper one wanted 80,000 crowns.",
    "Please subscribe to the channel, it helps us a lot.",
    "In the end the carpenters of the town made the paddles for a quarter of that.",
    "Since March the wheel has turned again, and it drives a small generator.",
)


def marked(text: Text, **chances: dict[int, float]) -> Salience:
    """All chances 0.1 and all ranks 0.5 but for those given."""
    n = len(text.sentences)
    arrays = {name: np.full(n, 0.5 if name == "rank" else 0.1) for name in Salience._fields}
    for name, at in chances.items():
        for i, chance in at.items():
            arrays[name][i] = chance
    return Salience(**arrays)


def chosen(text: Text, salience: Salience, number: int) -> list[int]:
    return choose(text, salience, range(number, number + 1), Parts([0] * len(text.sentences)))


def test_the_point_and_the_outcome_have_a_seat() -> None:
    text = read_text(TALK, "en")
    salience = marked(text, point={1: 0.9}, outcome={9: 0.9}, rank={2: 0.7, 4: 0.7, 6: 0.7, 8: 0.7})
    assert {1, 9} <= set(chosen(text, salience, 4))


def test_three_sentences_have_a_seat_for_the_point_only() -> None:
    text = read_text(TALK, "en")
    salience = marked(text, point={1: 0.9}, outcome={9: 0.9}, rank={2: 1.0, 4: 1.0, 6: 1.0, 9: 0.3})
    assert 9 not in chosen(text, salience, 3)
    assert 9 in chosen(text, salience, 4)


@pytest.mark.parametrize(
    ("language", "announcement"),
    [
        ("en", "So in this video I will show you how a mill wheel is mended."),
        ("de", "In diesem Video zeige ich euch, wie man ein Mühlrad flickt."),
        ("fr", "Aujourd'hui je vais vous montrer comment on répare une roue de moulin."),
        ("es", "Hoy vamos a ver cómo se repara la rueda de un molino."),
        ("ru", "В этом видео я покажу, как чинят мельничное колесо."),
        ("hi", "आज हम देखेंगे कि चक्की का पहिया कैसे ठीक किया जाता है।"),
        ("ja", "今日は水車の直し方をくわしく紹介します。"),
    ],
)
def test_what_is_announced_at_the_beginning_has_a_seat(language: str, announcement: str) -> None:
    said = (TALK[0], announcement, *TALK[2:])
    salience = marked(read_text(said, language), never={1: 0.9}, rank={1: 0.0})
    assert 1 in chosen(read_text(said, language), salience, 4)
    assert 1 not in chosen(read_text(said, language), salience, 3)


@pytest.mark.parametrize(
    ("language", "title", "announcement"),
    [
        ("en", "Mending a mill wheel", "In this video I will show you how to mend a mill wheel."),
        ("de", "Mühlräder flicken", "In diesem Video zeige ich euch, wie man ein Mühlrad flickt."),
        ("fr", "Réparer une roue", "Aujourd'hui je vais vous montrer comment réparer la roue."),
        ("es", "Reparar la rueda", "Hola, soy Ana y hoy vamos a ver cómo se repara la rueda."),
        ("ru", "Как чинят колесо", "Всем привет, сегодня я расскажу вам, как чинят колесо."),
        ("hi", "पहिया कैसे ठीक करें", "आज हम देखेंगे कि पहिया कैसे ठीक किया जाता है।"),
        ("ar", "كيف تصلح العجلة", "في هذا الفيديو سأشرح لكم كيف تصلح العجلة."),
        ("ja", "水車の直し方", "今日は水車の直し方を話します。"),
    ],
)
def test_what_is_announced_has_no_seat_where_the_title_says_it(
    language: str, title: str, announcement: str
) -> None:
    said = (TALK[0], announcement, *TALK[2:])
    salience = marked(read_text(said, language), point={1: 0.9})
    for number in (4, 6):
        assert 1 not in chosen(read_text(said, language, title), salience, number)
        assert 1 in chosen(read_text(said, language), salience, number)


def test_what_is_announced_beside_the_title_has_no_seat_either() -> None:
    plan = "Today we will look at the oak, the paddles and the money."
    said = (TALK[0], "In this video I will show you how to mend a mill wheel.", plan, *TALK[2:])
    salience = marked(read_text(said, "en"), point={1: 0.9, 2: 0.8})
    assert not {1, 2} & set(chosen(read_text(said, "en", "Mending a mill wheel"), salience, 5))


def test_what_is_announced_says_more_than_a_title_of_few_words() -> None:
    salience = marked(read_text(TALK, "en"), point={1: 0.9})
    assert 1 in chosen(read_text(TALK, "en", "Old mill, part 3"), salience, 4)


@pytest.mark.parametrize(
    ("language", "request_"),
    [
        ("en", "so what do you make of the wheel that the town had made"),
        ("fr", "que pensez-vous de la roue que la ville a fait faire"),
        ("ja", "水車についてどう思われますか"),
    ],
)
def test_what_a_guest_is_asked_without_a_question_mark_costs_as_a_question(
    language: str, request_: str
) -> None:
    text = read_text([*TALK[1:5], request_], language)
    salience = marked(text, rank=dict.fromkeys(range(4), 0.3) | {4: 0.6})
    assert 4 not in chosen(text, salience, 2)


@pytest.mark.parametrize(
    ("language", "conclusion"),
    [
        ("en", "So in the end the town needs neither the firms nor their money."),
        ("de", "Zusammenfassend braucht die Stadt weder die Firmen noch ihr Geld."),
        ("fr", "En fin de compte la ville n'a besoin ni des uns ni des autres."),
        ("es", "En definitiva la ciudad no necesita ni a los unos ni a los otros."),
        ("ru", "В итоге городу не нужны ни одна фирма, ни другая."),
        ("tr", "Sonuç olarak kasabanın hiçbir şirkete ihtiyacı yoktur."),
        ("hi", "निष्कर्ष यह है कि शहर को किसी कंपनी की ज़रूरत नहीं है।"),
        ("ar", "في النهاية لا تحتاج المدينة إلى أي من الشركتين."),
        ("zh", "总之，小城既不需要公司，也不需要他们的钱。"),
        ("ja", "結論として、町にはどちらの会社も必要ありません。"),
        ("ko", "결론적으로 마을에는 어느 회사도 필요하지 않습니다."),
    ],
)
def test_what_opens_as_a_conclusion_near_the_end_is_the_outcome(
    language: str, conclusion: str
) -> None:
    text = read_text((*TALK[:8], TALK[9], conclusion), language)
    ranks = dict.fromkeys((2, 3, 4, 6), 1.0) | {9: 0.2}
    salience = marked(text, outcome={8: 0.3}, needs={9: 0.7}, rank=ranks)
    assert {8, 9} & set(chosen(text, salience, 4)) == {9}


def test_what_opens_as_a_conclusion_at_the_beginning_is_none() -> None:
    said = ("In the end the town needs neither the firms nor their money.", *TALK)
    text = read_text(said, "en")
    assert 0 not in chosen(text, marked(text, outcome={10: 0.3}, rank={0: 0.2}), 4)


def test_what_is_announced_later_has_no_seat_of_its_own() -> None:
    said = [f"The wheel number {i} was made of oak by hand." for i in range(30)]
    said[20] = "In this video I will show you how a mill wheel is mended."
    text = read_text(said, "en")
    assert 20 not in chosen(text, marked(text, never={20: 0.9}, rank={20: 0.0}), 5)


def test_what_leans_comes_with_the_one_before_or_not_at_all() -> None:
    text = read_text(TALK, "en")
    salience = marked(text, needs={4: 0.9, 3: 0.0}, worth={4: 1.0}, rank={4: 1.0, 3: 0.6})
    for number in range(1, 8):
        shown = chosen(text, salience, number)
        assert 4 not in shown or 3 in shown


def test_a_word_or_two_are_shown_where_there_is_nothing_else() -> None:
    text = read_text((*TALK[:4], "Ah, yeah.", *TALK[4:]), "en")
    salience = marked(text, worth={4: 1.0}, rank={4: 1.0})
    assert 4 not in chosen(text, salience, 5)
    assert 4 in chosen(text, salience, 11)


def test_a_pleading_sentence_is_shown_last_of_all() -> None:
    text = read_text(TALK, "en")
    assert [text.kinds[i] for i in (0, 7)] == [Kind.ASIDE] * 2
    assert not {0, 7} & set(chosen(text, salience_of(text), 8))
    assert {0, 7} < set(chosen(text, salience_of(text), 10))


def test_a_line_said_twice_is_shown_once() -> None:
    text = read_text([*TALK[1:4], *TALK[1:4]], "en")
    assert len(chosen(text, salience_of(text), 6)) == 3


def test_what_only_says_again_what_is_shown_comes_last_of_all() -> None:
    again = "As I have said, the wheel is made of oak and weighs four tonnes, all of it."
    text = read_text([*TALK, again], "en")
    salience = marked(text, worth={2: 1.0, 10: 1.0}, rank={2: 1.0, 10: 1.0})
    assert len({2, 10} & set(chosen(text, salience, 8))) == 1
    assert {2, 10} < set(chosen(text, salience, 11))


def test_each_chapter_has_its_seats() -> None:
    text = read_text(TALK, "en")
    salience = marked(text, rank=dict.fromkeys(range(5), 1.0))
    shown = choose(text, salience, range(4, 5), Parts([0] * 5 + [1] * 5, 1.2))
    assert len([i for i in shown if i >= 5]) == 2


def doubted(begins: dict[int, float], ends: dict[int, float]) -> Text:
    """The talk without full stops: chances that a sentence begins and ends there, else 1."""
    places = range(len(TALK))
    return replace(
        read_text(TALK, "en"),
        begins=[begins.get(i, 1.0) for i in places],
        ends=[ends.get(i, 1.0) for i in places],
    )


def wanted(text: Text, *places: int) -> Salience:
    return marked(text, rank=dict.fromkeys(places, 1.0), worth=dict.fromkeys(places, 0.9))


def test_a_sentence_whose_end_is_in_doubt_is_left_out_for_one_that_is_whole() -> None:
    text = doubted({}, {})
    assert chosen(text, wanted(text, 4, 6, 8), 3) == [4, 6, 8]
    assert 4 not in chosen(doubted({}, {4: 0.01}), wanted(text, 4, 6, 8), 3)


def test_an_end_in_doubt_is_no_loss_where_what_goes_on_there_is_shown() -> None:
    halves = doubted({4: 0.9, 5: 0.01}, {4: 0.01, 5: 0.9})
    assert {4, 5} <= set(chosen(halves, wanted(halves, 4, 5, 8), 3))


@given(st.lists(st.sampled_from(TALK), min_size=1, max_size=40), st.integers(1, 12))
def test_never_more_than_asked_in_order_and_each_once(said: list[str], number: int) -> None:
    text = read_text(said, "en")
    shown = choose(text, salience_of(text), range(1, number + 1), Parts([0] * len(said)))
    assert 1 <= len(shown) <= number
    assert shown == sorted(set(shown))
    assert len({said[i] for i in shown}) == len(shown)


@pytest.mark.parametrize(
    "said",
    [["One sentence."], ["Same again."] * 500, ["12 13 14."] * 3, ["", " ", "-"], ["漢" * 9] * 4],
    ids=["one", "same", "numbers", "empty", "characters"],
)
def test_odd_texts_have_chances_too(said: list[str]) -> None:
    chances = np.array(salience_of(read_text(said, None)))
    assert chances.shape == (len(Salience._fields), len(said))
    assert np.isfinite(chances).all()


def test_the_title_speaks_for_a_sentence_that_has_its_words() -> None:
    plain, titled = read_text(TALK, "en"), read_text(TALK, "en", "How the wheel was mended")
    assert not features_of(plain)["of the title"].any()
    assert features_of(titled)["of the title"][2] > 0
    assert features_of(titled)["of the title"][6] == 0

"""Doubt: laughter, irony and contradiction are not counted as what their words say."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood
from summarizer.mood.patterns import laughs

IRONIC = (
    "The bridge is perfectly safe 😂😂",
    "Best government of all time 🤣",
    "No no, the ship is unsinkable, this is only a swim break.",
    "Great plan, what could possibly go wrong",
    "Oh great, another perfect update",
    "Yeah right, totally the best phone ever",
    "The “experts” were brilliant once more",
    "Nein nein, alles läuft super, das Dach soll so aussehen",
    "Na toll, wieder eine geniale Idee vom Ministerium",
    "Die „Qualität“ ist wirklich hervorragend",
    "Non non, tout va très bien, le train adore être en retard",
    "Quelle surprise, encore une excellente nouvelle",
    "Sí claro, el mejor alcalde del mundo jajaja",
    "Sim, claro, melhor serviço do mundo kkkkk",
    "Ну да, конечно, самый честный министр ахахах",
    "Отличная дорога, просто супер ))))",
    "Wonderful work, geniuses 🤡",
    "Bravo, ministers, great job 👏👏😂",
    "The news keeps saying the economy is wonderful",
)

LAUGHTER = (
    "haha",
    "ahahahah",
    "HAHAHA no way",
    "hehehe",
    "jajaja",
    "kkkkk",
    "rsrsrs",
    "хаха",
    "ахахах",
    "точно)))",
    "wwww",
    "それはwww",
    "草",
    "ㅋㅋㅋ",
    "哈哈哈",
    "เจ๋ง 555",
    "lol",
    "LMAO",
    "xD",
    "mdr",
    "wkwkwk",
    "هههه",
    "חחח",
    "😂",
    "🤣🤣",
)

SERIOUS = (
    "the harbour",
    "mi hija y mi hijo",
    "Chihiro and JoJo",
    "visit www.example.org",
    "there were 555 people",
    "hello",
    "a photo (see above)",
    "who has the hat",
    "Bahá'í",
    "kkr",
)


@pytest.mark.parametrize("text", IRONIC)
def test_irony_is_never_counted_as_praise(text: str) -> None:
    mood = read_mood([Comment(text)])
    assert mood.positive == 0
    assert mood.unclear + mood.negative == 1


@pytest.mark.parametrize("text", LAUGHTER)
def test_laughter_is_heard_in_every_spelling(text: str) -> None:
    assert laughs(text)


@pytest.mark.parametrize("text", SERIOUS)
def test_words_that_look_like_laughter_are_not(text: str) -> None:
    assert not laughs(text)


def test_laughter_beside_hearts_stays_praise() -> None:
    assert read_mood([Comment("I laughed so hard 😂 love you guys, best channel ❤️")]).positive == 1


def test_good_and_bad_in_one_breath_are_unclear() -> None:
    text = "I love her voice, so beautiful, but the horrible sound and the stupid cuts ruin it"
    assert read_mood([Comment(text)]).positive == 0

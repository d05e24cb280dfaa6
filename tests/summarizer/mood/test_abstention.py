"""Abstention: laughter, irony and contradiction are not counted as what their words say."""

from __future__ import annotations

import numpy as np
import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood
from summarizer.mood.abstention import poles_of
from summarizer.mood.features import analyse
from summarizer.mood.patterns import laughs
from summarizer.opinions import Pole

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
    "Thanks for nothing",
    "Great job breaking it again 👏👏👏",
    "Sure, because that always works so well",
)

PRAISE = (
    "I like it a lot",
    "This is a really good video",
    "Great explanation, thank you so much",
    "I love this song",
    "What a beautiful voice",
    "Nice work 👍",
    "So happy I found this channel",
    "The camera is really good",
    "Das Video gefällt mir sehr gut",
    "Sehr gut erklärt, vielen Dank",
    "Richtig schön gemacht",
    "Super Video, weiter so!",
    "Me gusta mucho este video",
    "Muy buena explicación, gracias",
    "Excelente trabajo, sigue así",
    "Un video muy útil",
)

BLAME = (
    "I don't like it",
    "This is a very bad video",
    "What a waste of time",
    "The sound is terrible",
    "So boring, I stopped after a minute",
    "This phone is garbage, it broke after two days",
    "I was really disappointed by this",
    "Schlechtes Video, nichts verstanden",
    "So ein Unsinn, alles falsch",
    "Der Ton ist furchtbar",
    "Viel zu teuer und schlecht verarbeitet",
    "No me gusta nada",
    "Todo esto es mentira",
    "El sonido es horrible",
    "Una pérdida de tiempo",
    "Qué aburrido",
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


@pytest.mark.parametrize("text", PRAISE)
def test_plain_praise_is_counted_as_praise(text: str) -> None:
    assert read_mood([Comment(text)]).positive == 1


@pytest.mark.parametrize("text", BLAME)
def test_plain_blame_is_counted_as_blame(text: str) -> None:
    assert read_mood([Comment(text)]).negative == 1


@pytest.mark.parametrize("text", LAUGHTER)
def test_laughter_is_heard_in_every_spelling(text: str) -> None:
    assert laughs([text]) == [True]


@pytest.mark.parametrize("text", SERIOUS)
def test_words_that_look_like_laughter_are_not(text: str) -> None:
    assert laughs([text]) == [False]


def test_laughter_beside_hearts_stays_praise() -> None:
    assert read_mood([Comment("I laughed so hard 😂 love you guys, best channel ❤️")]).positive == 1


def test_good_and_bad_in_one_breath_are_unclear() -> None:
    text = "I love her voice, so beautiful, but the horrible sound and the stupid cuts ruin it"
    assert read_mood([Comment(text)]).positive == 0


def test_a_question_is_hardly_ever_taken_for_praise_or_blame() -> None:
    chances = 0.68, 0.22, 0.1
    assert _pole_of("The rusty bridge was closed", chances) == "negative"
    assert _pole_of("Was the rusty bridge closed?", chances) == "unclear"


def test_strong_words_need_less_belief_than_faint_ones() -> None:
    strong = (
        "The rotten ugly bridge is a dangerous disgrace for all the people who have to cross it"
    )
    faint = "The old stone bridge is a place for all the people of the town who have to cross it"
    assert _pole_of(strong, (0.52, 0.3, 0.18)) == "negative"
    assert _pole_of(faint, (0.52, 0.3, 0.18)) == "unclear"


def _pole_of(text: str, chances: tuple[float, float, float]) -> Pole:
    return poles_of([text], [analyse(text)], np.array([chances], np.float32))[0]

"""The languages named under a page: short comments are easily taken for another's."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood import read_mood
from summarizer.mood.comment_language import comment_language
from summarizer.mood.comment_tokens import tokenize

SMALL_TALK = (
    "send the full video pls",
    "this man got style and vibes",
    "هههههههه",
    "hahahahaha",
    "Отлично",
)
FOREIGN = {
    "この橋はとても古いですね": "ja",
    "다리가 정말 예쁘네요": "ko",
    "De oude brug over de rivier is vorig jaar gelukkig weer helemaal opgeknapt": "nl",
    "Stary most nad rzeką jest piękny, dziękuję za ten film": "pl",
}


@pytest.mark.parametrize("text", SMALL_TALK)
def test_small_talk_is_not_taken_for_a_language_nobody_wrote(text: str) -> None:
    assert comment_language(tokenize(text)) in {None, "en"}


@pytest.mark.parametrize("text", FOREIGN)
def test_a_language_that_is_not_supported_is_named_where_it_shows(text: str) -> None:
    assert comment_language(tokenize(text)) == FOREIGN[text]


VIETNAMESE = (
    "Cây cầu này ở quê tôi đẹp lắm, cảm ơn anh rất nhiều",
    "Tôi rất thích cảnh sông nước ở miền Tây của chúng ta",
    "Ngày xưa bà tôi hay kể chuyện về bến cảng này",
    "Mong anh sẽ làm thêm nhiều phim hay như vậy nữa nhé",
    "Người thợ già nói chuyện thật là hiền và dễ thương quá",
)


def test_what_is_unclear_under_a_foreign_page_is_in_the_language_of_the_page() -> None:
    clear = [Comment(text) for text in VIETNAMESE]
    mood = read_mood([*clear, Comment("cay cau nay dep qua troi luon"), Comment("❤️❤️")])
    assert mood.unread_languages == (("vi", 6),)
    assert mood.positive == 1


def test_what_is_unclear_under_a_page_that_is_read_is_read_too() -> None:
    clear = [Comment(f"The bridge number {n} of my home town is old") for n in range(5)]
    assert read_mood([*clear, Comment("cay cau nay dep qua troi luon")]).unread == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Yeh pul kab banega bhai, koi batao", "hi"),
        ("Yeh purana pul mujhe pasand hai", "hi"),
        ("ee paalam kollam, poli aanu", "ml"),
        ("Most je jako lep ali gde su klupe", "sr"),
        ("The bridge is open again and so is the kiosk", "en"),
    ],
)
def test_the_language_of_plain_letters_is_told_by_its_function_words(text: str, code: str) -> None:
    assert comment_language(tokenize(text)) == code


@pytest.mark.parametrize("text", ["they dont sell the bonnet", "why they dont add lasers"])
def test_words_that_english_has_alone_tell_english_where_a_model_errs(text: str) -> None:
    assert comment_language(tokenize(text)) == "en"


def test_two_english_words_do_not_tell_what_is_mixed_with_another_language() -> None:
    text = "tera gaana mujhe nahi mila, how is it"
    assert comment_language(tokenize(text)) == "hi"

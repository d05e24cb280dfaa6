"""What a button of an answer copies: a sentence with its time and address."""

from __future__ import annotations

import pytest

from bot.local.telegram import Telegram
from bot.local.world.people import Person, keyboard, labels
from handlers.message.copying import copied, copy_keyboard
from handlers.message.texts import Texts
from summarizer import Digest, Passage, Sentence
from tests.handlers.pages import BREAD, WATCH
from tests.handlers.plain import plain
from tests.telegram import Running

ENDLESS = "https://v.example/" + "x" * 240
RISE = Passage("Bread rises.", 18.0)
WHY, NO = (Sentence(0, "Why?"),), (Sentence(2, "No."),)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("digest", "passage", "text"),
    [
        (Digest(title="Rye", url=WATCH), RISE, f"“Bread rises.” · 0:18 · {WATCH}&t=18"),
        (Digest(title="Rye", url=WATCH), Passage("Bread rises."), f"“Bread rises.” · {WATCH}"),
        (Digest(title="Rye"), RISE, "“Bread rises.” · 0:18 · Rye"),
        (Digest(), RISE, "“Bread rises.” · 0:18"),
        (Digest(), Passage("It rises.", 3.0, 0.0, WHY, NO), "“Why? It rises. No.” · 0:03"),
        (Digest(title="Rye", url=ENDLESS), RISE, "“Bread rises.” · 0:18 · Rye"),
    ],
)
def test_a_sentence_is_copied_with_its_time_and_address(
    digest: Digest, passage: Passage, text: str
) -> None:
    assert copied(digest, passage, Texts()) == text


@pytest.mark.parametrize("words", ["word " * 99, "x" * 999, "🍞" * 300, "🍞 " * 300])
@pytest.mark.parametrize("url", [None, WATCH, "https://v.example/" + "x" * 180])
def test_a_long_sentence_is_cut_so_that_all_has_room(words: str, url: str | None) -> None:
    digest = Digest(title="🍞" * 200, url=url)
    text = copied(digest, Passage(words, 3_600.0), Texts())
    assert 128 < units(text) <= 256
    assert "…” · 1:00:00" in text
    assert text.endswith("…") if url is None or len(url) > 99 else text.endswith(f"{url}&t=3600")


def test_without_a_passage_there_is_no_button() -> None:
    assert copy_keyboard(Digest(), (), Texts()) is None


async def test_each_sentence_of_an_answer_has_a_button_that_copies_it(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says(BREAD)
    await bot.idle()
    ann.says("/ask What does salt do?")
    await bot.idle()
    answer = telegram.said(ann.private)[-1]
    assert "Salt slows" in plain(answer["text"])
    assert "Copy 0:24" in labels(answer)
    texts = [button["copy_text"]["text"] for row in keyboard(answer) for button in row]
    shape = (
        "“Salt slows the yeast down, so that the loaf keeps its shape.” · 0:24 · How bread rises"
    )
    assert shape in texts

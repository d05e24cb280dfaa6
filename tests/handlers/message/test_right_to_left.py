"""Replies that run from right to left: each line begins there, and what runs right is apart."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from bot.local.telegram import Telegram
from handlers.answers.attachments.charts import caption
from handlers.message.direction import DIRECTION, ISOLATE, RELEASE, RIGHT_TO_LEFT_MARK
from handlers.message.keyboard import inline_keyboard, kept_keyboard
from handlers.message.language_codes import languages
from handlers.message.rendering import View, render, render_list
from handlers.message.sections import Item
from handlers.message.texts import Texts
from summarizer import Link, Omission, digest_page, read_page
from tests import tdlib
from tests.handlers.message.test_rendering import accepted
from tests.handlers.pages import BREAD
from tests.telegram import Running
from tools.begin_language import begun


@pytest.fixture
def arabic(tmp_path: Path) -> Texts:
    """The customs of Arabic with a word of it before each English text."""
    table = "\n".join(begun("ar")).replace('= "', '= "نص ')
    head, _, texts = table.partition("[texts]")
    (tmp_path / "ar.toml").write_text(f"{head.replace('نص ', '')}[texts]{texts}", encoding="utf-8")
    return Texts("ar", tmp_path)


VIEWS: tuple[View, ...] = ("digest", "comments", "links", "export")


@pytest.mark.parametrize("view", VIEWS)
def test_each_line_begins_on_the_right(arabic: Texts, view: View) -> None:
    digest = digest_page(read_page(BREAD))
    html = accepted(render(digest, arabic, view))
    text, _ = tdlib.parse(html)
    lines = [line for line in text.split("\n") if line]
    assert len(lines) > 1
    assert [line for line in lines if not line.startswith(RIGHT_TO_LEFT_MARK)] == []


def test_names_and_numbers_keep_their_direction_to_themselves(arabic: Texts) -> None:
    said = arabic("unreadable.video-not-shown", reason="Sign in \u202eto\u2069 confirm")
    assert f"{ISOLATE}Sign in to confirm{RELEASE}" in said
    assert f"{ISOLATE}-100123{RELEASE}" in arabic("private-bot", id="-100123", setting="A")
    assert ISOLATE not in arabic("pole", name="إيجابي", n=3)
    english = Texts()("private-bot", id="-100123", setting="A")
    assert DIRECTION.sub("", english) == english


def test_the_stroke_of_a_command_stands_on_its_left(arabic: Texts) -> None:
    assert arabic.command("digest") == "\u200e/digest"
    assert Texts().command("digest") == "/digest"


def test_a_word_is_known_with_and_without_its_joiner() -> None:
    persian = Texts("fa")
    written = persian("button-shorter")
    assert "\u200c" in written
    assert persian.is_typed(written.replace("\u200c", " "), "button-shorter")
    assert persian.is_typed(written.replace("\u200c", ""), "button-shorter")
    assert persian.is_typed("shorter", "button-shorter")
    assert not persian.is_typed(persian("button-longer"), "button-shorter")


def test_a_link_keeps_its_direction_to_itself(arabic: Texts) -> None:
    link = Link("https://example.org/a", "https://example.org/a", "Source")
    digest = digest_page(read_page(BREAD))
    shown = render(type(digest)(title="Bread", links=(link,)), arabic, "links").html
    assert f'{ISOLATE}<a href="https://example.org/a">example.org</a>{RELEASE}' in shown


def test_rows_of_buttons_are_mirrored(arabic: Texts) -> None:
    digest = digest_page(read_page(BREAD))

    def rows(texts: Texts) -> list[list[object]]:
        keyboard = inline_keyboard(render(digest, texts), "page", texts)
        assert keyboard
        return [[b.callback_data for b in row] for row in keyboard.inline_keyboard]

    assert [row[::-1] for row in rows(arabic)] == rows(Texts())
    [first, *_] = kept_keyboard(["a", "b"], 0, 2, arabic).inline_keyboard
    assert [button.text for button in first] == ["2", "1"]


def test_lists_and_captions_begin_on_the_right_too(arabic: Texts) -> None:
    listed = render_list("dough", [Item("Bread", 1.0)], 0, 1, arabic)
    captioned = caption(digest_page(read_page(BREAD)), arabic)
    for html in (listed, captioned):
        lines = [line for line in html.split("\n") if line]
        assert all(RIGHT_TO_LEFT_MARK in line[:40] for line in lines)


def test_the_name_of_a_file_cannot_turn_a_line_of_the_bots_own() -> None:
    digest = digest_page(read_page(BREAD))
    missing = Omission("unreadable-part", part="\u202etxt.\u2066evil")
    html = render(type(digest)(title="Bread", left_out=(missing,)), Texts()).html
    assert "txt.evil" in html
    assert "\u202e" not in html


def test_texts_go_to_a_worker_with_their_table(arabic: Texts) -> None:
    there = pickle.loads(pickle.dumps(arabic))  # noqa: S301 - what was just written
    assert there("untitled") == arabic("untitled")


@pytest.mark.skipif("ar" not in languages(), reason="there is no table of Arabic yet")
async def test_plain_texts_begin_on_the_right_too(telegram: Telegram, bot: Running) -> None:
    amal = telegram.person("Amal", language="ar")
    amal.says("/help")
    await bot.idle()
    [helped] = telegram.said(amal.private)
    lines = [line for line in helped["text"].split("\n") if line]
    assert all(line.startswith(RIGHT_TO_LEFT_MARK) for line in lines)

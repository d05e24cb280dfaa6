"""Whatever is sent in: a reply that Telegram takes and that pings nobody, or one line of advice."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.answers.attachments.charts import caption
from handlers.answers.attachments.export import export_json, export_markdown
from handlers.message.html import CAPTION_UNITS
from handlers.message.rendering import render
from summarizer import Options, UnreadableError, digest_page, read_page
from tests import tdlib
from tests.handlers.message.test_rendering import NASTY, TEXTS, VIEWS, accepted
from tests.handlers.pages import BREAD, long_page
from tools.soak.mutation import mutated

EXAMPLE = (Path(__file__).resolve().parents[2] / "bot" / "example.txt").read_text(encoding="utf-8")
PAGES = (EXAMPLE, BREAD, long_page(9))
NAMES = st.sampled_from(
    [None, "page.txt", "a.srt", "a.en.vtt", "a.info.json", "page.html", "a.mhtml", "a.csv", "a.pdf",
     "a.docx", "a.ass", "a.md", "\u202e../<b>.txt", "a.zip"]
)  # fmt: skip


def replied(data: str | bytes, name: str | None = None, sentences: int | None = None) -> None:
    """All that the bot could say about this source, judged by Telegram's own parser."""
    try:
        page = read_page(data, name)
        digest = digest_page(page, Options(sentences))
    except UnreadableError:
        return
    described = replace(digest, description=page.description)
    for view in VIEWS:
        for compact in (False, True):
            accepted(render(digest, TEXTS, view, compact=compact))
            accepted(render(described, TEXTS, view, compact=compact))
    text, _ = tdlib.parse(caption(digest, TEXTS))
    assert tdlib.units(text) <= CAPTION_UNITS
    export_markdown(digest, page, TEXTS)
    export_json(digest, page)


@given(st.text(max_size=300), NAMES)
def test_any_text_gets_a_valid_reply_or_advice(text: str, name: str | None) -> None:
    replied(text, name)


@given(st.binary(max_size=300), NAMES)
def test_any_bytes_get_a_valid_reply_or_advice(data: bytes, name: str | None) -> None:
    replied(data, name)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False), st.sampled_from(PAGES), st.sampled_from([None, 1, 40]))
def test_a_damaged_page_gets_a_valid_reply_or_advice(
    rng: random.Random, page: str, sentences: int | None
) -> None:
    replied(mutated(page, rng), None, sentences)


@settings(max_examples=30)
@given(st.lists(NASTY, min_size=1, max_size=6).map(" ".join), st.integers(0, 40))
def test_pings_and_links_anywhere_in_a_page_stay_dead_in_the_reply(nasty: str, line: int) -> None:
    lines = BREAD.splitlines()
    where = line % len(lines)
    replied("\n".join([*lines[:where], f"{lines[where]} {nasty}", *lines[where + 1 :]]))


@pytest.mark.parametrize("text", ["🙂" * 4096, "\u202e<b>../" * 900, "@a " * 2000, "a" * 100_000])
def test_texts_that_are_no_page_get_a_valid_reply_or_advice(text: str) -> None:
    replied(text)
    replied(text.encode(), "page.txt")

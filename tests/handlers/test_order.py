"""Answers come in the order in which the pages came."""

from __future__ import annotations

from bot.local.telegram import Telegram
from tests.handlers.conftest import AtOnce
from tests.handlers.pages import BEES, BREAD, long_page


async def test_files_sent_at_once_are_answered_in_their_order(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    for name, page in (("long", long_page(900)), ("bees", BEES), ("bread", BREAD)):
        ann.sends_file(f"{name}.txt", page.encode())
    await at_once()
    counts = [m["text"].split(" · ")[2].split()[0] for m in telegram.said(ann.private)]
    assert counts == ["903", "3", "3"]


async def test_long_pages_pasted_at_once_are_answered_in_their_order(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    titles = ["How one rises", "How two rise", "How three rise"]
    for title, remarks in zip(titles, (90, 25, 0), strict=True):
        ann.pastes(long_page(remarks).replace("How bread rises", title))
    await at_once()
    assert [
        m["text"].splitlines()[0].strip("\u2068\u2069") for m in telegram.said(ann.private)
    ] == titles

"""The bot's own messages, sent back to it: they are no pages."""

from __future__ import annotations

import pytest

from bot.local.telegram import Telegram
from handlers.message.rendering import render
from handlers.message.sections import ends_in_footer
from handlers.message.texts import Texts
from summarizer import digest_page, read_page
from tests.handlers.pages import BREAD, long_page
from tests.telegram import Running

OWN = "This comes from me"


@pytest.mark.parametrize("page", [BREAD, long_page(), "A line.\nAnother line, more of it."])
@pytest.mark.parametrize("compact", [False, True])
def test_each_digest_is_known_by_its_last_line(page: str, *, compact: bool) -> None:
    texts = Texts()
    digest = digest_page(read_page(page))
    assert ends_in_footer(render(digest, texts, compact=compact).html)
    assert not ends_in_footer(page)


@pytest.mark.parametrize(
    "line", ["", "read 1 of 2", "I read 2 of 2 links", "read 2 of 2 links, ha"]
)
def test_what_people_write_is_no_footer(line: str) -> None:
    assert not ends_in_footer(f"A page.\n{line}")


async def test_a_digest_that_is_forwarded_or_copied_is_not_digested_again(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    ben.forwards(digest)
    ben.says(digest["text"])
    await bot.idle()
    assert [m["text"].startswith(OWN) for m in telegram.said(ben.private)] == [True, True]


async def test_nor_is_any_other_view_of_it_that_is_forwarded(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    ann.presses(digest, "Comments")
    await bot.idle()
    forwarded = ben.forwards(telegram.now(digest))
    await bot.idle()
    ben.says("/digest", reply_to=forwarded)
    await bot.idle()
    assert [m["text"].startswith(OWN) for m in telegram.said(ben.private)] == [True, True]


async def test_digest_in_reply_to_a_forwarded_digest_says_so(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    ann.says("/digest", group, reply_to=ann.forwards(digest, group))
    await bot.idle()
    [refusal] = telegram.said(group)
    assert refusal["text"].startswith(OWN)


async def test_a_command_on_a_digest_that_was_forgotten_asks_for_the_page(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    ann.says("/forget")
    await bot.idle()
    ann.says("/comments", reply_to=digest)
    await bot.idle()
    assert telegram.said(ann.private)[-1]["text"].startswith("This page is not kept any more")

"""What the bot promises, and does with presses, where it is in no chat that it could check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.people import Person
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD
from tests.handlers.plain import plain
from tests.telegram import Running

GUEST = "In a chat that I am not in, @digest_bot in reply to a page gives its digest there, once."
INLINE = "Words typed after @digest_bot look through our private chat alone."


@pytest.mark.parametrize("label", ["Longer", "Comments", "Chart", "Export"])
async def test_a_press_below_a_message_that_telegram_does_not_show_changes_nothing(
    telegram: Telegram, bot: Running, ann: Person, label: str
) -> None:
    ann.says(BREAD)
    digest = await telegram.next_message(ann.private)
    await bot.idle()
    telegram.world.elsewhere.messages[ann.private.id, digest["message_id"]] = "inline"
    note = await telegram.answer_to(ann.presses(digest, label))
    await bot.idle()
    assert note["show_alert"]
    assert note["text"].startswith("This button can do nothing here")
    assert telegram.said(ann.private) == [digest]


@pytest.mark.parametrize("data", ["1:example", "1:list:0:-", "1:open:1:abc", "forged"])
async def test_no_forged_press_makes_the_bot_say_anything_in_private(
    telegram: Telegram, bot: Running, ann: Person, data: str
) -> None:
    ann.says("hello")
    message = await telegram.next_message(ann.private)
    telegram.world.elsewhere.messages[ann.private.id, message["message_id"]] = "inline"
    note = await telegram.answer_to(ann.press_data(message, data))
    await bot.idle()
    assert note["text"].startswith("This button can do nothing here")
    assert telegram.said(ann.private) == [message]


@pytest.mark.parametrize("guests", [False, True])
@pytest.mark.parametrize("inline", [False, True])
async def test_privacy_says_what_holds_with_the_modes_that_are_on(
    telegram: Telegram, ann: Person, settings: Settings, guests: bool, inline: bool
) -> None:
    modes = replace(settings, guest_mode=guests, inline_mode=inline)
    async with conversation(telegram, modes) as bot:
        ann.says("/privacy")
        await bot.idle()
    (answer,) = telegram.said(ann.private)
    lines = plain(answer["text"]).splitlines()
    assert lines[0].endswith("Nothing is sent to anyone else.")
    promised = [promise for promise in (GUEST, INLINE) if promise in _begun(lines)]
    assert promised == [promise for promise, is_on in ((GUEST, guests), (INLINE, inline)) if is_on]
    assert len(lines) == 1 + guests + inline


async def test_guests_and_those_who_type_read_the_language_of_their_telegram(
    telegram: Telegram, ann: Person, settings: Settings
) -> None:
    ann.user["language_code"] = "de"
    circle = telegram.group("Book circle", ann)
    del circle.members[telegram.world.bot["id"]]
    modes = replace(settings, guest_mode=True, inline_mode=True)
    async with conversation(telegram, modes) as bot:
        ann.says("@digest_bot", circle, reply_to=ann.says(BREAD, circle))
        offered = await telegram.answer_to(ann.types("bread"))
        await bot.idle()
    (answer,) = telegram.said(circle)
    assert "Zusammenfassung" in answer["text"]
    assert offered["button"]["text"] == "Nichts zu zeigen aus unserem Chat"


def _begun(lines: list[str]) -> list[str]:
    """The first sentence of each line."""
    return [line.partition(". ")[0] + "." for line in lines]

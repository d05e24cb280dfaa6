"""Updates that several machines have taken, whose numbers do not only increase."""

from __future__ import annotations

from telegram import Update

from bot.local.telegram import Telegram
from bot.local.world.people import Person
from tests.handlers.pages import BREAD
from tests.telegram import Running


async def test_an_edit_that_was_overtaken_by_anothers_message_changes_the_reply(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    application = bot.application
    [message] = ann.pastes(BREAD)
    await bot.idle()
    edited = {**message, "text": BREAD.replace("bread", "dough"), "edit_date": message["date"] + 9}
    another = telegram.person("Ben").says(BREAD)
    await bot.idle()
    for number, kind, body in (
        (1_001, "message", {**another, "message_id": another["message_id"] + 100}),
        (1_000, "edited_message", edited),
    ):
        update = Update.de_json({"update_id": number, kind: body}, application.bot)
        await application.update_queue.put(update)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "How dough rises" in reply["text"]

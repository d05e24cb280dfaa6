"""Who may use the bot: people in private, whoever asks in some groups, nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from handlers.permissions import Allowlist
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD

ANN, BEN = 5, 6
OURS, THEIRS = -100, -200


@pytest.mark.parametrize(
    ("users", "groups", "allowed"),
    [
        ((), (), {ANN, BEN, OURS, THEIRS}),
        ((ANN,), (), {ANN}),
        ((), (OURS,), {OURS}),
        ((ANN,), (OURS,), {ANN, OURS}),
    ],
)
def test_people_are_let_in_in_private_and_groups_as_a_whole(
    users: tuple[int, ...], groups: tuple[int, ...], allowed: set[int]
) -> None:
    allowlist = Allowlist(frozenset(users), frozenset(groups))
    assert {chat for chat in (ANN, BEN, OURS, THEIRS) if allowlist.allows(chat)} == allowed


async def test_who_was_let_in_once_gets_nothing_by_an_old_button(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        ann.pastes(BREAD)
        reply = await telegram.next_message(ann.private)
        await bot.idle()
    before = telegram.now(reply)
    private = replace(settings, allowed_users=frozenset({BEN}))
    async with conversation(telegram, private) as bot:
        presses = [ann.presses(reply, label) for label in ("Export", "Chart", "Longer")]
        forged = ann.press_data(reply, "1:erase:5:abc")
        await bot.idle()
        for press in (*presses, forged):
            answer = await telegram.answer_to(press)
            assert f"adds {ann.private.id} to ALLOWED_USERS" in answer["text"]
    assert telegram.said(ann.private) == [before]


async def test_a_group_that_is_not_let_in_is_told_how_it_can_be(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    private = replace(settings, allowed_users=frozenset({ann.private.id}))
    async with conversation(telegram, private) as bot:
        group = telegram.group("Bakers", ann)
        ann.removes_bot(group)
        ann.adds_bot(group)
        await bot.idle()
        ann.says("/digest", group, reply_to=ann.says(BREAD, group))
        await bot.idle()
        [refusal] = telegram.said(group)
        assert f"adds {group.id} to ALLOWED_CHATS" in refusal["text"]

"""The running program governed by whoever runs it: in a private chat, a terminal, by SIGHUP."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import psutil
import pytest

from bot.local.server import Site
from bot.local.telegram import Telegram
from bot.storage.bans import LOOK_SECONDS
from tests.bot.process import at_work, environment, program, telegram_over_http
from tests.handlers.pages import BREAD


async def terminal(site: Site, folder: Path, *words: str) -> str:
    """What a command of the program says."""
    async with program(environment(site, folder), ("-m", "bot", *words)) as command:
        assert await command.end() == 0, command.output
    return command.output


async def test_operators_ban_and_unban_in_a_private_chat_and_for_others_there_is_no_such_command(
    site: Site, tmp_path: Path
) -> None:
    telegram = site.telegram
    ann, eve = telegram.person("Ann"), telegram.person("Eve")
    async with at_work(site, tmp_path, ADMINS=str(ann.private.id)):
        ann.says(f"/ban {eve.private.id}")
        assert "is banned" in (await telegram.next_message(ann.private))["text"]
        eve.says(BREAD)
        ann.says(f"/ban {ann.private.id}")
        assert "take the id out of ADMINS" in (await telegram.next_message(ann.private))["text"]
        ann.says("/ban everybody")
        assert "Say whom: /ban and" in (await telegram.next_message(ann.private))["text"]
        assert not telegram.said(eve.private)
        ann.says(f"/unban {eve.private.id}")
        assert "may use the bot again" in (await telegram.next_message(ann.private))["text"]
        eve.says(f"/ban {ann.private.id}")
        assert "do not know" in (await telegram.next_message(eve.private))["text"]
        for person, is_told in ((ann, True), (eve, False)):
            person.says("/help")
            text = (await telegram.next_message(person.private))["text"]
            assert ("/purge - remove all" in text) == is_told
        ann.says("/stats")
        assert "Updates: 9 (message 9)" in (await telegram.next_message(ann.private))["text"]


async def test_what_the_terminal_bans_and_purges_the_running_bot_follows_within_a_second(
    site: Site, tmp_path: Path
) -> None:
    telegram = site.telegram
    eve = telegram.person("Eve")
    async with at_work(site, tmp_path):
        eve.says(BREAD)
        await telegram.next_message(eve.private)
        assert "is banned" in await terminal(site, tmp_path, "admin", "ban", str(eve.private.id))
        await asyncio.sleep(LOOK_SECONDS)
        eve.says("/start")
        assert "Banned: 1" in await terminal(site, tmp_path, "admin", "stats")
        purge = "admin", "purge", str(eve.private.id)
        assert "what 1 message showed" in await terminal(site, tmp_path, *purge)
        assert "Nothing was kept of" in await terminal(site, tmp_path, *purge)
        assert "Pages kept: 0" in await terminal(site, tmp_path, "admin", "stats")
        await terminal(site, tmp_path, "admin", "unban", str(eve.private.id))
        await asyncio.sleep(LOOK_SECONDS)
        eve.says("/help")
        assert "/digest" in (await telegram.next_message(eve.private))["text"]
    assert len(telegram.said(eve.private)) == 2


async def test_a_banned_group_is_not_answered_whoever_asks(site: Site, tmp_path: Path) -> None:
    telegram = site.telegram
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    async with at_work(site, tmp_path, ADMINS=str(ann.private.id)):
        ann.says(f"/ban {group.id}")
        assert "is banned" in (await telegram.next_message(ann.private))["text"]
        ann.says(f"/digest@digest_bot {BREAD}", group)
        ann.says("/help")
        await telegram.next_message(ann.private)
    assert not telegram.said(group)


async def test_at_sighup_the_running_bot_follows_its_file_and_says_what_has_to_wait(
    site: Site, tmp_path: Path
) -> None:
    telegram = site.telegram
    ann = telegram.person("Ann")
    file = tmp_path / ".env"
    async with at_work(site, tmp_path) as bot:
        file.write_text("ALLOWED_USERS=5\nWORKERS=7\nMAX_PARTS=9\n")
        bot.child.send_signal(signal.SIGHUP)
        line = await bot.writes("SIGHUP")
        assert "changed ALLOWED_USERS; at the next start MAX_PARTS" in line
        ann.says(BREAD)
        assert "private" in (await telegram.next_message(ann.private))["text"]
        file.write_text(f"ALLOWED_USERS={ann.private.id}\nADMINS={ann.private.id}\n")
        bot.child.send_signal(signal.SIGHUP)
        assert "ADMINS" in await bot.writes("SIGHUP: changed")
        ann.says("/stats")
        assert "Updates" in (await telegram.next_message(ann.private))["text"]
        file.write_text("ALLOWED_USERS=everybody\n")
        bot.child.send_signal(signal.SIGHUP)
        assert "ALLOWED_USERS must be numbers" in await bot.writes("all stays as it is")
        ann.says("/stats")
        assert "Updates" in (await telegram.next_message(ann.private))["text"]
        assert await bot.stop() == 0


async def test_two_bots_with_two_tokens_on_one_host_do_not_meet(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    async with telegram_over_http() as one, telegram_over_http() as two:
        two.token = "4200000002:another-telegram-without-any-secret"
        async with at_work(one, folders[0]), at_work(two, folders[1]):
            for site in (one, two):
                guest = site.telegram.person("Guest")
                guest.says(BREAD)
                reply = await site.telegram.next_message(guest.private)
                assert "How bread rises" in reply["text"]
                assert len(site.telegram.said(guest.private)) == 1


async def test_the_settings_in_force_are_shown_with_their_places_and_without_secrets(
    site: Site, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("MAX_PARTS=9\nWEBHOOK_SECRET=hush\nGROUP_QUOTAS=-5:7\n")
    said = (await terminal(site, tmp_path, "config")).splitlines()
    assert "MAX_PARTS=9  (.env)" in said
    assert "GROUP_QUOTAS=-5:7  (.env) *" in said
    assert "WORKERS=1  (environment)" in said
    assert "JOB_MB=512  (default)" in said
    assert "WEBHOOK_SECRET=***  (.env)" in said
    assert not [line for line in said if "hush" in line or site.token in line]


@pytest.mark.skipif(sys.platform != "linux", reason="needs another process's limits")
async def test_the_operators_chat_is_told_of_start_new_errors_and_stop_once_each(
    site: Site, tmp_path: Path
) -> None:
    telegram: Telegram = site.telegram
    ann, eve = telegram.person("Ann"), telegram.person("Eve")
    async with at_work(site, tmp_path, ADMIN_CHAT=str(ann.private.id)) as bot:
        assert "has started" in (await telegram.next_message(ann.private))["text"]
        child = psutil.Process(bot.child.pid)
        limits = child.rlimit(psutil.RLIMIT_FSIZE)
        child.rlimit(psutil.RLIMIT_FSIZE, (1_024, limits[1]))
        eve.says(BREAD)
        told = (await telegram.next_message(ann.private))["text"]
        assert told.startswith("WARNING bot.storage.best_effort: ")
        child.rlimit(psutil.RLIMIT_FSIZE, limits)
        await telegram.next_message(eve.private)
        assert await bot.stop() == 0
    lines = [message["text"] for message in telegram.said(ann.private)]
    assert lines[-1] == "@digest_bot stops"
    assert len(lines) == len(set(lines))
    assert not [line for line in lines if "bread" in line.lower()]

"""Each chat is answered in its language: the one chosen there, else that of whoever asks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.config import Settings
from bot.local.errors import BotApiError
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person
from bot.storage.database import Statement
from bot.storage.store import Bounds, Store
from handlers.answers import COMMANDS, publish
from handlers.chat_settings import ChatSettings
from handlers.message.language_codes import languages
from handlers.message.texts import Texts
from tests.handlers.pages import BREAD
from tests.telegram import Running

GERMAN = Texts("de")


@pytest.fixture
def eva(telegram: Telegram) -> Person:
    return telegram.person("Eva", language="de-AT")


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann")


def buttons(message: JSON) -> list[str]:
    return [each["text"] for row in message["reply_markup"]["inline_keyboard"] for each in row]


async def last(telegram: Telegram, bot: Running, chat: Chat) -> JSON:
    await bot.idle()
    message: JSON = telegram.now(telegram.said(chat)[-1])
    return message


async def test_a_person_is_answered_in_their_own_language(
    telegram: Telegram, bot: Running, eva: Person, ann: Person
) -> None:
    for person in (eva, ann):
        person.pastes(BREAD)
    german, english = [await last(telegram, bot, one.private) for one in (eva, ann)]
    assert "Zusammenfassung" in german["text"]
    assert GERMAN("button-export") in buttons(german)
    assert "Summary" in english["text"]


async def test_a_digest_is_kept_once_for_readers_of_all_languages(
    telegram: Telegram, bot: Running, settings: Settings, eva: Person, ann: Person
) -> None:
    for person in (ann, eva):
        person.pastes(BREAD)
        await bot.idle()
    with closing(sqlite3.connect(settings.database_path)) as database:
        assert database.execute("SELECT count(*) FROM digests").fetchone() == (1,)


async def test_a_press_a_refusal_and_a_command_are_answered_in_it_too(
    telegram: Telegram, bot: Running, eva: Person
) -> None:
    eva.pastes(BREAD)
    digest = await last(telegram, bot, eva.private)
    eva.presses(digest, GERMAN("button-comments"))
    shown = await last(telegram, bot, eva.private)
    assert GERMAN("button-back") in buttons(shown)
    eva.sends_file("page.png", b"\x89PNG\r\n\x1a\n" + bytes(99))
    refused = await last(telegram, bot, eva.private)
    assert refused["text"] == GERMAN("unreadable.picture")
    eva.says("/help")
    helped = await last(telegram, bot, eva.private)
    assert f"/digest - {GERMAN('commands.digest')}" in helped["text"]


async def test_words_typed_below_a_digest_may_be_of_the_language_or_english(
    telegram: Telegram, bot: Running, eva: Person
) -> None:
    eva.pastes(BREAD)
    digest = await last(telegram, bot, eva.private)
    eva.says("3", reply_to=digest)
    short = (await last(telegram, bot, eva.private))["text"]
    eva.says("länger", reply_to=digest)
    long = (await last(telegram, bot, eva.private))["text"]
    eva.says("Shorter", reply_to=digest)
    assert "3 von" in short
    assert (await last(telegram, bot, eva.private))["text"] != long != short
    eva.says("Wie lange ruht der Teig")
    assert (await last(telegram, bot, eva.private))["text"] != GERMAN("about-digest")


async def test_a_chat_can_choose_another_language_by_its_own_name(
    telegram: Telegram, bot: Running, eva: Person
) -> None:
    eva.says("/language")
    offer = await last(telegram, bot, eva.private)
    assert offer["text"] == GERMAN("language-choose")
    assert {"✓ Deutsch", "English"} <= {*buttons(offer)}
    eva.presses(offer, "English")
    assert (await last(telegram, bot, eva.private))["text"] == Texts()("language-set")
    eva.says("/privacy")
    assert "I keep what I need" in (await last(telegram, bot, eva.private))["text"]


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("/language de", "de"),
        ("/language DEUTSCH", "de"),
        ("/language german", "de"),
        ("/Language arabisch", "ar"),
        ("/language 中文", "zh-hans"),
    ],
)
async def test_the_command_chooses_a_language_by_its_code_or_name(
    telegram: Telegram, bot: Running, eva: Person, named: str, code: str
) -> None:
    eva.says(named)
    chosen = Texts(code)
    assert (await last(telegram, bot, eva.private))["text"] == (
        chosen.mark + chosen("language-set")
    )
    eva.says("/privacy")
    said = (await last(telegram, bot, eva.private))["text"]
    assert said.startswith(chosen.mark + chosen("privacy", n=30)[:20])


@pytest.mark.parametrize("named", ["/language Klingon", "/language xx", "/language ?"])
async def test_of_a_language_that_there_is_not_the_command_offers_all(
    telegram: Telegram, bot: Running, eva: Person, named: str
) -> None:
    eva.says(named)
    offer = await last(telegram, bot, eva.private)
    assert offer["text"] == GERMAN("language-choose")
    assert "English" in buttons(offer)


async def test_a_named_language_that_cannot_be_kept_is_said_so(
    telegram: Telegram, bot: Running, settings: Settings, eva: Person
) -> None:
    await bot.idle()
    with closing(sqlite3.connect(settings.database_path)) as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON settings BEGIN SELECT RAISE(FAIL, 'full'); END"
        )
    eva.says("/language en")
    assert (await last(telegram, bot, eva.private))["text"] == GERMAN("settings-failed")


async def test_forget_lets_the_chat_have_the_language_of_who_asks_again(
    telegram: Telegram, bot: Running, eva: Person
) -> None:
    eva.says("/language")
    eva.presses(await last(telegram, bot, eva.private), "English")
    await bot.idle()
    eva.says("/forget")
    assert "Forgotten" in (await last(telegram, bot, eva.private))["text"]
    eva.says("/privacy")
    assert "Ich behalte" in (await last(telegram, bot, eva.private))["text"]


async def test_a_group_is_answered_in_the_language_of_who_added_the_bot(
    telegram: Telegram, bot: Running, eva: Person, ann: Person
) -> None:
    group = telegram.group("Bakers", eva, ann)
    group.members.pop(telegram.world.bot["id"])
    eva.adds_bot(group)
    assert (await last(telegram, bot, group))["text"] == GERMAN("hello")
    ann.says("/digest " + BREAD, group)
    assert "Zusammenfassung" in (await last(telegram, bot, group))["text"]


async def test_only_admins_choose_the_language_of_a_group(
    telegram: Telegram, bot: Running, eva: Person, ann: Person
) -> None:
    group = telegram.group("Bakers", eva, ann)
    ann.says("/language", group)
    assert (await last(telegram, bot, group))["text"] == Texts()("settings-others")
    ann.says("/language en", group)
    assert (await last(telegram, bot, group))["text"] == Texts()("settings-others")
    eva.says("/language", group)
    offer = await last(telegram, bot, group)
    ann.presses(offer, "English")
    await bot.idle()
    assert telegram.now(offer)["text"] == GERMAN("language-choose")
    eva.presses(offer, "English")
    await bot.idle()
    assert telegram.now(offer)["text"] == Texts()("language-set")
    eva.says("/digest " + BREAD, group)
    assert "Summary" in (await last(telegram, bot, group))["text"]


async def test_a_digest_in_another_language_is_known_as_the_bots_own(
    telegram: Telegram, bot: Running, eva: Person, ann: Person
) -> None:
    eva.pastes(BREAD)
    digest = await last(telegram, bot, eva.private)
    ann.says(digest["text"])
    assert (await last(telegram, bot, ann.private))["text"] == Texts()("own-message")


async def test_the_menus_are_shown_in_each_language_and_set_only_where_they_differ(
    telegram: Telegram, bot: Running
) -> None:
    await publish(bot.application.bot)
    sent = [call for call in telegram.calls if call.method == "setMyCommands"]
    german = [call for call in sent if call.params.get("language_code") == "de"]
    assert len(sent) == 3 * len(languages())
    assert len(german) == 3
    described = {c["description"] for menu in telegram.world.commands.values() for c in menu}
    assert {GERMAN(f"commands.{c.name}") for c in COMMANDS} <= described
    await publish(bot.application.bot)
    assert len([c for c in telegram.calls if c.method == "setMyCommands"]) == len(sent)


async def test_what_the_bot_is_stands_in_each_language_and_once(
    telegram: Telegram, bot: Running
) -> None:
    await publish(bot.application.bot)
    told = telegram.world.profile
    assert told["short_description"] == Texts()("about")
    assert told["short_description:de"] == GERMAN("about")
    assert GERMAN("start").startswith(told["description:de"])
    calls = len([call for call in telegram.calls if call.method.startswith("setMy")])
    await publish(bot.application.bot)
    assert len([c for c in telegram.calls if c.method.startswith("setMy")]) == calls


async def test_what_an_operator_says_of_the_bot_is_left(telegram: Telegram, bot: Running) -> None:
    telegram.world.profile["short_description"] = "Ours, for the film club."
    await publish(bot.application.bot)
    own = {k: v for k, v in telegram.world.profile.items() if k.startswith("short")}
    assert own == {"short_description": "Ours, for the film club."}


async def test_what_is_chosen_follows_a_group_and_is_forgotten_with_it(tmp_path: Path) -> None:
    async with Store.open(tmp_path / "digests.sqlite", Bounds()) as store:
        assert await store.settings.of(-1) == ChatSettings()
        assert await store.settings.keep(-1, ChatSettings("de"))
        await store.move(-1, -1001)
        assert [await store.settings.of(chat) for chat in (-1, -1001)] == [
            ChatSettings(),
            ChatSettings("de"),
        ]
        await store.forget(-1001)
        assert await store.settings.of(-1001) == ChatSettings()


async def test_settings_of_a_later_version_are_read_as_far_as_they_are_known(
    tmp_path: Path,
) -> None:
    path = tmp_path / "digests.sqlite"
    async with Store.open(path, Bounds()) as store:
        await store.settings.keep(7, ChatSettings("de"))
        await store.database.write(
            Statement("UPDATE settings SET json = ?", (b'{"language":"de","tone":"dry"}',))
        )
        assert await store.settings.of(7) == ChatSettings("de")
        await store.database.write(Statement("UPDATE settings SET json = ?", (b"[]",)))
        assert await store.settings.of(7) == ChatSettings()


async def test_a_menu_that_is_refused_leaves_the_others_and_is_logged(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.refuse(BotApiError(400, "Bad Request: not here"), "setMyCommands", times=1)
    await publish(bot.application.bot)
    assert len(telegram.world.commands) == 3 * len(languages()) - 1
    assert "1 menus were refused, the first in" in caplog.text


async def test_a_language_that_there_is_no_more_leaves_that_of_whoever_asks(
    telegram: Telegram, bot: Running, settings: Settings, eva: Person
) -> None:
    eva.says("/language")
    eva.presses(await last(telegram, bot, eva.private), "Français")
    await bot.idle()
    with closing(sqlite3.connect(settings.database_path)) as database, database:
        changed = database.execute("UPDATE settings SET json = ?", (b'{"language":"tlh"}',))
        assert changed.rowcount == 1
    eva.pastes(BREAD)
    assert GERMAN("summary") in (await last(telegram, bot, eva.private))["text"]


async def test_marks_of_values_in_somebodys_words_stay_as_they_are(
    telegram: Telegram, bot: Running, eva: Person
) -> None:
    title = "{n} loaves {0} and {words} %s"
    eva.pastes(BREAD.replace("How bread rises", title))
    assert title in (await last(telegram, bot, eva.private))["text"]

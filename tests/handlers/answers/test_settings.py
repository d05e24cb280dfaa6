"""What is chosen for a chat by /settings, and what its answers are like then."""

from __future__ import annotations

import pytest

from bot.local.telegram import Telegram
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person
from handlers.message.texts import Texts
from tests.handlers.pages import BREAD, long_page
from tests.telegram import Running

SAY = Texts()


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann")


def buttons(message: JSON) -> list[str]:
    return [each["text"] for row in message["reply_markup"]["inline_keyboard"] for each in row]


async def last(telegram: Telegram, bot: Running, chat: Chat) -> JSON:
    await bot.idle()
    message: JSON = telegram.now(telegram.said(chat)[-1])
    return message


async def test_the_settings_are_shown_with_a_button_each(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    group = telegram.group("Bakers", ann)
    for chat in (ann.private, group):
        ann.says("/settings", chat)
    private = await last(telegram, bot, ann.private)
    grouped = await last(telegram, bot, group)
    shown = [SAY("settings-language", name="English"), SAY("settings-length-free"),
             SAY("settings-no-authors")]  # fmt: skip
    assert buttons(private) == shown
    assert buttons(grouped) == [*shown, SAY("settings-compact")]


async def test_the_usual_length_is_chosen_by_pressing_on(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.pastes(long_page())
    before = await last(telegram, bot, ann.private)
    ann.says("/settings")
    menu = await last(telegram, bot, ann.private)
    ann.presses(menu, "Length")
    assert "Length: 3 sentences" in buttons(await last(telegram, bot, ann.private))
    ann.pastes(long_page())
    assert "Summary 3 of" in (await last(telegram, bot, ann.private))["text"]
    assert "Summary 3 of" not in before["text"]
    for _ in range(5):
        ann.presses(menu, "Length")
        await bot.idle()
    assert SAY("settings-length-free") in buttons(telegram.now(menu))


async def test_names_of_commenters_are_shown_where_a_chat_wants_them(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    ann.says("/settings")
    ann.presses(await last(telegram, bot, ann.private), "Names")
    assert SAY("settings-authors") in buttons(await last(telegram, bot, ann.private))
    for person in (ann, ben):
        person.pastes(BREAD)
    named, unnamed = [(await last(telegram, bot, one.private))["text"] for one in (ann, ben)]
    assert "(@" in named
    assert "(@" not in unnamed


async def test_a_group_may_want_whole_digests(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    short = (await last(telegram, bot, group))["text"]
    ann.says("/settings", group)
    ann.presses(await last(telegram, bot, group), SAY("settings-compact"))
    await bot.idle()
    ann.says("/digest " + BREAD, group)
    assert len((await last(telegram, bot, group))["text"]) > len(short)


async def test_the_language_is_chosen_there_too(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("/settings")
    menu = await last(telegram, bot, ann.private)
    ann.presses(menu, "Language")
    await bot.idle()
    assert telegram.now(menu)["text"] == SAY("language-choose")
    ann.presses(menu, "Deutsch")
    await bot.idle()
    assert telegram.now(menu)["text"] == Texts("de")("language-set")


async def test_in_a_group_only_admins_choose(telegram: Telegram, bot: Running, ann: Person) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    ben.says("/settings", group)
    assert (await last(telegram, bot, group))["text"] == SAY("settings-others")
    ann.says("/settings", group)
    menu = await last(telegram, bot, group)
    press = ben.presses(menu, "Length")
    await bot.idle()
    assert press["answer"]["text"] == SAY("settings-others")
    assert telegram.now(menu)["reply_markup"] == menu["reply_markup"]


@pytest.mark.parametrize("data", ["1:setting:1:colour", "1:language:0:qq"])
async def test_a_choice_that_there_is_not_is_refused(
    telegram: Telegram, bot: Running, ann: Person, data: str
) -> None:
    ann.says("/settings")
    press = ann.press_data(await last(telegram, bot, ann.private), data)
    await bot.idle()
    assert press["answer"]["text"] == SAY("press-unknown")

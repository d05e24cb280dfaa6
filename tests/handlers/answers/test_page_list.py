"""Several pages in one message or file: a list with a button for each, the first digested."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.local.telegram import Telegram
from bot.local.world.chats import JSON
from bot.local.world.people import Person, labels
from tests.handlers.pages import BEES, BREAD
from tests.summarizer.containers.packing import packed
from tests.telegram import Running

BOATS = BREAD.replace("How bread rises", "Warum Boote schwimmen").replace("Yeast", "Ein Boot")
TITLES = ("How bread rises", "How bees fly home", "Warum Boote schwimmen")
PAGES = (BREAD, BEES, BOATS)


async def test_each_of_two_pasted_pages_gets_a_button_and_the_first_a_digest(
    telegram: Telegram, bot: Running
) -> None:
    ann = await _with_two_pages(telegram, bot)
    listed, digest = telegram.said(ann.private)
    assert "2 pages" in listed["text"]
    assert labels(listed) == ["1. How bread rises", "2. How bees fly home"]
    assert _title(digest) == "How bread rises"
    ann.presses(listed, "2.")
    await bot.idle()
    assert _title(telegram.said(ann.private)[2]) == "How bees fly home"


async def test_videos_in_an_archive_are_not_merged(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    names = ("bread.txt", "bees.txt", "boote.txt")
    ann.sends_file("pages.zip", packed(dict(zip(names, PAGES, strict=True))))
    await bot.idle()
    listed, digest = telegram.said(ann.private)
    assert sorted(label[3:] for label in labels(listed)) == sorted(TITLES)
    assert "7 sentences" in digest["text"]
    assert "3 comments" in digest["text"]
    for number in "123":
        ann.presses(listed, f"{number}.")
    await bot.idle()
    answers = telegram.said(ann.private)[2:]
    assert [f"{n}. {_title(each)}" for n, each in enumerate(answers, 1)] == labels(listed)


async def test_the_digest_of_another_page_has_buttons_of_its_own(
    telegram: Telegram, bot: Running
) -> None:
    ann = await _with_two_pages(telegram, bot)
    listed, _ = telegram.said(ann.private)
    ann.presses(listed, "2.")
    await bot.idle()
    bees = telegram.said(ann.private)[2]
    ann.presses(bees, "Longer")
    await bot.idle()
    assert telegram.now(bees)["text"] != bees["text"]
    assert telegram.now(listed)["text"] == listed["text"]


async def test_a_length_said_after_two_pages_changes_the_digest_and_not_the_list(
    telegram: Telegram, bot: Running
) -> None:
    ann = await _with_two_pages(telegram, bot)
    listed, digest = telegram.said(ann.private)
    ann.says("7")
    await bot.idle()
    assert telegram.now(listed)["text"] == listed["text"]
    assert "7 of 7" in telegram.now(digest)["text"]


async def test_pages_that_came_before_are_listed_again_when_they_come_again(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    for _ in range(2):
        ann.sends_file("two.txt", f"{BREAD}\n\n{BEES}".encode())
        await bot.idle()
    listed = telegram.said(ann.private)[::2]
    assert [labels(each) for each in listed] == [labels(listed[0])] * 2


@pytest.mark.parametrize("number", [0, 3, 99999])
async def test_a_button_for_a_page_that_never_came_does_nothing(
    telegram: Telegram, bot: Running, number: int
) -> None:
    ann = await _with_two_pages(telegram, bot)
    listed, _ = telegram.said(ann.private)
    ann.press_data(listed, _data(listed)[0].replace(":1:", f":{number}:"))
    await bot.idle()
    assert len(telegram.said(ann.private)) == 2


async def test_nobody_else_in_a_group_presses_the_list(telegram: Telegram, bot: Running) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    group = telegram.group("Friends", ann, ben)
    page = ann.sends_file("two.txt", f"{BREAD}\n\n{BEES}".encode(), chat=group)
    ann.says("/digest", chat=group, reply_to=page)
    await bot.idle()
    listed, _ = telegram.said(group)
    ben.presses(listed, "2.")
    await bot.idle()
    assert len(telegram.said(group)) == 2
    ann.presses(listed, "2.")
    await bot.idle()
    assert len(telegram.said(group)) == 3


async def test_the_list_is_forgotten_with_its_pages(telegram: Telegram, bot: Running) -> None:
    ann = await _with_two_pages(telegram, bot)
    listed, _ = telegram.said(ann.private)
    ann.says("/forget")
    await bot.idle()
    pressed = ann.presses(listed, "2.")
    await bot.idle()
    assert "answer" in pressed
    assert len(telegram.said(ann.private)) == 3


async def test_all_data_of_a_list_fits_into_a_button(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    titles = {
        name: f"How {name} rises" for name in ("bun", "cake", "rye", *map(chr, range(97, 106)))
    }
    pages = {f"{name}.txt": BREAD.replace(TITLES[0], title) for name, title in titles.items()}
    ann.sends_file("many.zip", packed(pages))
    await bot.idle()
    listed, _ = telegram.said(ann.private)
    assert len(labels(listed)) == 10
    assert "more than 10" in listed["text"]
    assert all(len(each.encode()) <= 64 for each in _data(listed))


async def test_a_file_of_an_album_with_two_pages_gets_its_list(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    two = f"{BREAD}\n\n{BEES}".encode()
    ann.sends_album([("two.txt", two), ("boote.txt", BOATS.encode())])
    await bot.idle()
    listed = next(each for each in telegram.said(ann.private) if "2 pages" in each["text"])
    assert labels(listed) == ["1. How bread rises", "2. How bees fly home"]
    titles = [_title(each) for each in telegram.said(ann.private) if each is not listed]
    assert sorted(titles) == ["How bread rises", "Warum Boote schwimmen"]


async def _with_two_pages(telegram: Telegram, bot: Running) -> Person:
    """Ann, who has pasted two pages as one text."""
    ann = telegram.person("Ann")
    ann.pastes(f"{BREAD}\n\n{BEES}")
    await bot.idle()
    return ann


def _data(message: JSON) -> Sequence[str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]


def _title(message: JSON) -> str:
    first: str = message["text"].partition("\n")[0]
    return first.strip("\u2068\u2069")

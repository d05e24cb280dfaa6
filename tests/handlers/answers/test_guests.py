"""What the bot does as a guest: in reply to a page, in a chat that it is not in."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.errors import bad_request, forbidden
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person
from bot.storage.inbox import inbox_path
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD, VIDEO, long_page
from tests.handlers.plain import plain
from tests.telegram import Running


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, guest_mode=True)


@pytest.fixture
def circle(telegram: Telegram, ann: Person) -> Chat:
    return outside(telegram, ann)


@pytest.fixture
def asked(ann: Person, circle: Chat) -> JSON:
    """A page in the circle, and the bot's name in reply to it."""
    return ann.says("@digest_bot", circle, reply_to=ann.says(BREAD, circle))


@pytest.fixture
async def bot(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    async with conversation(telegram, settings) as bot:
        yield bot


def outside(telegram: Telegram, *people: Person) -> Chat:
    """A group that the bot is not in."""
    circle = telegram.supergroup("Book circle", *people)
    del circle.members[telegram.world.bot["id"]]
    return circle


async def said(telegram: Telegram, bot: Running, chat: Chat) -> list[str]:
    await bot.idle()
    return [plain(message["text"]) for message in telegram.said(chat)]


def kept(settings: Settings) -> bytes:
    """All bytes of the bot's files."""
    folder = settings.database_path.parent
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


async def test_a_page_replied_to_is_digested_once_without_buttons_below_the_request(
    telegram: Telegram, circle: Chat, asked: JSON, bot: Running
) -> None:
    await bot.idle()
    (answer,) = telegram.said(circle)
    assert plain(answer["text"]).startswith("How bread rises")
    assert "7 of 7 sentences" in answer["text"]
    assert "reply_markup" not in answer
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]


async def test_nothing_of_a_guest_s_page_stays_in_any_file(
    telegram: Telegram, circle: Chat, asked: JSON, bot: Running, settings: Settings
) -> None:
    del asked
    assert await said(telegram, bot, circle)
    assert b"yeast" not in kept(settings)
    assert b"digest_bot" not in kept(settings)


async def test_a_guest_s_page_is_found_nowhere_later(
    telegram: Telegram, ann: Person, circle: Chat, asked: JSON, bot: Running
) -> None:
    del asked
    assert await said(telegram, bot, circle)
    ann.says("/history")
    assert await said(telegram, bot, ann.private) == ["No digest is kept in this chat."]
    ann.says("/find salt")
    answers = await said(telegram, bot, ann.private)
    assert answers[1] == "No page kept in this chat holds all these words."
    circle.members[telegram.world.bot["id"]] = "member"
    ann.says("/history", circle)
    assert (await said(telegram, bot, circle))[-1] == "No digest is kept in this chat."


@pytest.mark.parametrize("name", ["bread.txt", "bread.srt"])
async def test_a_file_is_read_too(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running, name: str
) -> None:
    file = (
        BREAD if name.endswith("txt") else "1\n00:00:00,000 --> 00:00:09,000\nYeast eats sugar.\n"
    )
    page = ann.sends_file(name, file.encode(), "", circle)
    ann.says("@Digest_Bot please", circle, reply_to=page)
    (answer,) = await said(telegram, bot, circle)
    assert "Yeast" in answer


async def test_a_page_or_a_file_that_names_the_bot_itself_is_digested(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running
) -> None:
    ann.says(f"@digest_bot {BREAD}", circle)
    ann.sends_file("bread.txt", BREAD.encode(), "@digest_bot", circle)
    answers = await said(telegram, bot, circle)
    assert [answer.splitlines()[0] for answer in answers] == ["How bread rises"] * 2


async def test_a_link_beside_the_name_is_opened_by_the_times(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running
) -> None:
    ann.says(f"@digest_bot {VIDEO}", circle, reply_to=ann.says(BREAD, circle))
    await bot.idle()
    (answer,) = telegram.said(circle)
    opened = [entity["url"] for entity in answer["entities"] if "url" in entity]
    assert any("AbCdEfGhIjK" in url and "t=6" in url for url in opened)


async def test_a_link_gives_the_digest_of_the_page_that_the_same_person_sent_in_private(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running
) -> None:
    ben = telegram.person("Ben")
    ann.says(VIDEO)
    ann.says(BREAD)
    await bot.idle()
    link = ben.says(f"look: {VIDEO}", circle)
    ben.says("@digest_bot", circle, reply_to=link)
    ann.says("@digest_bot", circle, reply_to=link)
    none, digest = await said(telegram, bot, circle)
    assert none.startswith("I do not open links")
    assert digest.startswith("How bread rises")


VOICE = {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}


@pytest.mark.parametrize("target", [None, {"text": "Nice one."}, VOICE])
async def test_what_is_no_page_is_told_how_to_ask(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running, target: JSON | None
) -> None:
    for words in ("@digest_bot", "@digest_bot thanks!"):
        ann.says(words, circle, reply_to=ann.sends(target, circle) if target else None)
    answers = await said(telegram, bot, circle)
    assert len(answers) == 2
    assert all(answer.startswith("Reply with @digest_bot to a copied page") for answer in answers)


async def test_its_own_digest_is_not_digested_again(
    telegram: Telegram, ann: Person, circle: Chat, asked: JSON, bot: Running
) -> None:
    del asked
    await bot.idle()
    (digest,) = telegram.said(circle)
    ann.says("@digest_bot", circle, reply_to=digest)
    assert (await said(telegram, bot, circle))[1].startswith("Reply with @digest_bot")


async def test_what_is_left_out_is_counted_and_nobody_is_sent_to_a_button(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running
) -> None:
    links = "\n".join(f"Source {n}: https://source{n}.example/paper" for n in range(30))
    page = long_page().replace("The recipe:", f"{links}\nThe recipe:")
    file = ann.sends_file("bread.txt", page.encode(), "", circle)
    ann.says("@digest_bot", circle, reply_to=file)
    (answer,) = await said(telegram, bot, circle)
    assert "more left out here" in answer
    for button in ("behind Comments", "behind Links", "Export"):
        assert button not in answer


async def test_quotas_count_for_the_person_wherever_they_are_a_guest(
    telegram: Telegram, ann: Person, circle: Chat, settings: Settings
) -> None:
    async with conversation(telegram, replace(settings, digests_an_hour=1)) as bot:
        page = ann.says(BREAD, circle)
        for _ in range(2):
            ann.says("@digest_bot", circle, reply_to=page)
            await bot.idle()
        first, second = await said(telegram, bot, circle)
        assert first.startswith("How bread rises")
        assert second.startswith("That is a lot of pages")


async def test_in_somebody_s_private_chat_the_other_one_s_quota_and_pages_are_untouched(
    telegram: Telegram, ann: Person, settings: Settings
) -> None:
    ben = telegram.person("Ben")
    async with conversation(telegram, replace(settings, digests_an_hour=1)) as bot:
        message = {"message_id": 5, "date": 1, "text": f"@digest_bot {BREAD}", "from": ann.user}
        chat = {"id": ben.user["id"], "type": "private", "first_name": "Ben"}
        guest = {**message, "chat": chat, "guest_query_id": "7"}
        telegram.world.elsewhere.guests["7"] = guest
        telegram.world.updates.add("guest_message", guest)
        await bot.idle()
        assert methods(telegram).count("answerGuestQuery") == 1
        ben.says(BREAD.replace("bread", "rye"))
        digests = await said(telegram, bot, ben.private)
        assert digests[-1].startswith("How rye rises")


@pytest.mark.parametrize(
    ("users", "chats", "first_words"),
    [
        ({"ann"}, set(), "How bread rises"),
        (set(), {"circle"}, "How bread rises"),
        ({"other"}, set(), "This bot is private."),
        (set(), {"other"}, "This bot is private."),
    ],
)
async def test_the_access_list_lets_people_in_or_a_whole_group(
    telegram: Telegram, settings: Settings, users: set[str], chats: set[str], first_words: str
) -> None:
    ann = telegram.person("Ann")
    circle = outside(telegram, ann)
    ids = {"ann": ann.user["id"], "circle": circle.id, "other": 99}
    people, groups = (frozenset(ids[who] for who in names) for names in (users, chats))
    named = replace(settings, allowed_users=people, allowed_chats=groups)
    async with conversation(telegram, named) as bot:
        ann.says("@digest_bot", circle, reply_to=ann.says(BREAD, circle))
        (answer,) = await said(telegram, bot, circle)
    assert answer.startswith(first_words)


async def test_who_is_banned_gets_no_answer_as_a_guest(
    telegram: Telegram, ann: Person, circle: Chat, settings: Settings
) -> None:
    boss = telegram.person("Boss")
    admins = frozenset({boss.user["id"]})
    async with conversation(telegram, replace(settings, admins=admins)) as bot:
        boss.says(f"/ban {ann.user['id']}")
        await bot.idle()
        ann.says("@digest_bot", circle, reply_to=ann.says(BREAD, circle))
        assert await said(telegram, bot, circle) == []


async def test_unless_the_operator_allows_it_a_guest_s_words_reach_no_file(
    telegram: Telegram, circle: Chat, asked: JSON, settings: Settings
) -> None:
    del asked
    async with conversation(telegram, replace(settings, guest_mode=False)) as bot:
        assert await said(telegram, bot, circle) == []
    with closing(sqlite3.connect(inbox_path(settings.database_path))) as inbox:
        assert inbox.execute("SELECT * FROM updates").fetchall() == []


async def test_a_query_that_telegram_knows_no_more_is_let_go_in_silence(
    telegram: Telegram,
    circle: Chat,
    asked: JSON,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
) -> None:
    del asked
    telegram.faults.refuse(
        bad_request("query is too old and response timeout expired or query ID is invalid"),
        "answerGuestQuery",
    )
    async with conversation(telegram, settings) as bot:
        assert await said(telegram, bot, circle) == []
    async with conversation(telegram, settings) as bot:
        assert await said(telegram, bot, circle) == []
    assert methods(telegram).count("answerGuestQuery") == 1
    assert not [record for record in caplog.records if record.levelname in {"ERROR", "WARNING"}]


async def test_an_answer_whose_receipt_was_lost_is_not_given_twice(
    telegram: Telegram, circle: Chat, asked: JSON, bot: Running
) -> None:
    del asked
    telegram.faults.lose_answer("answerGuestQuery")
    assert len(await said(telegram, bot, circle)) == 1


async def test_what_was_not_answered_when_the_bot_stopped_is_answered_after_the_next_start(
    telegram: Telegram, circle: Chat, asked: JSON, settings: Settings
) -> None:
    del asked
    telegram.faults.lose_call("answerGuestQuery", times=999)
    async with conversation(telegram, settings):
        await telegram.until(lambda: "answerGuestQuery" in methods(telegram))
    assert telegram.said(circle) == []
    telegram.faults.clear()
    async with conversation(telegram, settings) as bot:
        assert len(await said(telegram, bot, circle)) == 1


async def test_where_a_guest_may_not_write_no_chat_is_forgotten(
    telegram: Telegram, ann: Person, circle: Chat, bot: Running
) -> None:
    ann.says(BREAD)
    await bot.idle()
    telegram.faults.refuse(
        forbidden("bot was kicked from the supergroup chat"), "answerGuestQuery", 9
    )
    ann.says("@digest_bot", circle, reply_to=ann.says(BREAD, circle))
    await bot.idle()
    telegram.faults.clear()
    ann.says("/history")
    assert "1 digest kept here" in (await said(telegram, bot, ann.private))[-1]


async def test_where_the_admins_forbid_it_the_guest_is_told_in_private(
    telegram: Telegram, ann: Person, circle: Chat, asked: JSON, bot: Running
) -> None:
    del asked
    telegram.faults.refuse(bad_request("CHAT_SEND_INLINE_FORBIDDEN"), "answerGuestQuery", 2)
    (note,) = await said(telegram, bot, ann.private)
    assert note.startswith("Telegram does not let me write in that group")
    assert telegram.said(circle) == []


def methods(telegram: Telegram) -> list[str]:
    return [call.method for call in telegram.calls]

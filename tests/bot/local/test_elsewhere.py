"""Guests' and inline queries on the local Telegram: who learns of what, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local.errors import BotApiError
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person
from tests.bot.local.test_methods import ask, keyboard


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann")


@pytest.fixture
def circle(telegram: Telegram, ann: Person) -> Chat:
    circle = telegram.group("Book circle", ann)
    del circle.members[telegram.world.bot["id"]]
    return circle


def article(key: str = "1", text: str = "hello", **more: object) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    made = {"type": "article", "id": key, "title": "Hello", "input_message_content": content}
    return made | more


async def updates(telegram: Telegram) -> list[JSON]:
    received: list[JSON] = await ask(telegram, "getUpdates")
    return received


async def refused(telegram: Telegram, method: str, **fields: object) -> str:
    with pytest.raises(BotApiError) as refusal:
        await ask(telegram, method, **fields)
    return refusal.value.description


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("@digest_bot", True),
        ("please, @Digest_Bot!", True),
        ("@digest_bots", False),
        ("me@digest_bot", False),
        ("hello", False),
    ],
)
async def test_a_guest_learns_only_of_messages_with_its_name_and_what_they_reply_to(
    telegram: Telegram, ann: Person, circle: Chat, words: str, is_told: bool
) -> None:
    page = ann.says("a page", circle)
    ann.says(words, circle, reply_to=page)
    received = await updates(telegram)
    assert [update["guest_message"]["reply_to_message"] for update in received] == [page] * is_told


async def test_where_the_bot_is_a_member_or_no_guest_it_gets_no_guest_s_query(
    telegram: Telegram, ann: Person, circle: Chat
) -> None:
    ann.says("@digest_bot", telegram.group("Club", ann))
    telegram.world.bot["supports_guest_queries"] = False
    ann.says("@digest_bot", circle)
    assert [update for update in await updates(telegram) if "guest_message" in update] == []


async def test_a_guest_answers_once(telegram: Telegram, ann: Person, circle: Chat) -> None:
    asked = ann.says("@digest_bot", circle)
    (update,) = await updates(telegram)
    number = update["guest_message"]["guest_query_id"]
    answer = {"guest_query_id": number, "result": article(text="<b>hello</b>")}
    sent = await ask(telegram, "answerGuestQuery", **answer)
    (message,) = telegram.said(circle)
    assert (message["text"], message["entities"][0]["type"]) == ("hello", "bold")
    assert message["guest_bot_caller_user"] == ann.user
    assert message["reply_to_message"]["message_id"] == asked["message_id"]
    assert sent["inline_message_id"]
    assert "query is too old" in await refused(telegram, "answerGuestQuery", **answer)


@pytest.mark.parametrize(
    ("result", "description"),
    [
        (None, "result isn't specified"),
        (article(text=" "), "message text is empty"),
        (article(text="x" * 4097), "message is too long"),
        (article(text="<b>"), "can't parse entities"),
        (article(key=""), "RESULT_ID_INVALID"),
        (article(key="é" * 33), "RESULT_ID_INVALID"),
        (article(title=" "), "ARTICLE_TITLE_EMPTY"),
        (article(type="photo"), "RESULT_TYPE_INVALID"),
        (article(reply_markup=keyboard("x", data="d" * 65)), "BUTTON_DATA_INVALID"),
        ({"type": "article"}, "can't parse result JSON object"),
    ],
)
async def test_a_result_that_telegram_would_not_take_is_refused(
    telegram: Telegram, ann: Person, circle: Chat, result: JSON | None, description: str
) -> None:
    ann.says("@digest_bot", circle)
    (update,) = await updates(telegram)
    number = update["guest_message"]["guest_query_id"]
    fields = {"result": result} if result else {}
    answer = await refused(telegram, "answerGuestQuery", guest_query_id=number, **fields)
    assert description in answer
    assert telegram.said(circle) == []


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"results": [article(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
        ({"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"button": {"text": "", "start_parameter": "x"}}, "SWITCH_PM_TEXT_EMPTY"),
        ({"button": {"text": "x"}}, "START_PARAM_INVALID"),
        ({"button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        ({"inline_query_id": "?"}, "query is too old"),
    ],
)
async def test_an_answer_to_typed_words_that_telegram_would_not_take_is_refused(
    telegram: Telegram, ann: Person, fields: dict[str, Any], description: str
) -> None:
    query = ann.types("bread")
    given = {"inline_query_id": query["id"], "results": []} | fields
    assert description in await refused(telegram, "answerInlineQuery", **given)


@pytest.mark.parametrize("is_personal", [True, False])
async def test_telegram_answers_the_same_words_itself_for_a_while(
    telegram: Telegram, ann: Person, is_personal: bool
) -> None:
    query = ann.types("bread")
    given = {"results": [article()], "is_personal": is_personal, "cache_time": 60}
    await ask(telegram, "answerInlineQuery", inline_query_id=query["id"], **given)
    assert ann.types("bread")["answer"] == query["answer"]
    assert telegram.person("Ben").types("bread")["answer"] == (
        None if is_personal else query["answer"]
    )
    assert ann.types("rye")["answer"] is None


async def test_a_press_below_what_was_chosen_names_no_message(
    telegram: Telegram, ann: Person, circle: Chat
) -> None:
    query = ann.types("")
    result = article(reply_markup=keyboard("More"))
    await ask(telegram, "answerInlineQuery", inline_query_id=query["id"], results=[result])
    ann.presses(ann.chooses(query, 0, circle), "More")
    press = (await updates(telegram))[-1]["callback_query"]
    assert "message" not in press
    assert press["inline_message_id"]


@pytest.mark.parametrize("text", ["", "x" * 257])
async def test_a_button_copies_one_to_256_characters(
    telegram: Telegram, ann: Person, text: str
) -> None:
    button = {"text": "Copy", "copy_text": {"text": text}}
    fields = {"chat_id": ann.user["id"], "text": "x"}
    markup = {"inline_keyboard": [[button]]}
    answer = await refused(telegram, "sendMessage", **fields, reply_markup=markup)
    assert "BUTTON_COPY_TEXT_INVALID" in answer

"""The Bot API's methods, called as a bot calls them, refused in Telegram's words."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.local.errors import BotApiError
from bot.local.telegram import Telegram
from bot.local.world.files import LARGEST_DOWNLOAD, Upload
from bot.local.world.people import Person, labels


async def ask(telegram: Telegram, method: str, **fields: object) -> Any:  # noqa: ANN401 - a result
    uploads = {name: value for name, value in fields.items() if isinstance(value, Upload)}
    plain = {name: value for name, value in fields.items() if name not in uploads}
    status, body = await telegram.call(method, plain, uploads)
    if status != 200:
        raise BotApiError(status, body["description"], **body.get("parameters", {}))
    return body["result"]


def keyboard(*labels: str, data: str = "1:more") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label in labels]]}


def picture(width: int = 40, height: int = 30) -> Upload:
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return Upload("chart.png", out.getvalue(), "image/png")


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann", "ann")


@pytest.mark.parametrize(
    ("fields", "description"),
    [
        ({"text": "x", "chat_id": 7}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "\U0001f600" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "html"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"text": "x", "reply_markup": keyboard("x", data="d" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard("x", data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard("x", data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(*["x"] * 101)}, "reply markup is too long"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        ({"text": "x", "reply_markup": keyboard(" ")}, "inline keyboard button text must be"),
    ],
)
async def test_a_wrong_send_message_is_refused(
    telegram: Telegram, ann: Person, fields: dict[str, object], description: str
) -> None:
    with pytest.raises(BotApiError) as refusal:
        await ask(telegram, "sendMessage", **{"chat_id": ann.user["id"], **fields})
    assert refusal.value.code == 400
    assert refusal.value.description.startswith(f"Bad Request: {description}")
    assert not telegram.said(ann.private)


async def test_limits_count_what_is_left_after_parsing(telegram: Telegram, ann: Person) -> None:
    text = "<b>" + "&lt;" * 4096 + "</b>"
    sent = await ask(telegram, "sendMessage", chat_id=ann.user["id"], text=text, parse_mode="HTML")
    assert sent["text"] == "<" * 4096
    text = "<b>x</b> " * 130
    sent = await ask(telegram, "sendMessage", chat_id=ann.user["id"], text=text, parse_mode="HTML")
    assert len(sent["entities"]) == 100
    assert telegram.world.complaints == ["130 entities, of which 100 are kept"]
    with pytest.raises(BotApiError, match="message caption is too long"):
        await ask(
            telegram, "sendPhoto", chat_id=ann.user["id"], photo=picture(), caption="x" * 1025
        )


async def test_marks_are_trimmed_fitted_together_and_joined_by_links(
    telegram: Telegram, ann: Person
) -> None:
    html = (
        " <b>bold <code>a.com</code> b.com</b>\n"
        "<blockquote>q <blockquote expandable>in</blockquote></blockquote> "
    )
    sent = await ask(telegram, "sendMessage", chat_id=ann.user["id"], text=html, parse_mode="HTML")
    assert sent["text"] == "bold a.com b.com\nq in"
    kinds = [(e["type"], e["offset"], e["length"]) for e in sent["entities"]]
    assert kinds == [
        ("bold", 0, 5),
        ("code", 5, 5),
        ("bold", 10, 6),
        ("url", 11, 5),
        ("blockquote", 17, 4),
    ]


async def test_explicit_entities_are_taken_as_they_are(telegram: Telegram, ann: Person) -> None:
    marks = json.dumps([{"type": "bold", "offset": 0, "length": 1}])
    sent = await ask(telegram, "sendMessage", chat_id=ann.user["id"], text="ab", entities=marks)
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 1}]


async def test_entities_across_a_quote_are_dropped_and_touching_styles_join(
    telegram: Telegram, ann: Person
) -> None:
    marks = [
        {"type": "blockquote", "offset": 2, "length": 4},
        {"type": "text_link", "offset": 0, "length": 4, "url": "http://a.b/"},
        {"type": "italic", "offset": 6, "length": 1},
        {"type": "italic", "offset": 7, "length": 1},
    ]
    fields = {"chat_id": ann.user["id"], "text": "abcdefgh", "entities": marks}
    sent = await ask(telegram, "sendMessage", **fields)
    assert [(e["type"], e["offset"], e["length"]) for e in sent["entities"]] == [
        ("blockquote", 2, 4),
        ("italic", 6, 2),
    ]


async def test_a_reply_may_outlive_what_it_answers(telegram: Telegram, ann: Person) -> None:
    said = ann.says("a page")
    chat_id = ann.user["id"]
    reply = {"message_id": said["message_id"], "allow_sending_without_reply": True}
    first = await ask(telegram, "sendMessage", chat_id=chat_id, text="x", reply_parameters=reply)
    assert first["reply_to_message"]["text"] == "a page"
    ann.deletes(said)
    second = await ask(telegram, "sendMessage", chat_id=chat_id, text="x", reply_parameters=reply)
    assert "reply_to_message" not in second


async def test_an_edit_that_changes_nothing_is_refused(telegram: Telegram, ann: Person) -> None:
    where = {"chat_id": ann.user["id"]}
    sent = await ask(telegram, "sendMessage", **where, text="a", reply_markup=keyboard("More"))
    where["message_id"] = sent["message_id"]
    with pytest.raises(BotApiError, match="message is not modified"):
        await ask(telegram, "editMessageText", **where, text="a", reply_markup=keyboard("More"))
    edited = await ask(telegram, "editMessageReplyMarkup", **where, reply_markup=keyboard("Less"))
    assert "edit_date" not in edited
    assert labels(edited) == ["Less"]
    options = {"is_disabled": True}
    edited = await ask(
        telegram, "editMessageText", **where, text="<i>b</i>", parse_mode="HTML",
        link_preview_options=options,
    )  # fmt: skip
    assert edited["text"] == "b"
    assert edited["edit_date"]
    assert "reply_markup" not in edited
    with pytest.raises(BotApiError, match="there is no caption in the message to edit"):
        await ask(telegram, "editMessageCaption", **where, caption="x")
    with pytest.raises(BotApiError, match="input media isn't specified"):
        await ask(telegram, "editMessageMedia", **where)


async def test_pictures_files_and_albums_are_sent_and_replaced(
    telegram: Telegram, ann: Person
) -> None:
    where = {"chat_id": ann.user["id"]}
    sent = await ask(telegram, "sendPhoto", **where, photo=picture(), caption="<b>c</b>")
    assert sent["photo"][0]["width"] == 40
    where["message_id"] = sent["message_id"]
    edited = await ask(telegram, "editMessageCaption", **where, caption="new")
    assert edited["caption"] == "new"
    with pytest.raises(BotApiError, match="there is no text in the message to edit"):
        await ask(telegram, "editMessageText", **where, text="x")
    media = {"type": "photo", "media": "attach://fresh", "caption": "wide"}
    edited = await ask(telegram, "editMessageMedia", **where, media=media, fresh=picture(90, 30))
    assert (edited["photo"][0]["width"], edited["caption"]) == (90, "wide")
    again = {"type": "photo", "media": edited["photo"][0]["file_id"], "caption": "wide"}
    with pytest.raises(BotApiError, match="message is not modified"):
        await ask(telegram, "editMessageMedia", **where, media=again)
    album = [{"type": "document", "media": f"attach://{name}"} for name in "ab"]
    both = await ask(
        telegram, "sendMediaGroup", chat_id=ann.user["id"], media=album,
        a=Upload("a.md", b"a"), b=Upload("b.json", b"b"),
    )  # fmt: skip
    assert both[0]["media_group_id"] == both[1]["media_group_id"]
    with pytest.raises(BotApiError, match="from 2 to 10 items"):
        await ask(telegram, "sendMediaGroup", chat_id=ann.user["id"], media=album[:1])


@pytest.mark.parametrize(
    ("method", "fields", "description"),
    [
        ("sendPhoto", {"photo": Upload("x.png", b"no picture")}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": picture(900, 9)}, "PHOTO_INVALID_DIMENSIONS"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {"document": Upload("x", b"")}, "file must be non-empty"),
        ("sendDocument", {"document": "http://x.y/z"}, "failed to get HTTP URL content"),
        ("sendDocument", {"document": "no-such-id"}, "wrong file_id or the file is temporarily"),
        ("sendChatAction", {}, "wrong parameter action in request"),
        ("editMessageText", {"message_id": 5, "text": "x"}, "message to edit not found"),
        ("deleteMessage", {"message_id": 5}, "message to delete not found"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("getChatMember", {"user_id": 5}, "invalid user_id specified"),
        ("setMyCommands", {"commands": [{"command": "no way"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "x"}]}, "command description must be"),
        ("setMyCommands", {"commands": [{}] * 101}, "too many commands specified"),
        ("setWebhook", {"secret_token": "é"}, "secret token contains unallowed characters"),
        ("answerCallbackQuery", {"callback_query_id": "5"}, "query is too old"),
    ],
)
async def test_other_wrong_calls_are_refused(
    telegram: Telegram, ann: Person, method: str, fields: dict[str, object], description: str
) -> None:
    with pytest.raises(BotApiError, match=f"Bad Request: {description}"):
        await ask(telegram, method, chat_id=ann.user["id"], **fields)


async def test_a_file_over_the_limit_is_not_downloaded(telegram: Telegram, ann: Person) -> None:
    sent = ann.sends_file("long.srt", bytes(LARGEST_DOWNLOAD + 1))
    with pytest.raises(BotApiError, match="file is too big"):
        await ask(telegram, "getFile", file_id=sent["document"]["file_id"])
    small = ann.sends_file("a.srt", b"x")["document"]["file_id"]
    path = (await ask(telegram, "getFile", file_id=small))["file_path"]
    assert telegram.world.files.read(path).data == b"x"


async def test_only_own_messages_are_edited_and_others_deleted_by_admins(
    telegram: Telegram, ann: Person
) -> None:
    group = telegram.group("Club", ann)
    where = {"chat_id": group.id, "message_id": ann.says("mine", group)["message_id"]}
    with pytest.raises(BotApiError, match="message can't be edited"):
        await ask(telegram, "editMessageText", **where, text="x")
    with pytest.raises(BotApiError, match="message can't be deleted"):
        await ask(telegram, "deleteMessage", **where)
    ann.promotes_bot(group)
    assert await ask(telegram, "deleteMessage", **where)
    ids = [ann.says("a", group)["message_id"], 999]
    assert await ask(telegram, "deleteMessages", chat_id=group.id, message_ids=ids)
    assert not group.messages


async def test_chats_tell_who_is_in_them(telegram: Telegram, ann: Person) -> None:
    bob = telegram.person("Bob")
    group = telegram.group("Club", ann, bob)
    admins = await ask(telegram, "getChatAdministrators", chat_id=group.id)
    assert [admin["user"]["first_name"] for admin in admins] == ["Ann"]
    member = await ask(telegram, "getChatMember", chat_id=group.id, user_id=bob.user["id"])
    assert member["status"] == "member"
    assert (await ask(telegram, "getChat", chat_id=group.id))["title"] == "Club"
    assert await ask(telegram, "getChatMemberCount", chat_id=group.id) == 3
    assert await ask(telegram, "leaveChat", chat_id=group.id)
    with pytest.raises(BotApiError, match="Forbidden: bot is not a member of the group chat"):
        await ask(telegram, "sendMessage", chat_id=group.id, text="x")


async def test_a_chat_that_is_closed_to_the_bot_says_why(telegram: Telegram, ann: Person) -> None:
    group = telegram.group("Club", ann)
    ann.removes_bot(group)
    with pytest.raises(BotApiError, match="Forbidden: bot was kicked from the group chat"):
        await ask(telegram, "sendMessage", chat_id=group.id, text="x")
    ann.blocks()
    with pytest.raises(BotApiError, match="Forbidden: bot was blocked by the user"):
        await ask(telegram, "sendMessage", chat_id=ann.user["id"], text="x")
    ann.unblocks()
    assert await ask(telegram, "sendMessage", chat_id=ann.user["id"], text="x")
    stranger = telegram.person("Eve", started=False)
    with pytest.raises(BotApiError, match="can't initiate conversation with a user"):
        await ask(telegram, "sendMessage", chat_id=stranger.user["id"], text="x")


async def test_a_migrated_group_names_its_successor(telegram: Telegram, ann: Person) -> None:
    group = telegram.group("Club", ann)
    fresh = ann.migrates(group)
    with pytest.raises(BotApiError, match="group chat was upgraded") as moved:
        await ask(telegram, "sendMessage", chat_id=group.id, text="x")
    assert moved.value.parameters == {"migrate_to_chat_id": fresh.id}
    updates = await ask(telegram, "getUpdates")
    assert [next(key for key in u["message"] if "migrate" in key) for u in updates] == [
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    ]


async def test_topics_exist_or_the_message_is_refused(telegram: Telegram, ann: Person) -> None:
    forum = telegram.supergroup("Forum", ann, topics={7: "Films"})
    sent = await ask(telegram, "sendMessage", chat_id=forum.id, text="x", message_thread_id=7)
    assert sent["message_thread_id"] == 7
    with pytest.raises(BotApiError, match="message thread not found"):
        await ask(telegram, "sendMessage", chat_id=forum.id, text="x", message_thread_id=8)


async def test_a_channel_is_found_by_name_and_speaks_for_itself(telegram: Telegram) -> None:
    channel = telegram.channel("News")
    channel.about["username"] = "news"
    sent = await ask(telegram, "sendMessage", chat_id="@news", text="x")
    assert sent["sender_chat"]["title"] == "News"
    where = {"chat_id": channel.id, "message_id": sent["message_id"]}
    assert (await ask(telegram, "editMessageText", **where, text="y"))["text"] == "y"


async def test_commands_are_kept_by_scope(telegram: Telegram) -> None:
    private, commands = {"type": "all_private_chats"}, [{"command": "a", "description": "b"}]
    assert await ask(telegram, "setMyCommands", commands=commands, scope=private)
    assert await ask(telegram, "getMyCommands", scope=private) == commands
    assert await ask(telegram, "getMyCommands") == []
    assert await ask(telegram, "deleteMyCommands", scope=private)
    assert await ask(telegram, "getMyCommands", scope=private) == []
    assert await ask(telegram, "setMyDescription", description="d")
    assert telegram.world.profile == {"description": "d"}
    assert await ask(telegram, "logOut")


async def test_a_press_is_answered_once_and_not_too_long(telegram: Telegram, ann: Person) -> None:
    chat_id = ann.user["id"]
    sent = await ask(telegram, "sendMessage", chat_id=chat_id, text="x", reply_markup=keyboard("M"))
    press = ann.presses(sent, "M")
    with pytest.raises(ValueError, match="no button 'Less'"):
        ann.presses(sent, "Less")
    with pytest.raises(BotApiError, match="MESSAGE_TOO_LONG"):
        await ask(telegram, "answerCallbackQuery", callback_query_id=press["id"], text="x" * 201)
    press = ann.presses(sent, "M")
    await ask(telegram, "answerCallbackQuery", callback_query_id=press["id"], text="k")
    with pytest.raises(BotApiError, match="query is too old"):
        await ask(telegram, "answerCallbackQuery", callback_query_id=press["id"])


async def test_the_queue_can_be_cut_filtered_and_cleared(telegram: Telegram, ann: Person) -> None:
    for word in ("a", "b", "c"):
        ann.says(word)
    [last] = await ask(telegram, "getUpdates", offset=-1)
    assert last["message"]["text"] == "c"
    await ask(telegram, "getUpdates", allowed_updates=["callback_query"])
    ann.says("d")
    assert len(await ask(telegram, "getUpdates", offset=last["update_id"])) == 1
    assert await ask(telegram, "deleteWebhook", drop_pending_updates="true")
    assert await ask(telegram, "getUpdates") == []
    assert (await ask(telegram, "getWebhookInfo"))["pending_update_count"] == 0

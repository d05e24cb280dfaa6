"""Calls and requests that are not as they should be: each is refused, none is an error of ours."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.local.methods import METHODS
from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.files import Upload

CALLS = 3_000
PARAMETERS = [
    "text",
    "parse_mode",
    "entities",
    "caption",
    "caption_entities",
    "document",
    "photo",
    "media",
    "action",
    "reply_parameters",
    "reply_markup",
    "link_preview_options",
    "message_id",
    "message_ids",
    "message_thread_id",
    "commands",
    "scope",
    "language_code",
    "url",
    "secret_token",
    "allowed_updates",
    "drop_pending_updates",
    "offset",
    "limit",
    "file_id",
    "callback_query_id",
    "show_alert",
    "user_id",
    "name",
    "reply_to_message_id",
    "chat_id",
]
STRANGE: list[object] = [
    *(None, True, -1, 2**70, 1e300, "", "x", "\ud800", "\0", "--5", "9" * 5_000, "[" * 5_000),
    *([], {}, [1], [None], [[]], {"a": 1}, "[", "[1]", '{"a": 1}', "[[1]]", "<b>x</b>", "HTML"),
    *('{"inline_keyboard": 5}', '{"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}'),
    *('[{"type": "photo", "media": "attach://photo"}]', '[{"type": "bold", "offset": 0}]'),
    *('{"message_id": 1}', '<a href="http://[">x</a>', "http://[::1", "https://x:99999"),
]
PICTURES = [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n00000000"]


async def test_whatever_a_call_holds_it_is_answered_and_its_answer_can_be_written(
    telegram: Telegram,
) -> None:
    rng = random.Random(5)  # noqa: S311 - seeded, for the same calls each time
    ann = telegram.person("Ann")
    ann.says("hello")
    for _ in range(CALLS):
        fields: dict[str, object] = {"chat_id": ann.user["id"], "text": "hello", "message_id": 1}
        names = rng.sample(PARAMETERS, k=rng.randint(1, 9))
        fields |= {name: rng.choice(STRANGE) for name in names}
        uploads = {"photo": Upload("photo.png", rng.choice(PICTURES))}
        status, body = await telegram.call(rng.choice([*METHODS]), fields, uploads)
        assert status in {200, 400, 403, 404, 409}
        json.dumps([body, telegram.world.updates.first()])


@pytest.fixture
async def site(telegram: Telegram) -> AsyncIterator[Site]:
    async with serving(Site(telegram, TOKEN, [telegram.person("You")])) as site:
        yield site


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/bot%C3%A9/getMe", FORM, ""),
        ("/file/bot%C3%A9/a", FORM, None),
        (f"/bot{TOKEN}/getMe?a=%ff", FORM, ""),
        (f"/bot{TOKEN}/sendMessage", "application/json", "[1]"),
        (f"/bot{TOKEN}/sendMessage", "application/json", "[" * 100_000),
        (f"/bot{TOKEN}/sendMessage", "multipart/form-data; boundary=x", "--x\r\n\r\n--x--"),
        (f"/bot{TOKEN}/sendMediaGroup", "application/json", '{"chat_id": 1001, "media": [1, 2]}'),
        ("/chat/events", FORM, None),
        ("/chat/events?since=never", FORM, None),
        ("/chat/action/paste", FORM, "[]"),
        ("/chat/action/paste", FORM, "{}"),
        ("/chat/action/paste", FORM, '{"chat": [], "text": "x"}'),
        ("/chat/action/paste", FORM, '{"chat": 1001, "as": 9, "text": "x"}'),
        ("/chat/action/paste", FORM, '{"chat": 1001, "text": 5}'),
        ("/chat/action/press", FORM, '{"chat": 1001, "message": {}, "data": "x"}'),
        ("/chat/action/paste", FORM, "[" * 100_000),
        ("/chat/action/paste", FORM, "\xff"),
        ("/chat/action/files", "multipart/form-data; boundary=x", "--x--"),
    ],
)
async def test_a_malformed_request_is_the_fault_of_who_made_it(
    site: Site, path: str, kind: str, body: str | None
) -> None:
    root = f"http://127.0.0.1:{site.port}"
    headers = {"Content-Type": kind}
    if path.startswith("/chat"):
        headers["Origin"] = root
    request = HTTPRequest(root + path, "GET" if body is None else "POST", headers, body)
    answer = await AsyncHTTPClient().fetch(request, raise_error=False)
    assert answer.code in {400, 401}

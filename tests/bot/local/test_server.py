from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Conflict, NetworkError, RetryAfter
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.local import local_telegram
from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram

Context = ContextTypes.DEFAULT_TYPE


@pytest.fixture
async def site(telegram: Telegram) -> AsyncIterator[Site]:
    people = [telegram.person("You"), telegram.person("Sam")]
    async with serving(Site(telegram, TOKEN, people, example="An example.")) as site:
        yield site


@pytest.fixture
async def bot(site: Site) -> AsyncIterator[Bot]:
    root = f"http://127.0.0.1:{site.port}"
    async with Bot(TOKEN, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot") as bot:
        yield bot


async def fetch(
    site: Site, path: str, headers: Mapping[str, str] | None = None, body: str | None = None
) -> HTTPResponse:
    url = f"http://127.0.0.1:{site.port}{path}"
    request = HTTPRequest(url, "GET" if body is None else "POST", dict(headers or {}), body)
    return await AsyncHTTPClient().fetch(request, raise_error=False)


def origin(site: Site) -> dict[str, str]:
    return {"Origin": f"http://127.0.0.1:{site.port}"}


async def test_a_bot_polls_answers_uploads_and_downloads_over_http(site: Site, bot: Bot) -> None:
    you = site.people[0]
    sent = you.sends_file("page.txt", b"some page")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"some page"
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Longer", callback_data="1")]])
    await bot.send_document(
        you.user["id"], b"{}", filename="a.json", caption="<b>x</b>", parse_mode="HTML",
        reply_markup=keyboard, reply_to_message_id=sent["message_id"],
    )  # fmt: skip
    [answer] = site.telegram.said(you.private)
    assert answer["document"]["file_name"] == "a.json"
    assert answer["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert answer["reply_to_message"]["message_id"] == sent["message_id"]


async def test_updates_stay_until_a_later_offset_confirms_them(site: Site, bot: Bot) -> None:
    site.people[0].says("one")
    site.people[0].says("two")
    first, second = await bot.get_updates()
    assert [u.update_id for u in await bot.get_updates()] == [first.update_id, second.update_id]
    assert await bot.get_updates(offset=second.update_id) == (second,)
    assert await bot.get_updates(offset=second.update_id + 1) == ()


async def test_a_long_poll_ends_with_the_update_it_waits_for(site: Site, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await site.telegram.until(lambda: site.telegram.calls and site.telegram.calls[-1].at)
    site.people[0].says("here")
    [update] = await poll
    assert update.message
    assert update.message.text == "here"


async def test_a_second_poller_ends_the_first_with_409(site: Site, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await site.telegram.until(lambda: _polls(site) == 1)
    second = asyncio.create_task(fetch(site, f"/bot{TOKEN}/getUpdates?timeout=30"))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    site.people[0].says("for the second")
    assert b"for the second" in (await second).body


def _polls(site: Site) -> int:
    return sum(call.method == "getUpdates" for call in site.telegram.calls)


async def test_faults_come_over_http_too(site: Site, bot: Bot) -> None:
    you = site.people[0]
    site.telegram.faults.flood(3)
    with pytest.raises(RetryAfter):
        await bot.send_message(you.user["id"], "x")
    site.telegram.faults.lose_answer()
    with pytest.raises(NetworkError):
        await bot.send_message(you.user["id"], "arrived all the same")
    assert len(site.telegram.said(you.private)) == 1


class Hook(RequestHandler):
    def initialize(self, seen: list[tuple[str, Any]], statuses: list[int]) -> None:
        self.seen, self.statuses = seen, statuses

    def post(self) -> None:
        secret = self.request.headers["X-Telegram-Bot-Api-Secret-Token"]
        self.seen.append((secret, json.loads(self.request.body)))
        self.set_status(self.statuses.pop() if self.statuses else 200)


async def test_a_webhook_gets_each_update_with_its_secret_until_it_accepts(
    site: Site, bot: Bot
) -> None:
    seen: list[tuple[str, Any]] = []
    site.pause = 0.0
    hook = HTTPServer(Application([("/hook", Hook, {"seen": seen, "statuses": [500]})]))
    sockets = bind_sockets(0, "127.0.0.1")
    hook.add_sockets(sockets)
    port = sockets[0].getsockname()[1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    site.people[0].says("hello")
    await site.telegram.until(lambda: not len(site.telegram.world.updates))
    assert [secret for secret, _ in seen] == ["s3cret", "s3cret"]
    assert seen[1][1]["message"]["text"] == "hello"
    await bot.delete_webhook()
    hook.stop()
    await hook.close_all_connections()


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_and_other_names_reach_nothing(
    site: Site, headers: dict[str, str]
) -> None:
    for path in ("/chat/state", f"/bot{TOKEN}/getMe", f"/file/bot{TOKEN}/x", "/chat/file/x"):
        assert (await fetch(site, path, headers)).code == 403
    said = json.dumps({"chat": site.people[0].private.id, "text": "x"})
    assert (await fetch(site, "/chat/action/paste", headers, said)).code == 403
    assert (await fetch(site, "/chat/action/paste", {}, said)).code == 403
    assert not site.people[0].private.messages


async def test_a_wrong_token_opens_nothing(site: Site) -> None:
    assert (await fetch(site, "/bot1:wrong/getMe")).code == 401
    assert (await fetch(site, "/file/bot1:wrong/x")).code == 401
    assert (await fetch(site, f"/bot{TOKEN}/noSuchMethod")).code == 404


async def test_the_page_allows_no_script_but_its_own(site: Site) -> None:
    page = await fetch(site, "/")
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http://" not in policy
    assert "Server" not in page.headers


async def test_a_file_from_the_chat_is_saved_never_run(site: Site) -> None:
    sent = site.people[0].sends_file("<x>é.html", b"<script>alert(1)</script>")
    answer = await fetch(site, f"/chat/file/{sent['document']['file_id']}")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert (await fetch(site, "/chat/file/none")).code == 404


async def test_the_page_pastes_presses_edits_and_sends_files(site: Site, bot: Bot) -> None:
    you = site.people[0]
    chat = you.private.id

    async def perform(name: str, **fields: object) -> int:
        body = json.dumps({"chat": chat, **fields})
        return (await fetch(site, f"/chat/action/{name}", origin(site), body)).code

    assert await perform("paste", text="a " * 3000, client="ios") == 200
    assert await perform("example") == 200
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Longer", callback_data="d")]])
    reply = await bot.send_message(chat, "digest", reply_markup=keyboard)
    assert await perform("press", message=reply.message_id, data="d") == 200
    assert await perform("edit", message=1, text="b") == 200
    kinds = [min(u.to_dict()) for u in await bot.get_updates()]
    assert kinds == ["message"] * 3 + ["callback_query", "edited_message"]
    assert you.private.messages[3]["text"] == "An example."
    assert await perform("press", message=99, data="d") == 400
    assert await perform("paste", text="x", client="fax") == 400
    assert await perform("dance") == 400


async def test_the_page_sends_one_file_with_a_caption_and_many_as_albums(site: Site) -> None:
    you = site.people[0]
    page = you.says("a page")

    async def send(names: list[str], caption: str) -> int:
        action = json.dumps(
            {"chat": you.private.id, "caption": caption, "reply_to": page["message_id"]}
        )
        parts = [f'name="action"\r\n\r\n{action}']
        parts += [f'name="files"; filename="{name}"\r\n\r\nHi.' for name in names]
        body = (
            "".join(f"--x\r\nContent-Disposition: form-data; {p}\r\n" for p in parts) + "--x--\r\n"
        )
        headers = {**origin(site), "Content-Type": "multipart/form-data; boundary=x"}
        return (await fetch(site, "/chat/action/files", headers, body)).code

    assert await send(["one.srt"], "/digest") == 200
    assert await send([f"{n}.srt" for n in range(12)], "all") == 200
    _, one, *album = you.private.messages.values()
    assert (one["caption"], one["reply_to_message"]["text"]) == ("/digest", "a page")
    assert len({m["media_group_id"] for m in album[:10]}) == 1
    assert len({m["media_group_id"] for m in album}) == 2
    assert [m.get("caption") for m in album[:2]] == ["all", None]


async def test_a_call_may_be_json_and_bad_json_is_refused(site: Site) -> None:
    headers = {"Content-Type": "application/json"}
    said = json.dumps({"chat_id": site.people[0].user["id"], "text": "x"})
    assert (await fetch(site, f"/bot{TOKEN}/sendMessage", headers, said)).code == 200
    refused = await fetch(site, f"/bot{TOKEN}/sendMessage", headers, "{")
    assert json.loads(refused.body)["description"] == "Bad Request: can't parse JSON object"


async def test_a_poller_that_goes_away_leaves_its_updates_to_the_next(
    site: Site, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    call = f"GET /bot{TOKEN}/getUpdates?timeout=50 HTTP/1.1\r\nHost: localhost:{site.port}\r\n\r\n"
    writer.write(call.encode())
    await site.telegram.until(lambda: _polls(site) == 1)
    writer.close()
    await writer.wait_closed()
    await reader.read()
    site.people[0].says("still here")
    [update] = await bot.get_updates()
    assert update.message
    assert update.message.text == "still here"
    assert not caplog.records


async def test_a_webhook_elsewhere_is_never_called(site: Site, bot: Bot) -> None:
    site.pause = 0.0
    await bot.set_webhook("http://example.com/hook")
    site.people[0].says("private words")
    await asyncio.sleep(0)
    assert len(site.telegram.world.updates) == 1
    site.telegram.faults.flood(1)
    site.telegram.faults.clear()
    assert await bot.delete_webhook()


async def test_an_error_of_the_server_is_logged_without_the_token(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    del site.telegram.world.commands  # a fault of the server's own
    assert (await fetch(site, f"/bot{TOKEN}/getMyCommands")).code == 500
    assert "MethodHandler failed" in caplog.text
    assert TOKEN not in caplog.text


async def test_the_state_and_the_events_after_it_tell_everything(site: Site) -> None:
    site.people[0].says("before")
    state = json.loads((await fetch(site, "/chat/state")).body)
    assert [chat["kind"] for chat in state["chats"]] == ["private"]
    assert state["chats"][0]["messages"][0]["text"] == "before"
    received = bytearray()
    url = f"http://127.0.0.1:{site.port}/chat/events?since={state['event']}"
    request = HTTPRequest(url, streaming_callback=received.extend, request_timeout=30)
    stream = asyncio.ensure_future(AsyncHTTPClient().fetch(request, raise_error=False))
    site.people[0].says("after")
    while b"after" not in received:  # noqa: ASYNC110 - bytes come without a signal
        await asyncio.sleep(0.001)
    assert b"before" not in received
    stream.cancel()


async def test_the_whole_bot_runs_on_local_telegram() -> None:
    async def echo(update: Update, _: Context) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "?")

    async with local_telegram("Example page") as local:
        builder = ApplicationBuilder().token(local.token)
        application = builder.base_url(local.base_url).base_file_url(local.base_file_url).build()
        application.add_handler(MessageHandler(filters.ALL, echo))
        async with application:
            assert application.bot.username == "digest_bot"
        page = await AsyncHTTPClient().fetch(local.page)
        assert page.code == 200

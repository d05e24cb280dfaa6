"""Files sent to the bot, good and bad, and what is said when something goes wrong."""

from __future__ import annotations

import logging
import time
from dataclasses import replace

import psutil
import pytest

from bot.config import Settings
from bot.local.errors import BotApiError, bad_request
from bot.local.telegram import Telegram
from bot.local.world.people import Person
from tests import tdlib
from tests.handlers.conftest import AtOnce, conversation
from tests.handlers.pages import BEES, BREAD
from tests.telegram import Running


async def test_a_file_is_read_with_and_without_a_caption(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.sends_file("page.txt", BREAD.encode("utf-16"))
    ann.sends_file("page.txt", BREAD.encode(), caption="/digest")
    await bot.idle()
    assert ["7 sentences" in m["text"] for m in telegram.said(ann.private)] == [True, True]


async def test_in_a_group_a_file_is_read_when_it_is_replied_to(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    file = ben.sends_file("page.txt", BREAD.encode(), chat=group)
    ann.says("/digest", group, reply_to=file)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "7 sentences" in reply["text"]


@pytest.mark.parametrize(
    "content", [b"", bytes(range(256)) * 50, b"\x89PNG\r\n\x1a\n" + bytes(5000)]
)
async def test_an_empty_or_binary_file_gets_one_sentence(
    telegram: Telegram, bot: Running, content: bytes
) -> None:
    ann = telegram.person("Ann")
    ann.sends_file("thing.bin", content)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "Summary" not in reply["text"]
    assert "Something went wrong" not in reply["text"]


async def test_a_file_that_is_too_large_is_refused_before_any_download(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    file = {"file_id": "huge", "file_unique_id": "h", "file_name": "a.txt", "file_size": 21 * 2**20}
    ann.sends({"document": file})
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "up to 20 MB" in reply["text"]
    assert "getFile" not in [call.method for call in telegram.calls]


async def test_a_download_that_fails_is_said(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.sends({"document": {"file_id": "gone", "file_unique_id": "g", "file_name": "a.txt"}})
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "did not give me this file" in reply["text"]


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (BotApiError(403, "Forbidden: no"), "did not give me this file"),
        (BotApiError(404, "Not Found"), "did not give me this file"),
        (bad_request("file is too big"), "up to 20 MB"),
    ],
)
async def test_whatever_telegram_says_of_a_file_one_sentence_says_what_to_do(
    telegram: Telegram, bot: Running, refusal: BotApiError, said: str
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.refuse(refusal, "getFile")
    ann.sends_file("page.txt", BREAD.encode())
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert said in reply["text"]


@pytest.mark.parametrize(
    "text",
    [
        "🙂" * 2048,
        BREAD.replace("How bread rises", "<b>שלום</b> & ../\u202egnp.exe"),
        BREAD.replace("How bread rises", "@durov /start #tag t.me/x"),
    ],
)
async def test_hostile_text_is_shown_literally_and_pings_nobody(
    telegram: Telegram, bot: Running, text: str
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(text)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    kinds = {e["type"] for e in reply.get("entities", ())}
    assert not kinds & {"mention", "bot_command", "hashtag", "cashtag"}
    assert tdlib.units(reply["text"]) <= 4096


@pytest.mark.parametrize("text", ["hi", "thanks!", "🙂", "What can you do?"])
async def test_a_word_is_no_page_and_is_told_what_to_send(
    telegram: Telegram, bot: Running, text: str
) -> None:
    ann = telegram.person("Ann")
    ann.says(text)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "paste" in reply["text"]
    assert "read 1 of 1" not in reply["text"]


async def test_the_unexpected_is_logged_and_told_with_its_number(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.refuse(BotApiError(400, "Bad Request: something new"), "sendMessage")
    ann.pastes(BREAD)
    with caplog.at_level(logging.ERROR):
        await bot.idle()
    [reply] = telegram.said(ann.private)
    number = reply["text"].split("error ")[1][:8]
    assert number in caplog.text
    assert "Yeast" not in caplog.text


async def test_an_album_of_which_nothing_can_be_read_ends_in_one_answer(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.sends_album([(f"{n} @durov t.me.bin", bytes(range(256))) for n in range(4)])
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert reply["text"].count("is not text") == 4
    kinds = {e["type"] for e in reply.get("entities", ())}
    assert not kinds & {"mention", "url"}


async def test_a_place_that_is_gone_is_one_line_in_the_log(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.refuse(bad_request("message thread not found"), "sendMessage")
    ann.sends_file("page.txt", BREAD.encode())
    await bot.idle()
    assert telegram.said(ann.private) == []
    assert not [record for record in caplog.records if record.exc_info]


CUES = "WEBVTT\n\n" + "".join(
    f"00:{n:02}.000 --> 00:{n + 3:02}.000\nSentence number {n} says a little about bread.\n\n"
    for n in range(0, 40, 4)
)


async def test_an_album_of_one_videos_files_is_one_page(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    comments = '[{"text": "I love it!", "author": "anna"}, {"text": "Awful sound.", "author": "b"}]'
    ann.sends_album(
        [
            ("Bread [AbCdEfGhIjK].en.vtt", CUES.encode()),
            ("Bread [AbCdEfGhIjK].json", comments.encode()),
        ]
    )
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "10 sentences" in reply["text"]
    assert "2 comments" in reply["text"]
    ann.presses(reply, "Longer")
    await bot.idle()
    assert telegram.now(reply)["text"] != reply["text"]


async def test_an_album_without_evidence_gets_a_digest_each(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.sends_album(
        [("a.txt", BREAD.encode()), ("b.txt", BEES.encode()), ("c.bin", b"\0\1\2" * 99)]
    )
    await bot.idle()
    texts = [m["text"] for m in telegram.said(ann.private)]
    assert sum("7 sentences" in text for text in texts) == 2
    assert sum("c.bin\u2069: " in text for text in texts) == 1


async def test_a_large_album_gets_one_list(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    titles = ("How rye grows", "Why salt matters", "What water does", "Where heat goes")
    pages = [BREAD.replace("How bread rises", title) for title in titles]
    files = [(f"{n}.txt", page.encode()) for n, page in enumerate(pages)]
    ann.sends_album([*files, ("captions.vtt", CUES.encode())])
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "5 videos in these files" in reply["text"]
    assert all(title in reply["text"] for title in (*titles, "captions.vtt"))


async def test_a_file_that_costs_too_much_is_named_and_costs_the_others_nothing(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    monster = b"a word " * 2_500_000  # more than the worker may hold
    async with conversation(telegram, replace(settings, job_mb=12)) as bot:
        ann.sends_album([("monster.txt", monster), ("bread.txt", BREAD.encode())])
        await bot.idle()
    texts = [message["text"] for message in telegram.said(ann.private)]
    assert len(texts) == 2
    assert any("monster.txt\u2069: This page" in text for text in texts)
    assert any("7 sentences" in text for text in texts)


async def test_a_bad_file_is_named_where_it_was_the_last_that_the_sender_may_have(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, replace(settings, digests_an_hour=1)) as bot:
        ann.sends_album([("a.bin", b"\0\1\2" * 99), ("b.txt", BREAD.encode())])
        await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "a.bin\u2069: " in reply["text"]
    assert "b.txt\u2069: That is a lot of pages" in reply["text"]


def let_workers_open_nothing() -> None:
    """Refuse whatever file the processes that read pages open, as a machine does that ran out."""
    while not (workers := [w for c in psutil.Process().children() for w in c.children()]):
        time.sleep(0.01)  # the one before may have ended just now
    for worker in workers:
        worker.rlimit(psutil.RLIMIT_NOFILE, (3, 3))


SPOKEN = "WEBVTT\n\n" + "".join(
    f"00:{n:02}.000 --> 00:{n + 3:02}.000\nand then sentence number {n} says a little of rye\n\n"
    for n in range(0, 40, 4)
)


SHORT = """\
How rye grows
Small Farm Films
1,204 views  3 weeks ago

Transcript
0:00 Rye is sown in autumn and sleeps below the snow.
0:06 It needs less water than wheat.

2 Comments
@anna
2 weeks ago
I love how calm this film is!
@ben
1 week ago
Too short, and far too loud.
"""
"""What every process that reads pages has all tables for."""


@pytest.mark.usefixtures("own_processes")
@pytest.mark.skipif(not hasattr(psutil, "RLIMIT_NOFILE"), reason="needs to limit the workers")
async def test_what_fails_unexpectedly_in_one_file_is_named_and_logged_and_costs_no_other(
    telegram: Telegram, ann: Person, at_once: AtOnce, caplog: pytest.LogCaptureFixture
) -> None:
    let_workers_open_nothing()  # not the tables of data files, nor the net that cuts speech
    files = [("notes.json", b'[{"text": "I love it!"}]'), ("talk.vtt", SPOKEN.encode())]
    with caplog.at_level(logging.ERROR):
        ann.sends_album([*files, ("rye.txt", SHORT.encode())])
        await at_once()
    said = "\n".join(message["text"] for message in telegram.said(ann.private))
    assert "How rye grows\u2069\n" in said
    errors = [record for record in caplog.records if record.exc_info]
    for name, record in zip(("notes.json", "talk.vtt"), errors, strict=True):
        number, chat = record.args or ()
        assert f"{name}\u2069: Something went wrong here, and it" in said
        assert f"error {number}." in said
        assert chat == ann.private.id

"""Messages to sources, with a clock moved by hand."""

from __future__ import annotations

import asyncio
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.text.cutters import CLIENTS
from handlers.paste.batch import CommandAlone, Event, Ready, Receiving, TooMany
from handlers.paste.incoming import read_message
from handlers.paste.intake import Intake
from tests.handlers.paste.manual_clock import BOB, GROUP, ME, START, Chat, message

PAGE = "How bread rises\nBaker's Corner\n" + "\n".join(
    f"Step {n}: fold the dough, wait, and fold it again; it likes that." for n in range(120)
)
OTHER = "Why boats float\nHarbour Talk\n" + "\n".join(
    f"{n}:00\nThe hull pushes the water away, and the water pushes back." for n in range(110)
)
FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "talk.vtt", "file_size": 9}
LINK = "https://youtu.be/dQw4w9WgXcQ"


def two_parts(text: str) -> list[str]:
    parts = CLIENTS["desktop"](text)
    assert len(parts) == 2
    return parts


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"text": "A short page"}, 0.7),
        ({"text": CLIENTS["desktop"](PAGE)[0]}, 1.5),
        ({"text": LINK}, 1.5),
        ({"text": f"look: {LINK}"}, 1.5),
        ({"document": FILE, "media_group_id": "a"}, 0.7),
    ],
)
def test_a_message_is_held_while_more_is_likely_to_follow(
    fields: dict[str, Any], seconds: float
) -> None:
    chat = Chat()
    chat.say(**fields)
    assert Ready not in map(type, chat.wait(seconds - 0.01))
    assert Ready in map(type, chat.wait(0.02))


def test_a_file_alone_is_not_held() -> None:
    chat = Chat()
    chat.say(document=FILE)
    assert Ready in map(type, chat.wait(0))


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("pause", [0.0, 0.5, 1.4])
def test_parts_become_the_text_that_was_pasted_whatever_the_poll(client: str, pause: float) -> None:
    chat = Chat()
    for part in CLIENTS[client](PAGE):
        chat.say(part)
        chat.loop.pass_time(pause)
    events = chat.wait()
    assert [type(event) for event in events] == [Receiving, Receiving, Ready]
    assert isinstance(events[-1], Ready)
    assert events[-1].batch.text == PAGE
    assert events[-1].batch.messages == (1, 2)


def test_typing_is_shown_at_the_first_part() -> None:
    chat = Chat()
    chat.say("A short page")
    assert [type(event) for event in chat.wait(0)] == [Receiving]


def test_a_late_part_completes_the_page_under_the_same_key() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    chat.say(first)
    early = chat.wait(100)[-1]
    chat.say(second)
    late = chat.wait()[-1]
    assert isinstance(early, Ready)
    assert isinstance(late, Ready)
    assert (early.batch.text, late.batch.text) == (first, PAGE)
    assert early.batch.key == late.batch.key


def test_after_two_minutes_a_part_is_a_page_of_its_own() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    chat.say(first)
    chat.wait(121)
    chat.say(second)
    assert chat.answers() == [second]


def test_parts_that_come_out_of_order_are_put_in_order() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    chat.say(second, message_id=12)
    chat.say(first, message_id=11)
    assert chat.answers() == [PAGE]


def test_an_edited_part_changes_the_answer_and_the_same_part_again_does_not() -> None:
    chat = Chat()
    parts = chat.paste(two_parts(PAGE))
    chat.wait()
    chat.say(parts[1].text, message_id=2, edit_date=START + 9)
    assert chat.wait() == []
    chat.say(parts[1].text + " At last!", message_id=2, edit_date=START + 9)
    assert chat.answers() == [PAGE + " At last!"]


def test_two_users_who_paste_at_once_get_each_their_page() -> None:
    chat = Chat()
    for ann, bob in zip(two_parts(PAGE), two_parts(OTHER), strict=True):
        chat.say(ann)
        chat.say(bob, sender=BOB)
    assert sorted(chat.answers()) == sorted([PAGE, OTHER])


@pytest.mark.parametrize("pause", [0.3, 0.6, 30.0])
def test_the_first_part_may_be_the_title_alone(pause: float) -> None:
    chat = Chat()
    text = "How bread rises\n" + "and then you fold it and wait " * 250
    title, *rest = CLIENTS["ios"](text)
    assert title == "How bread rises"
    chat.say(title)
    chat.loop.pass_time(pause)
    chat.paste(rest)
    assert chat.answers()[-1] == text.strip()


async def test_the_event_loop_of_asyncio_will_do() -> None:
    events: asyncio.Queue[Event] = asyncio.Queue()
    intake = Intake(events.put_nowait, asyncio.get_running_loop())
    intake.add(read_message(message(document=FILE), ME))
    assert isinstance(await events.get(), Ready)
    intake.close()


def test_pages_in_a_row_stay_apart() -> None:
    chat = Chat()
    for page in (PAGE, OTHER, PAGE):
        chat.paste(two_parts(page))
        chat.loop.pass_time(3)
    assert chat.answers() == [PAGE, OTHER, PAGE]


def test_pages_of_one_message_each_stay_apart_though_they_come_at_once() -> None:
    chat = Chat()
    pages = [
        f"How {who} sleep\n\n"
        + "\n".join(f"0:{n:02d} {who} {n} lie " + "z" * 40 for n in range(45))
        for who in ("bees", "cats", "owls")
    ]
    for page in pages:
        chat.say(page)
    assert chat.answers() == pages


def test_topics_are_kept_apart() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    topic = {"chat": GROUP, "is_topic_message": True}
    chat.say("/digest " + first, message_thread_id=1, **topic)
    chat.say(second, message_thread_id=2, **topic)
    assert chat.answers() == [first]


def test_forwarded_parts_join_only_with_parts_of_the_same_writer() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    writer = {"type": "hidden_user", "sender_user_name": "Cora", "date": START}
    chat.say(first, forward_origin=writer)
    chat.say(second)
    assert chat.answers() == [first, second]
    chat.paste([first, second], forward_origin=writer)
    assert chat.answers() == [PAGE]


def test_over_the_limit_one_refusal_is_reported_and_nothing_that_was_joined_is_lost() -> None:
    chat = Chat(max_parts=3)
    text = "\n".join(f"{n}: the same again, and a little more." for n in range(600))
    parts = CLIENTS["desktop"](text)
    assert len(parts) > 4
    chat.paste(parts)
    events = chat.wait()
    assert [type(e) for e in events].count(TooMany) == 1
    assert [type(e) for e in events].count(Receiving) == 3
    ready = events[-1]
    assert isinstance(ready, Ready)
    assert ready.batch.text == text[: len(ready.batch.text)]
    assert len(ready.batch.parts) == 3


def test_a_command_whose_text_was_split_is_answered_whole() -> None:
    chat = Chat()
    parts = CLIENTS["android"]("/digest@digest_bot\n" + PAGE)
    chat.paste(parts, chat=GROUP)
    ready = chat.wait()[-1]
    assert isinstance(ready, Ready)
    assert ready.batch.text == PAGE
    assert ready.batch.asked is not None


def test_in_a_group_only_what_is_addressed_is_answered() -> None:
    chat = Chat()
    chat.paste(two_parts(PAGE), chat=GROUP)
    assert chat.wait() == []
    chat.say("/digest", chat=GROUP)
    assert chat.answers() == [PAGE]


def test_a_command_right_after_a_page_asks_for_that_page() -> None:
    chat = Chat()
    chat.say(two_parts(PAGE)[0])
    chat.say("/digest")
    events = chat.wait()
    assert [type(event) for event in events] == [Receiving, Receiving, Ready]
    assert isinstance(events[-1], Ready)
    assert events[-1].batch.messages == (1, 2)


def test_a_command_alone_is_reported_as_such() -> None:
    chat = Chat()
    asked = chat.say("/digest", chat=GROUP)
    assert chat.wait() == [CommandAlone(asked)]


def replied(text: str, number: int, sender: int = BOB) -> dict[str, object]:
    return {
        "message_id": number,
        "date": START,
        "chat": {"id": GROUP, "type": "supergroup"},
        "from": {"id": sender, "is_bot": sender == ME.id, "first_name": "Bob"},
        "text": text,
    }


def test_a_command_in_reply_reads_what_it_replies_to_at_once() -> None:
    chat = Chat()
    chat.say("/digest", chat=GROUP, reply_to_message=replied("A page of Bob's", 40), message_id=50)
    ready = chat.wait(0)[-1]
    assert isinstance(ready, Ready)
    assert (ready.batch.text, ready.batch.messages) == ("A page of Bob's", (40, 50))


def test_a_command_on_the_second_half_completes_the_first() -> None:
    chat = Chat()
    first, second = two_parts(PAGE)
    chat.say("/digest", chat=GROUP, reply_to_message=replied(first, 40), message_id=50)
    chat.wait(30)
    chat.say("/digest", chat=GROUP, reply_to_message=replied(second, 41), message_id=51)
    assert chat.answers() == [PAGE]


def test_a_command_in_reply_to_the_bot_itself_has_nothing_to_read() -> None:
    chat = Chat()
    own = replied("Here is the digest", 40, ME.id)
    asked = chat.say("/links", chat=GROUP, reply_to_message=own, message_id=50)
    assert chat.wait() == [CommandAlone(asked)]


def test_a_file_passes_at_once_with_what_its_caption_says() -> None:
    chat = Chat()
    chat.say(document=FILE, caption="/digest the talk of May")
    ready = chat.wait(0)[-1]
    assert isinstance(ready, Ready)
    assert [document.name for document in ready.batch.documents] == ["talk.vtt"]
    assert ready.batch.note == "the talk of May"


def test_files_sent_together_are_reported_together() -> None:
    chat = Chat()
    for _ in range(3):
        chat.say(document=FILE, media_group_id="a")
        chat.loop.pass_time(0.3)
    ready = chat.wait()[-1]
    assert isinstance(ready, Ready)
    assert len(ready.batch.documents) == 3


def test_a_command_in_reply_may_say_more_than_the_command() -> None:
    chat = Chat()
    page = replied("A page of Bob's", 40)
    chat.say("/digest " + LINK, chat=GROUP, reply_to_message=page, message_id=50)
    ready = chat.wait(0)[-1]
    assert isinstance(ready, Ready)
    assert (ready.batch.text, ready.batch.note) == ("A page of Bob's", LINK)


def test_a_command_that_is_edited_away_is_no_longer_asked() -> None:
    chat = Chat()
    chat.say("/links How bread rises")
    asked = chat.wait()[-1]
    chat.say("How bread rises", message_id=1, edit_date=START + 1)
    plain = chat.wait()[-1]
    assert isinstance(asked, Ready)
    assert isinstance(plain, Ready)
    assert asked.batch.asked
    assert plain.batch.asked is None
    assert asked.batch.text == plain.batch.text == "How bread rises"


def test_words_that_carry_an_address_are_reported_with_it() -> None:
    chat = Chat()
    entity = {"type": "text_link", "offset": 4, "length": 4, "url": "https://mill.org"}
    chat.say("the mill", entities=[entity])
    ready = chat.wait()[-1]
    assert isinstance(ready, Ready)
    assert ready.batch.hidden_links == (("mill", "https://mill.org"),)


def test_a_link_a_moment_after_a_page_is_no_part_of_it() -> None:
    chat = Chat()
    first = two_parts(PAGE)[0]
    chat.say(first + " " + "x" * (4090 - len(first)))
    chat.loop.pass_time(10)
    chat.say(LINK)
    assert chat.answers()[-1] == "https://youtu.be/dQw4w9WgXcQ"


def test_parts_that_an_unknown_client_split_join_when_they_come_at_once() -> None:
    chat = Chat()
    parts = [PAGE[:3888], PAGE[3888:]]
    chat.paste(parts)
    assert "".join(chat.answers()[0].split()) == "".join(PAGE.split())
    chat.wait(200)
    prose = "And that is all that there is to say about it.\n" * 30
    chat.say(parts[0])
    chat.loop.pass_time(9)
    chat.say(prose)
    assert chat.answers() == [parts[0], prose]


def test_after_closing_nothing_more_is_reported() -> None:
    chat = Chat()
    chat.say("How bread rises")
    chat.say("/digest", document=FILE)
    chat.wait(0)
    chat.intake.close()
    assert chat.wait() == []


def test_a_flood_forgets_the_oldest_and_still_answers_all() -> None:
    chat = Chat(max_kept=50)
    for number in range(70):
        chat.say(f"page {number}", sender=1000 + number)
    assert len(chat.intake._by_message) == 50  # noqa: SLF001 - the promise is about memory
    assert len(chat.answers()) == 70


@given(st.sampled_from(sorted(CLIENTS)), st.lists(st.sampled_from([0.0, 0.4, 1.4, 9.0, 60.0])))
def test_whatever_the_polls_the_last_answer_is_the_whole_page(
    client: str, pauses: list[float]
) -> None:
    chat = Chat()
    text = PAGE + "\n" + "\n".join(reversed(PAGE.split("\n")))
    parts = CLIENTS[client](text)
    for part, pause in zip_longest(parts, pauses[: len(parts)], fillvalue=0.0):
        chat.say(str(part))
        chat.loop.pass_time(float(pause))
    ready = [event.batch for event in chat.wait() if isinstance(event, Ready)]
    assert ready[-1].text == text
    assert {batch.key for batch in ready} == {"100:1"}


def test_adding_the_same_messages_after_a_restart_reports_the_same_batch() -> None:
    events = []
    for _ in range(2):
        chat = Chat()
        chat.paste(two_parts(PAGE))
        events.append(chat.wait()[-1])
    assert events[0] == events[1]


def test_what_is_two_minutes_old_is_forgotten() -> None:
    chat = Chat()
    chat.paste(two_parts(PAGE))
    chat.wait(121)
    chat.say("hello")
    assert list(chat.intake._by_message) == [(100, 3)]  # noqa: SLF001 - the promise is about memory


def test_the_sample_in_parts_of_each_client_comes_together(shared: Path) -> None:
    text = (shared / "seed" / "page.txt").read_text(encoding="utf-8").strip()
    for client, split in CLIENTS.items():
        chat = Chat()
        chat.paste(split(text))
        assert chat.answers() == [text], client

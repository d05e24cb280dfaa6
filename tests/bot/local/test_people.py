"""What people do, and what of it the bot learns."""

from __future__ import annotations

import random
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.local.telegram import Telegram
from bot.local.text.cutters import Client, cut
from bot.local.world.chats import JSON, KEPT_MESSAGES
from bot.local.world.files import KEPT_FILES, Upload
from bot.local.world.menus import menu, scope_key
from bot.local.world.people import Person


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann")


def heard(telegram: Telegram) -> list[JSON]:
    """What the bot may read, each update's body."""
    return [
        next(v for k, v in u.items() if k != "update_id") for u in telegram.world.updates.first()
    ]


async def test_in_a_group_the_bot_reads_only_what_is_addressed_to_it(
    telegram: Telegram, ann: Person
) -> None:
    group = telegram.group("Club", ann)
    ann.says("just talk", group)
    ann.says("/digest", group)
    ann.says("/digest@digest_bot now", group)
    ann.says("/digest@other_bot", group)
    ann.sends_file("a.srt", b"x", "no", group)
    ann.sends_file("a.srt", b"x", "/digest", group)
    reply = telegram.world.post(group, {"from": telegram.world.bot_user}, {"text": "hi"})
    ann.says("thanks", group, reply_to=reply)
    ann.sends({"new_chat_title": "Pub"}, group)
    texts = [m.get("text") or m.get("caption") or "service" for m in heard(telegram)]
    assert texts == ["/digest", "/digest@digest_bot now", "/digest", "thanks", "service"]
    ann.promotes_bot(group)
    ann.says("an admin hears all", group)
    assert heard(telegram)[-1]["text"] == "an admin hears all"


async def test_replies_forwards_and_edits_carry_what_they_refer_to(
    telegram: Telegram, ann: Person
) -> None:
    group, channel = telegram.group("Club", ann), telegram.channel("News", ann)
    page = ann.says("a page", group)
    post = ann.says("a post", channel)
    ann.edits(post, "a post, corrected")
    ann.says("/digest", reply_to=page)
    ann.forwards(page)
    ann.forwards(post)
    file = ann.sends_file("a.srt", b"x", "c")
    ann.edits(file, "d")
    posted, corrected, asked, copied, announced, _, captioned = heard(telegram)
    assert (posted["sender_chat"]["title"], "from" in posted) == ("News", False)
    assert corrected["text"] == "a post, corrected"
    assert asked["external_reply"]["chat"]["title"] == "Club"
    assert asked["quote"]["text"] == "a page"
    assert copied["forward_origin"]["sender_user"]["first_name"] == "Ann"
    assert announced["forward_origin"]["chat"]["title"] == "News"
    assert (captioned["caption"], "edit_date" in captioned) == ("d", True)


async def test_anonymous_admins_topics_albums_and_pictures_look_as_telegrams(
    telegram: Telegram, ann: Person
) -> None:
    forum = telegram.supergroup("Forum", ann, topics={7: "Films"})
    forum.anonymous.add(ann.user["id"])
    hidden = ann.says("/digest", forum, thread=7)
    assert hidden["from"]["username"] == "GroupAnonymousBot"
    assert hidden["sender_chat"]["title"] == "Forum"
    assert hidden["is_topic_message"]
    first, second = ann.sends_album([("a.srt", b"a"), ("b.srt", b"b")], "both")
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("both", False)
    png = BytesIO()
    Image.new("L", (3, 2)).save(png, "PNG")
    with pytest.raises(ValueError, match="use pastes"):
        ann.says("x" * 4097)
    assert ann.sends_photo(png.getvalue(), "look")["photo"][0]["width"] == 3


async def test_the_bot_is_added_to_a_group_and_told_so(telegram: Telegram, ann: Person) -> None:
    group = telegram.group("Club", ann)
    del group.members[telegram.world.bot["id"]]
    ann.says("/digest before it came", group)
    ann.adds_bot(group)
    member, service = heard(telegram)
    assert member["old_chat_member"]["status"] == "left"
    assert member["new_chat_member"]["status"] == "member"
    assert service["new_chat_members"][0]["username"] == "digest_bot"


@pytest.mark.parametrize("client", ["desktop", "android", "ios"])
def test_a_paste_without_any_break_is_cut_at_the_window(client: Client) -> None:
    assert [len(part) for part in cut("x" * 9000, client)][:2] == [4096, 4096]
    assert cut("short", client) == ["short"]
    assert cut(" \n", client) == []


@pytest.mark.parametrize(("client", "first"), [("desktop", 3000), ("android", 4096), ("ios", 3000)])
def test_each_client_breaks_at_its_own_place(client: Client, first: int) -> None:
    text = "a" * 3000 + "\n" + "b" * 3000
    assert len(cut(text, client)[0]) == first


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("x" * 3900 + "\n\n" + "y" * 100 + "\n" + "z" * 4000, 3900),
        ("x" * 3900 + "\n" + "y" * 100 + " " + "z" * 4000, 3900),
        ("x" * 3900 + ". " + "y" * 100 + " " + "z" * 4000, 3901),
        ("x" * 3900 + " " + "z" * 4000, 3900),
    ],
)
def test_android_looks_for_breaks_in_the_last_units_only(text: str, cuts: int) -> None:
    assert len(cut(text, "android")[0]) == cuts


def test_desktop_prefers_the_best_break_of_the_second_half() -> None:
    words = "x" * 2500
    for better, worse in (("\n\n", "\n"), ("\n", ". "), (". ", ", "), (", ", " ")):
        text = words + better + "y" * 700 + worse + "z" * 4000
        assert len(cut(text, "desktop")[0].rstrip(".,")) == 2500


@pytest.mark.no_cover
def test_cuts_are_those_that_the_clients_sources_make(shared: Path) -> None:
    spec = spec_from_file_location("reference", shared / "telegram" / "cutters.py")
    assert spec
    assert spec.loader
    reference = module_from_spec(spec)
    spec.loader.exec_module(reference)
    rng = random.Random(3)  # noqa: S311 - seeded
    pieces = ["word ", "a", ". ", "\n", "\n\n", "\U0001f600", ", ", "x" * 700, "e.g.", "\u00a0"]
    for size in (10, 1000, 3000) * 5:
        text = "".join(rng.choices(pieces, weights=[9, 9, 3, 2, 1, 2, 3, 1, 1, 1], k=size))
        for client, rule in reference.CLIENTS.items():
            assert cut(text, client) == rule(text)


async def test_history_and_files_stay_bounded(telegram: Telegram, ann: Person) -> None:
    for number in range(KEPT_MESSAGES + 5):
        ann.says(f"message {number}")
    assert len(ann.private.messages) == KEPT_MESSAGES
    for number in range(KEPT_FILES + 5):
        last = telegram.world.files.keep(Upload("a", b"%d" % number))
    assert telegram.world.files.read(last["file_id"]).data == b"304"
    assert len(list(telegram.world.files.folder.iterdir())) == KEPT_FILES


def test_a_menu_shows_the_narrowest_scope(telegram: Telegram, ann: Person) -> None:
    group, channel = telegram.group("Club", ann), telegram.channel("News", ann)
    few, many, own = [{"command": "a"}], [{"command": "b"}], [{"command": "c"}]
    commands = {
        scope_key({"type": "default"}, ""): few,
        scope_key({"type": "all_group_chats"}, ""): many,
        scope_key({"type": "chat", "chat_id": group.id}, ""): own,
    }
    assert menu(commands, ann.private) == few
    assert menu(commands, group) == own
    assert menu({}, channel) == []


async def test_waiting_in_vain_says_for_what(telegram: Telegram, ann: Person) -> None:
    telegram.patience = 0.0
    with pytest.raises(AssertionError, match="waited in vain for a message in 'Ann'"):
        await telegram.next_message(ann.private)

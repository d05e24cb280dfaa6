"""What people say about a digest: it changes its length, gets one true line, or silence."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from tests.handlers.pages import BREAD
from tests.telegram import Running


async def digest_for(ann: Person, telegram: Telegram) -> dict[str, Any]:
    ann.pastes(BREAD)
    return await telegram.next_message(ann.private)


async def said_to(ann: Person, telegram: Telegram, bot: Running) -> list[str]:
    """What the bot has said so far."""
    await bot.idle()
    return [reply["text"] for reply in telegram.said(ann.private)]


@pytest.mark.parametrize(
    ("words", "size"),
    [("2", "2 of 7"), ("/digest 1", "1 of 7"), ("Shorter", "2 of 7"), ("longer!", "7 of 7")],
)
async def test_a_number_or_a_word_changes_the_length_of_the_digest_replied_to(
    telegram: Telegram, bot: Running, ann: Person, words: str, size: str
) -> None:
    reply = await digest_for(ann, telegram)
    ann.says(words, reply_to=reply)
    [text] = await said_to(ann, telegram, bot)
    assert size in text


async def test_a_length_beyond_the_page_is_all_there_is(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    reply = await digest_for(ann, telegram)
    ann.says("999", reply_to=reply)
    [text] = await said_to(ann, telegram, bot)
    assert "7 of 7" in text


@pytest.mark.parametrize("words", ["in German please", "nice loaf", "thanks to the baker"])
async def test_talk_about_a_digest_gets_one_line_that_is_true(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(words)
    _, line = await said_to(ann, telegram, bot)
    assert line.startswith("I read pages, not talk")


@pytest.mark.parametrize("words", ["thank you!", "Ok, thanks :)", "danke", "\N{THUMBS UP SIGN}"])
async def test_a_word_of_thanks_or_agreement_gets_a_friendly_one(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    reply = await digest_for(ann, telegram)
    ann.says(words)
    ann.says(words, reply_to=reply)
    digest, *lines = await said_to(ann, telegram, bot)
    assert digest == reply["text"]
    assert lines == ["Glad to help."] * 2


async def said_below_a_digest(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A digest in a group, and all that the bot has said there once ``words`` answered it."""
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    ann.says(words, group, reply_to=reply)
    await bot.idle()
    return reply, telegram.said(group)


@pytest.mark.parametrize("words", ["thanks", "thank you so much", "\N{THUMBS UP SIGN}", "ok"])
async def test_in_a_group_thanks_get_silence(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    reply, said = await said_below_a_digest(telegram, bot, ann, words)
    assert said == [reply]


async def test_the_word_help_gets_help(telegram: Telegram, bot: Running, ann: Person) -> None:
    ann.says("Help!")
    [text] = await said_to(ann, telegram, bot)
    assert "/digest - " in text


async def test_without_a_digest_a_short_line_is_too_short(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("thank you")
    [text] = await said_to(ann, telegram, bot)
    assert text.startswith("That is too short")


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("lol", 1),
        ("That loaf is too dark for me. " * 25, 1),
        ("shorter", 1),
        ("Who baked it?", 2),
    ],
)
async def test_in_a_group_talk_below_a_digest_gets_silence(
    telegram: Telegram, bot: Running, ann: Person, words: str, answers: int
) -> None:
    _, said = await said_below_a_digest(telegram, bot, ann, words)
    assert len(said) == answers


async def test_in_a_group_only_the_asker_changes_the_length_by_words(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    ben.says("shorter", group, reply_to=reply)
    await bot.idle()
    assert telegram.now(reply)["text"] == reply["text"]
    assert "Only the person who asked" in telegram.said(group)[-1]["text"]
    ann.says("shorter", group, reply_to=reply)
    await bot.idle()
    assert "2 of 7" in telegram.now(reply)["text"]


async def test_start_offers_an_example_that_is_digested(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("/start")
    start = await telegram.next_message(ann.private)
    assert labels(start) == ["Show me an example"]
    ann.presses(start, "Show me")
    await bot.idle()
    example = telegram.said(ann.private)[-1]
    assert "main street" in example["text"]
    ann.presses(example, "Shorter")
    await bot.idle()
    assert telegram.now(example)["text"] != example["text"]


async def test_a_link_with_a_phones_signature_is_a_link(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("https://youtu.be/abcdefghijk\n\nSent from my phone")
    [text] = await said_to(ann, telegram, bot)
    assert text.startswith("I do not open links")


async def test_digest_on_a_marked_part_digests_that_part(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    page = ann.says("Rye first.\n" + "Then the oven is heated until the stone is hot. " * 20)
    await bot.idle()
    part = "Then the oven is heated until the stone is hot. " * 5
    ann.sends(
        {"text": "/digest", "quote": {"text": part, "position": 0, "is_manual": True}},
        reply_to=page,
    )
    await bot.idle()
    assert "50 words" in telegram.said(ann.private)[-1]["text"]


@pytest.mark.parametrize(
    ("words", "said"), [("2", "2 of 7"), ("shorter", "2 of 7"), ("Why does bread rise?", "yeast")]
)
async def test_words_in_reply_to_the_own_page_are_about_its_digest(
    telegram: Telegram, bot: Running, ann: Person, words: str, said: str
) -> None:
    [page] = ann.pastes(BREAD)
    await bot.idle()
    ann.says(words, reply_to=page)
    assert said in (await said_to(ann, telegram, bot))[-1]


async def test_words_in_reply_to_own_words_are_about_the_latest_digest(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await digest_for(ann, telegram)
    ann.says("2", reply_to=ann.says("Nice loaf"))
    text, _ = await said_to(ann, telegram, bot)
    assert "2 of 7" in text


async def test_a_length_that_the_digest_has_shows_it_once_more(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await digest_for(ann, telegram)
    for _ in range(2):
        ann.says("2")
        await bot.idle()
    first, again = await said_to(ann, telegram, bot)
    assert "2 of 7" in again
    assert again == first


@pytest.mark.parametrize("words", ["/links 5", "/links please", "/LINKS now!"])
async def test_words_behind_a_command_do_not_hide_what_it_shows(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(words)
    _, links = await said_to(ann, telegram, bot)
    assert "bread.example" in links
    assert "Yeast" not in links


@pytest.mark.parametrize("words", ["Hello!\nHow are you", "Thanks\n\nbye"])
async def test_a_few_short_lines_are_talk(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    ann.says(words)
    [text] = await said_to(ann, telegram, bot)
    assert text.startswith("That is too short")


async def test_a_short_text_behind_the_command_is_digested(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("/digest Salt slows the yeast down.\nCold dough needs a night to rise.")
    [text] = await said_to(ann, telegram, bot)
    assert "2 of 2 sentences" in text


async def test_what_is_said_below_a_picture_is_no_page(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await digest_for(ann, telegram)
    video = {"file_id": "1", "file_unique_id": "1", "duration": 9, "width": 9, "height": 9}
    ann.sends({"video": video, "caption": "summarize this"})
    _, text = await said_to(ann, telegram, bot)
    assert text.startswith("I read text and files")


@pytest.mark.parametrize("between", [" ", "\n"])
async def test_several_links_are_not_opened_either(
    telegram: Telegram, bot: Running, ann: Person, between: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(f"https://youtu.be/abcdefghijk{between}https://youtu.be/bcdefghijkl")
    _, text = await said_to(ann, telegram, bot)
    assert text.startswith("Links are not opened here")


async def test_a_number_behind_the_command_is_the_length_of_the_page_replied_to(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben, group = telegram.person("Ben"), telegram.group("Bakers", ann)
    [page] = ben.pastes(BREAD, group)
    ann.says("/digest 2", group, reply_to=page)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "2 of 7" in reply["text"]


@pytest.mark.parametrize(("caption", "size"), [("/digest 2", "2 of 7"), ("/digest 99", "7 of 7")])
async def test_a_number_behind_the_command_is_the_length_of_the_file_above_it(
    telegram: Telegram, bot: Running, ann: Person, caption: str, size: str
) -> None:
    ann.sends_file("page.txt", BREAD.encode(), caption)
    [text] = await said_to(ann, telegram, bot)
    assert size in text


@pytest.mark.parametrize("words", ["see you at five", "2", "help"])
async def test_digest_in_reply_to_somebodys_short_words_says_that_they_are_too_short(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    ben, group = telegram.person("Ben"), telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    digest = await telegram.next_message(group)
    ann.says("/digest", group, reply_to=ben.says(words, group))
    answer = await telegram.next_message(group)
    assert answer["text"].startswith("That is too short")
    assert telegram.now(digest)["text"] == digest["text"]

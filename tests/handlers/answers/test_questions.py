"""Questions about a video: what is asked, where, and what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from handlers.message import Texts, render_answer
from summarizer import Answers, Comment, Digest, Link, Passage, Sentence, Subject
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD, VIDEO
from tests.handlers.plain import plain
from tests.telegram import Running

FRIDGE = "A night in the fridge gives the bread time to become sour and good."
ASKED_TWICE = BREAD.replace(
    "In this video\n",
    "@dora\n1 day ago\nWhat flour do you use for the loaf?\nReply\n@emil\n1 day ago\n"
    "Please tell which flour you use for this loaf?\nReply\nIn this video\n",
)


async def said_last(person: Person, telegram: Telegram, bot: Running) -> str:
    await bot.idle()
    return plain(telegram.said(person.private)[-1]["text"])


async def digest_for(ann: Person, telegram: Telegram, page: str = BREAD) -> dict[str, Any]:
    ann.pastes(page)
    return await telegram.next_message(ann.private)


async def test_a_question_is_answered_with_the_videos_own_sentence_and_its_time(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await digest_for(ann, telegram, BREAD + VIDEO)
    question = ann.says("/ask what does a night in the fridge do")
    answer = await said_last(ann, telegram, bot)
    assert answer.startswith("How bread rises\n\n0:18 " + FRIDGE)
    sent = telegram.said(ann.private)[-1]
    assert sent["reply_to_message"]["message_id"] == question["message_id"]


async def test_the_time_opens_the_video_where_its_address_is_known(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says(VIDEO)
    await bot.idle()
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("/ask what does a night in the fridge do")
    await bot.idle()
    assert "AbCdEfGhIjK&t=18" in str(telegram.said(ann.private)[-1]["entities"])


@pytest.mark.parametrize("words", ["What does salt do to yeast?", "what does salt do to yeast"])
async def test_in_private_a_short_question_within_an_hour_needs_no_command(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(words)
    assert "0:24 Salt slows the yeast down" in await said_last(ann, telegram, bot)


async def test_the_digest_replied_to_is_asked_and_not_the_latest(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    first = await digest_for(ann, telegram)
    await digest_for(ann, telegram, BREAD.replace("How bread rises", "A film on rye"))
    ann.says("What does salt do to yeast?", reply_to=first)
    assert (await said_last(ann, telegram, bot)).startswith("How bread rises\n")


async def test_an_answer_can_be_asked_about_in_its_turn_and_does_not_stand_for_the_digest(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    digest = await digest_for(ann, telegram)
    ann.says("/ask What does salt do to yeast?", reply_to=digest)
    await bot.idle()
    answer = telegram.said(ann.private)[-1]
    ann.says("And a night in the fridge?", reply_to=answer)
    assert FRIDGE in await said_last(ann, telegram, bot)
    ann.says("2")
    await bot.idle()
    assert "2 of 7" in telegram.now(digest)["text"]


async def test_what_the_video_does_not_say_is_said_so(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await digest_for(ann, telegram)
    ann.says("/ask Who won the election in Portugal?")
    assert "Nothing in this video answers that." in await said_last(ann, telegram, bot)


async def test_in_a_group_only_a_question_in_reply_to_the_digest_is_answered(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    ann.promotes_bot(group)
    ann.says("/digest " + BREAD, group)
    digest = await telegram.next_message(group)
    ben.says("Did you see what salt does to yeast?", group)
    ben.says("I know what salt does to yeast", group, reply_to=digest)
    await bot.idle()
    assert len(telegram.said(group)) == 1
    ben.says("What does salt do to yeast, " + "tell me, " * 30 + "what?", group, reply_to=digest)
    await bot.idle()
    assert "Salt slows the yeast down" in telegram.said(group)[-1]["text"]
    ben.says("/ask what does a night in the fridge do", group)
    await bot.idle()
    assert FRIDGE in telegram.said(group)[-1]["text"]


async def test_a_question_in_reply_to_other_words_of_the_bot_in_a_group_gets_silence(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    group = telegram.group("Bakers", ann)
    ann.says("/help", group)
    await bot.idle()
    ann.says("Is that so?", group, reply_to=telegram.said(group)[-1])
    await bot.idle()
    assert len(telegram.said(group)) == 1


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("/ask", "Put the question after the command"),
        ("/ask " + "why " * 999, "A question may have up to 500 characters"),
        ("/ask why so short?", "Longer, below the digest, shows more sentences"),
        ("/ask why is the summary so long?", "Shorter, below the digest, shows fewer"),
        ("/ask summarize the video", "That is about my digest"),
        ("/ask how many sentences did you read?", "That is about my digest"),
        ("/ask who made this video", "Kitchen Table Science"),
        ("/ask how long is the video", "The transcript ends at 0:4"),
        ("/ask what do people think?", "Comments, below the digest"),
        ("/ask What should I know?", "Ask about something the page may name"),
        ("/ask is that true?", "Ask about something the page may name"),
        ("/ask Was kostet das Brot?", "asking in English finds more."),
        ("/ask 🍞🍞🍞", "Ask about something the page may name"),
        ("/ask the and of", "Ask about something the page may name"),
        ("/ask '); DROP TABLE pages; --", "Nothing in this video answers that."),
    ],
)
async def test_what_cannot_be_asked_gets_one_true_line(
    telegram: Telegram, bot: Running, ann: Person, words: str, line: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(words)
    assert line in await said_last(ann, telegram, bot)


@pytest.mark.parametrize("command", ["/ask ", ""])
async def test_without_a_page_there_is_nothing_to_ask(
    telegram: Telegram, bot: Running, ann: Person, command: str
) -> None:
    ann.says(command + "What about the salt?")
    assert (await said_last(ann, telegram, bot)).startswith("There is no page here to ask")


@pytest.mark.parametrize("words", ["What does salt do to yeast?", "what does salt do to yeast"])
@pytest.mark.parametrize("command", ["/history", "/find salt"])
async def test_a_question_in_reply_to_a_list_is_asked_of_the_latest_digest(
    telegram: Telegram, bot: Running, ann: Person, command: str, words: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(command)
    await bot.idle()
    ann.says(words, reply_to=telegram.said(ann.private)[-1])
    assert "0:24 Salt slows the yeast down" in await said_last(ann, telegram, bot)


@pytest.mark.parametrize("words", ["salt", "tell me about the salt"])
async def test_in_private_words_that_ask_nothing_are_told_how_to_ask(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    await digest_for(ann, telegram)
    ann.says(words)
    assert "end it with a question mark" in await said_last(ann, telegram, bot)


async def test_a_page_that_is_not_kept_any_more_is_said_so(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    digest = await digest_for(ann, telegram)
    ann.says("/forget")
    await bot.idle()
    ann.says("What does salt do to yeast?", reply_to=digest)
    assert await said_last(ann, telegram, bot) == (
        "This page is not kept any more: send it once more."
    )


async def test_a_question_is_answered_after_a_restart_too(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings):
        digest = await digest_for(ann, telegram)
    async with conversation(telegram, settings) as bot:
        ann.says("What does salt do to yeast?", reply_to=digest)
        assert "0:24 Salt slows" in await said_last(ann, telegram, bot)


async def test_a_question_of_several_commenters_has_a_button_that_asks_the_video(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    page = ASKED_TWICE.replace("Warm dough", "The flour we use for this loaf is rye. Warm dough")
    digest = await digest_for(ann, telegram, page)
    ann.presses(digest, "Comments")
    await bot.idle()
    shown = telegram.now(digest)
    assert "Does the video answer it?" in shown["text"]
    question, back = labels(shown)
    assert "flour" in question
    assert back == "Back"
    ann.presses(shown, question)
    assert "The flour we use for this loaf is rye." in await said_last(ann, telegram, bot)
    assert telegram.said(ann.private)[-1]["reply_to_message"]["message_id"] == digest["message_id"]


PING = "Ask @someone_here or /start at evil.example #now, she said. "
SENTENCE = Sentence(0, PING, 65.0, "@host.example")
LOUD = Passage(PING, 65.0, 0.9, (SENTENCE,) * 2, (SENTENCE,) * 3, "Dr. @Who")


@pytest.mark.parametrize(
    "answers",
    [
        Answers("?", (LOUD,) * 3, comments=(Comment(PING, "@ann", 5),) * 2),
        Answers("?", (Passage(PING * 99, None, 0.9, (Sentence(0, PING * 99),)),) * 3),
        Answers("?", nearest=LOUD, language="de", without_transcript=True),
        Answers("?", described=(LOUD,) * 2, of_comments=True, comments=(Comment(PING, "@a"),)),
        Answers("?", subject="digest"),
    ],
)
def test_an_answer_is_one_message_in_which_the_pages_words_ping_nobody(answers: Answers) -> None:
    tdlib = pytest.importorskip("tests.tdlib")
    digest = Digest(title="All of @them", url="https://video.example/1", language="en")
    text, entities = tdlib.parse(render_answer(digest, answers, Texts()))
    assert tdlib.units(text) <= 4096
    assert len(entities) <= 100
    kinds = {entity.kind for entity in entities}
    assert kinds <= {"textEntityTypeTextUrl", "textEntityTypeCode", "textEntityTypeBold"}
    marked = [(e.begin, e.end) for e in entities]
    alive = tdlib.found_by_itself(text)
    allowed = {"/digest"} if answers.subject != "page" else set()
    loose = [e for e in alive if not any(b <= e.begin and e.end <= x for b, x in marked)]
    assert {text[e.begin : e.end] for e in loose} == allowed


def test_the_answer_says_what_it_stands_on() -> None:
    digest = Digest(title="Bread", language="en")
    answers = Answers("?", nearest=Passage("It rose.", 5.0), language="de", without_transcript=True)
    text = plain(render_answer(digest, answers, Texts()))
    assert "You ask in German, the page speaks English" in text
    assert "There is no transcript here" in text
    assert text.endswith("The nearest to it: 0:05 It rose.")
    assert "Nothing in this video" not in text


def test_who_speaks_stands_in_front_of_each_turn_of_a_passage() -> None:
    asks = Sentence(0, "Did it rise?", 5.0, "ANN")
    passage = Passage("It did.", 5.0, 0.9, (asks,), (Sentence(2, "Twice.", 9.0, "BEN"),), "BEN")
    text = plain(render_answer(Digest("Bread"), Answers("?", (passage,)), Texts()))
    assert text.endswith("0:05 <b>ANN:</b> Did it rise? <b>BEN:</b> It did. Twice.")


def test_a_question_about_the_digest_is_told_how_to_change_it() -> None:
    line = render_answer(
        Digest(title="Bread"), Answers("whose summary?", subject="digest"), Texts()
    )
    assert "/digest 10" in line
    assert "Longer" in line


@pytest.mark.parametrize(
    ("subject", "line"), [("channel", "whose video it is."), ("length", "how long the video is.")]
)
def test_what_the_page_does_not_say_of_the_video_is_said_so(subject: Subject, line: str) -> None:
    text = render_answer(Digest(title="Bread"), Answers("?", subject=subject), Texts())
    assert text.endswith(line)
    assert text.startswith("This page does not say")


def test_what_the_page_states_of_the_video_is_marked_as_what_it_is() -> None:
    bread = Digest("Bread", "Rye Daily")
    whose = plain(render_answer(bread, Answers("?", subject="channel"), Texts()))
    assert whose == "<b>Bread</b>\n\n<b>Channel</b>\nRye Daily"
    speakers = Answers("?", subject="speakers", speakers=("Mara Voss", "@ilja"))
    named = plain(render_answer(bread, speakers, Texts()))
    assert named.startswith("<b>Bread</b>\n\n<b>Speakers, as the page names them</b>\nMara Voss\n")


LINE = Passage("All counts: https://quay.example/tables?utm_source=video")


def test_a_line_of_the_description_is_marked_and_its_address_cleaned() -> None:
    clean = "https://quay.example/tables"
    link = Link(clean, clean + "?utm_source=video")
    text = plain(
        render_answer(Digest("Bread", links=(link,)), Answers("?", described=(LINE,)), Texts())
    )
    assert f"From the description</b>\nAll counts: <code>{clean}<" in text
    assert "utm_source" not in text
    assert "Nothing in this video" not in text


def test_comments_that_are_asked_for_come_first() -> None:
    answers = Answers(
        "?", (Passage("It rose."),), comments=(Comment("Fine loaf."),), of_comments=True
    )
    text = plain(render_answer(Digest("Bread"), answers, Texts()))
    assert text.index("Fine loaf.") < text.index("It rose.")

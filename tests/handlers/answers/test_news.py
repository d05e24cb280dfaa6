"""The same video, sent again later: the same digest, and what is new beside it."""

from __future__ import annotations

import re

import pytest

from bot.local.telegram import Telegram
from bot.local.world.people import Person
from summarizer import Comment, Page
from summarizer.later_copy import News, new_comments
from tests.handlers.pages import BREAD, VIDEO
from tests.handlers.plain import plain
from tests.telegram import Running


def later(stated: int = 5, more: int = 2) -> str:
    said = "".join(f"@late{n}\n1 day ago\nI baked loaf {n}, lovely!\nReply\n" for n in range(more))
    page = BREAD.replace("In this video\n", said + "In this video\n")
    return page.replace("3 Comments", f"{stated} Comments").replace("2 weeks ago", "3 weeks ago")


async def texts(person: Person, telegram: Telegram, bot: Running, *pages: str) -> list[str]:
    """All that the bot says to these pages, one after another."""
    for page in pages:
        person.pastes(page)
        await bot.idle()
    return [plain(m["text"]) for m in telegram.said(person.private)]


async def test_what_is_new_stands_in_a_message_of_its_own_beside_the_same_digest(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    [alone] = await texts(telegram.person("Ben"), telegram, bot, later())
    _, again, news = await texts(ann, telegram, bot, BREAD, later())
    assert again == alone
    first, said, *quotes, balance = news.splitlines()
    assert first == "How bread rises"
    assert re.fullmatch(r"2 comments are new since the earlier copy of \d{4}-\d\d-\d\d\.", said)
    assert quotes == [f"“I baked loaf {n}, lovely!”" for n in range(2)]
    assert re.fullmatch(
        r"Then positive \d, negative \d of 3 read; now positive \d, negative \d of 5 read\.",
        balance,
    )


async def test_of_copies_that_lack_comments_no_balance_is_said(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    *_, news = await texts(ann, telegram, bot, BREAD, later(stated=900))
    assert news.endswith("“I baked loaf 1, lovely!”")


async def test_of_one_comment_it_is_said_in_the_singular(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    *_, news = await texts(ann, telegram, bot, BREAD, later(4, 1))
    assert "1 comment is new since" in news


@pytest.mark.parametrize(
    "pages",
    [
        (BREAD, BREAD),
        (later(), BREAD),
        (BREAD, later().replace("How bread rises", "A film on rye")),
        (BREAD, later().replace("Kitchen Table Science", "Another channel")),
    ],
)
async def test_nothing_is_said_of_the_same_copy_of_no_news_and_of_another_video(
    telegram: Telegram, bot: Running, ann: Person, pages: tuple[str, ...]
) -> None:
    assert len(await texts(ann, telegram, bot, *pages)) == len(pages)


async def test_a_video_with_another_title_is_known_by_its_address(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    renamed = later().replace("How bread rises", "How bread rises (2026)")
    *_, news = await texts(ann, telegram, bot, f"{VIDEO}\n{BREAD}", f"{VIDEO}\n{renamed}")
    assert "2 comments are new since" in news


async def test_the_news_are_told_once_however_often_the_digest_is_asked_for(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await texts(ann, telegram, bot, BREAD, later())
    said = await texts(ann, telegram, bot, later())
    assert sum("new since the earlier copy" in text for text in said) == 1


async def test_another_chat_gives_no_news(telegram: Telegram, bot: Running, ann: Person) -> None:
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    assert len(await texts(ann, telegram, bot, later())) == 1


def test_comments_are_the_same_by_author_and_words() -> None:
    old = Page(comments=(Comment("Nice  loaf", "@a", likes=1), Comment("Nice loaf", "@b")))
    new = Page(
        comments=(Comment("nice loaf", "@a", likes=9), Comment("Nice loaf", "@c"), *old.comments)
    )
    assert new_comments(old, new) == News(2, ("Nice loaf",))
    assert new_comments(new, old) == News(0)


def test_the_new_comments_that_most_like_are_quoted_and_no_advertisement() -> None:
    spam = Comment("Contact me on WhatsApp +1 555 010 9999 for investment profits", "@x", likes=99)
    liked = [Comment(f"Loaf {n} was good", f"@{n}", likes=n) for n in range(4)]
    news = new_comments(Page(comments_stated=0), Page(comments=(spam, *liked)))
    assert news == News(5, ("Loaf 3 was good", "Loaf 2 was good"))


@pytest.mark.parametrize(("stated", "number"), [(None, 0), (7, 0), (0, 1)])
def test_a_copy_without_its_comments_says_nothing_of_which_are_new(
    stated: int | None, number: int
) -> None:
    earlier = Page(comments_stated=stated)
    assert new_comments(earlier, Page(comments=(Comment("Lovely loaf"),))).number == number

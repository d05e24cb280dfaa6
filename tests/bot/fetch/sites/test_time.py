"""What comes in time stays, whatever does not."""

from __future__ import annotations

import asyncio

import pytest

from bot.fetch.model import FetchError, Got
from bot.fetch.sites import fetch
from tests.bot.fetch.sites.test_peertube import TALK, URL
from tests.bot.fetch.sites.web import lacks, page_of


class Silent:
    """A Get that answers at once, but never where the address has a certain word."""

    def __init__(self, word: str) -> None:
        self.word = word

    async def __call__(
        self,
        url: str,
        *,
        accept: str = "*/*",  # noqa: ARG002 - of the protocol
        most_bytes: int | None = None,  # noqa: ARG002
    ) -> Got:
        if self.word in url:
            await asyncio.Event().wait()
        answer = TALK[url.removeprefix("https://")]
        return Got(url, answer.status, answer.kind, answer.body)


async def test_comments_that_never_come_leave_the_rest() -> None:
    came = await fetch(URL, Silent("comment-threads"), seconds=2)
    assert (came.came, lacks(came)) == (("page", "captions-human"), [("comments", "slow")])
    assert len(page_of(came).transcript) == 3


async def test_a_page_that_never_comes_is_said_to_be_slow() -> None:
    with pytest.raises(FetchError, match="fetch-slow"):
        await fetch(URL, Silent("films"), seconds=0.1)

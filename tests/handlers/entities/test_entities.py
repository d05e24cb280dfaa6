"""TDLib, Telegram's own library, judges what is found in texts."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import example, given, settings

from handlers.entities import find_entities
from tests import tdlib
from tests.handlers.entities.texts import TEXTS

CASES = 3000
KINDS = {
    "BankCardNumber": "bank_card",
    "BotCommand": "bot_command",
    "Cashtag": "cashtag",
    "EmailAddress": "email",
    "Hashtag": "hashtag",
    "Mention": "mention",
    "Url": "url",
}
WORDS = """
@ user @user_name @bo @gif / /start /digest@bot /a # tag #tag #1 #тег $ $USD $1INCH example e .
.com .org example.com http:// https:// HTTPS:// ftp:// tg:// tg://tag mailto: me@mail.com a.b@c.de
:80 :99999 : /path ?q=1 #frag ( ) [ ] { } ' " « » < > , ! ? … é я пример.рф 日本 😀 _ - ~ 1.2.3.4
256.1.1.1 127.0.0.1:8080 x.y readme.md v1.2 3.14 e.g. ... a_b.com a-.com xn--p1ai.xn--p1ai ` ; %20
sftp:// xhttp:// www. co.uk + * | — u:p@ ½ • \u200b \u200d
"""
BLANKS = [" ", "\n", "\u00a0", "\t"]


def found(text: str) -> list[tuple[int, int, str]]:
    """What this project finds, in UTF-16 units."""
    return [
        (tdlib.units(text[: e.start]), tdlib.units(text[: e.end]), e.kind)
        for e in find_entities(text)
    ]


def judged(text: str) -> list[tuple[int, int, str]]:
    """What TDLib finds."""
    prefix = "textEntityType"
    return [
        (e.begin, e.end, KINDS[e.kind.removeprefix(prefix)]) for e in tdlib.found_by_itself(text)
    ]


@settings(max_examples=1_000)
@given(TEXTS)
@example("很好。谢谢")
@example("!℀example.com:٨〻")
@example("ıa.b@c.de")
@example("tg://ı")
@example("x 4242 4242 4242 4242 4242")
def test_entities_are_found_where_tdlib_finds_them_in_any_script(text: str) -> None:
    assert found(text) == judged(text)


def test_entities_are_found_where_tdlib_finds_them() -> None:
    rng = random.Random(9)  # noqa: S311 - seeded, for the same cases each time
    total = 0
    for _ in range(CASES):
        text = "".join(rng.choices([*WORDS.split(), *BLANKS], k=rng.randint(1, 9)))
        assert found(text) == judged(text), text
        total += len(judged(text))
    assert total > CASES / 2


def test_cards_are_told_from_other_numbers_as_tdlib_tells_them() -> None:
    rng = random.Random(12)  # noqa: S311 - as above
    total = 0
    for _ in range(CASES):
        digits = rng.choice(["4", "51", "2221", "34", "62", "81", "2200", "9", ""])
        digits += "".join(rng.choices("0123456789", k=rng.randint(8, 17)))
        blanks = rng.choice(["", "", " ", "-", "- "])
        text = "".join(digit + rng.choice(["", blanks]) for digit in digits)
        assert found(text) == judged(text), text
        total += len(judged(text))
    assert total > CASES / 100


@pytest.mark.parametrize("piece", [".", "@", "a.", "#", "a@", "/", "(", "://", "a.b@", "1 ", "1.-"])
def test_long_runs_of_one_piece_take_no_quadratic_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    find_entities(text)
    assert time.process_time() - start < 20, "linear takes under a second, quadratic minutes"

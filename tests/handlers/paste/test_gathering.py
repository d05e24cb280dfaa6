"""Which messages a gathering takes, and what it is a note to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from bot.local.text.cutters import CLIENTS
from handlers.paste.gathering import Gathering
from handlers.paste.incoming import Command, Document, Incoming
from handlers.protocols import Sender
from tests.handlers.paste.manual_clock import ANN

SENDER = Sender(ANN, ANN)
LINK = "https://youtu.be/dQw4w9WgXcQ"
PAGE = "How bread rises\nBaker's Corner\n" + "\n".join(
    f"Step {n}: fold the dough, wait, and fold it again; it likes that." for n in range(120)
)
FIRST, SECOND = CLIENTS["desktop"](PAGE)
THREE = CLIENTS["desktop"](PAGE + "\n" + "\n".join(PAGE.split("\n")[:1:-1]))[:3]
_ESSAY = "\n".join(
    f"{''.join(letters)} is what this line is about, and the next is about another."
    for letters in product("bdfgklmnprst", "aeiou", "ln")
)
_EARLY = _ESSAY.rindex("\n", 0, 4000)
UNKNOWN = _ESSAY[:_EARLY], _ESSAY[_EARLY + 1 :]
"""Two parts that no client known here would make: one ends sooner, the others later."""
OTHERS = [
    f"How {who} sleep\n\n" + "\n".join(f"0:{n:02d} {who} {n} lie " + "z" * 70 for n in range(46))
    for who in ("bees", "cats")
]
"""Two pages, each almost as long as a message can be."""
FILE = Document("f", "talk.vtt")

Gather = Callable[..., Gathering]


def sent(message: int, text: str = "", **fields: object) -> Incoming:
    return replace(Incoming(SENDER, message, text=text), **fields)  # type: ignore[arg-type]


@pytest.fixture
def gather() -> Gather:
    """Makes a gathering of these parts."""

    def gather(*parts: Incoming) -> Gathering:
        return Gathering("100:1", SENDER, parts={part.message: part for part in parts})

    return gather


def test_its_batch_holds_the_parts_in_the_order_they_were_sent(gather: Gather) -> None:
    gathering = gather(sent(2, SECOND), sent(1, FIRST))
    gathering.asked = sent(5, "/digest")
    gathering.refused = {4: sent(4, "too many")}
    gathering.beside = {3: sent(3, LINK)}
    batch = gathering.batch()
    assert [part.message for part in batch.parts] == [1, 2]
    assert batch.text == PAGE
    assert batch.asked == gathering.asked
    assert batch.refused == (4,)
    assert batch.beside == (gathering.beside[3],)
    assert gathering.messages == (2, 1, 4, 3)


@pytest.mark.parametrize(
    ("small", "large", "belongs"),
    [
        (LINK, FIRST, True),
        ("please sum this up:", FIRST, True),
        ("please sum this up:", LINK, True),
        (LINK, LINK, False),
        (LINK, "please sum this up:", False),
        ("please sum this up:", "thank you!", False),
        (FIRST, FIRST, False),
        (FIRST, LINK, False),
    ],
)
def test_a_link_or_a_short_line_belongs_beside_what_says_more(
    gather: Gather, small: str, large: str, *, belongs: bool
) -> None:
    assert gather(sent(1, small)).belongs_beside(gather(sent(2, large))) is belongs


def test_a_page_has_one_link_beside_it_and_any_number_of_words(gather: Gather) -> None:
    page = gather(sent(1, FIRST))
    page.beside = {2: sent(2, "please sum this up:")}
    assert gather(sent(3, LINK)).belongs_beside(page)
    page.beside[3] = sent(3, LINK)
    assert not gather(sent(4, LINK)).belongs_beside(page)
    assert gather(sent(4, "thank you!")).belongs_beside(page)


def test_a_link_that_a_command_asks_about_is_no_note(gather: Gather) -> None:
    link = gather(sent(1, LINK))
    link.asked = sent(2, "/digest")
    assert not link.belongs_beside(gather(sent(3, FIRST)))


def test_an_edited_part_takes_the_place_of_its_former_version(gather: Gather) -> None:
    gathering = gather(sent(1, FIRST))
    gathering.beside = {2: sent(2, LINK)}
    assert gathering.replace(sent(1, SECOND)) == sent(1, FIRST)
    assert gathering.replace(sent(2, "thanks")) == sent(2, LINK)
    assert gathering.parts == {1: sent(1, SECOND)}
    assert gathering.beside == {2: sent(2, "thanks")}


def test_a_message_that_it_does_not_hold_is_no_edit(gather: Gather) -> None:
    gathering = gather(sent(1, FIRST))
    assert gathering.replace(sent(2, SECOND)) is None
    assert gathering.parts == {1: sent(1, FIRST)}


def test_the_next_part_of_a_paste_is_accepted(gather: Gather) -> None:
    assert gather(sent(1, FIRST)).accepts(sent(2, SECOND))


def test_a_part_that_was_overtaken_by_the_next_is_accepted(gather: Gather) -> None:
    first, last = CLIENTS["desktop"](PAGE[:4600])
    assert gather(sent(2, last)).accepts(sent(1, first))
    assert not gather(sent(2, first)).accepts(sent(1, last))


def test_a_part_is_compared_with_the_one_before_it_though_later_ones_are_there(
    gather: Gather,
) -> None:
    first, second, third = THREE
    gathering = gather(sent(1, first), sent(3, third, date=900.0))
    assert gathering.accepts(sent(2, second))
    assert not gathering.accepts(sent(2, second, date=900.0))


def test_of_several_before_it_the_last_one_counts_in_whatever_order_they_came(
    gather: Gather,
) -> None:
    first, second, third = THREE
    gathering = gather(sent(2, second, date=900.0), sent(1, first))
    assert gathering.accepts(sent(3, third, date=901.0))
    assert not gathering.accepts(sent(3, third, date=100.0))


def test_a_part_after_one_that_was_too_many_is_accepted_to_be_refused(gather: Gather) -> None:
    first, second, third = THREE
    gathering = gather(sent(1, first))
    assert not gathering.accepts(sent(3, third, date=200.0))
    gathering.refused = {2: sent(2, second, date=100.0)}
    assert gathering.accepts(sent(3, third, date=200.0))


def test_an_empty_gathering_and_another_text_accept_nothing(gather: Gather) -> None:
    assert not gather().accepts(sent(1, FIRST))
    assert not gather(sent(1, FIRST)).accepts(sent(2, "Why boats float\nHarbour Talk"))


@pytest.mark.parametrize(("seconds", "accepted"), [(120.0, True), (120.1, False)])
def test_a_part_may_come_two_minutes_after_the_last_or_before_the_next(
    gather: Gather, seconds: float, *, accepted: bool
) -> None:
    assert gather(sent(1, FIRST)).accepts(sent(2, SECOND, date=seconds)) is accepted
    assert gather(sent(2, SECOND, date=seconds)).accepts(sent(1, FIRST)) is accepted


def test_parts_of_different_writers_stay_apart(gather: Gather) -> None:
    assert not gather(sent(1, FIRST)).accepts(sent(2, SECOND, origin="user:5"))
    forwarded = gather(sent(1, FIRST, origin="user:5"))
    assert not forwarded.accepts(sent(2, SECOND))
    assert forwarded.accepts(sent(2, SECOND, origin="user:5"))


def test_a_command_begins_a_paste_and_never_goes_on_with_one(gather: Gather) -> None:
    command = Command("digest", 8)
    assert gather(sent(2, SECOND)).accepts(sent(1, "/digest\n" + FIRST, command=command))
    assert not gather(sent(1, FIRST)).accepts(sent(2, SECOND, command=command))


@pytest.mark.parametrize(("seconds", "accepted"), [(2.0, True), (2.1, False)])
def test_a_link_after_a_full_part_is_its_end_only_when_it_comes_at_once(
    gather: Gather, seconds: float, *, accepted: bool
) -> None:
    full = gather(sent(1, FIRST + " " + "x" * (4090 - len(FIRST))))
    assert full.accepts(sent(2, LINK, date=seconds)) is accepted


@pytest.mark.parametrize(("seconds", "accepted"), [(2.0, True), (2.1, False)])
def test_parts_of_an_unknown_client_are_accepted_when_they_come_at_once(
    gather: Gather, seconds: float, *, accepted: bool
) -> None:
    first, second = UNKNOWN
    assert gather(sent(1, first)).accepts(sent(2, second, date=seconds)) is accepted


def test_forwarded_parts_of_an_unknown_client_stay_apart(gather: Gather) -> None:
    first, second = (sent(n, text, origin="user:5") for n, text in enumerate(UNKNOWN, 1))
    assert not gather(first).accepts(second)


def test_after_a_short_part_of_an_unknown_client_the_paste_has_ended(gather: Gather) -> None:
    first, second = UNKNOWN
    pasted = gather(sent(1, first), sent(2, second[:500]))
    assert not pasted.accepts(sent(3, second[500:1000]))


def test_pages_that_fill_a_message_each_stay_apart_though_they_come_at_once(
    gather: Gather,
) -> None:
    bees, cats = OTHERS
    assert not gather(sent(1, bees)).accepts(sent(2, cats))


def test_files_belong_together_by_their_album_alone(gather: Gather) -> None:
    def file(message: int, album: str | None) -> Incoming:
        return sent(message, document=FILE, album=album)

    assert gather(file(1, "a")).accepts(file(2, "a"))
    assert not gather(file(1, "a")).accepts(file(2, "b"))
    assert not gather(file(1, None)).accepts(file(2, None))
    assert not gather(file(1, "a")).accepts(file(2, None))


def test_a_file_and_a_text_belong_together_by_their_album_alone(gather: Gather) -> None:
    assert not gather(sent(1, FIRST)).accepts(sent(2, SECOND, document=FILE))
    assert not gather(sent(1, FIRST, document=FILE)).accepts(sent(2, SECOND))
    caption = sent(2, "the talk of May", album="a")
    assert gather(sent(1, document=FILE, album="a")).accepts(caption)

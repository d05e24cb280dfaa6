"""The judge of the machines finds each kind of fault, and none where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.machines.records import (
    ANN,
    ANSWER_TO_PRESS,
    GROUP,
    LINE,
    PAGE,
    PRESS,
    SIZE,
    help_,
    record,
    send,
)
from tools.soak.machines.judge import judge
from tools.soak.machines.record import Asked, Failure, Record, Taken
from tools.soak.machines.running import row

CAKE = replace(PAGE, at=12.0, message=3, title="Cake")
FILM = "00000000042"
LINK = f"https://www.youtube.com/watch?v={FILM}"


def cake(at: float, message: int = 51, **more: object) -> Taken:
    return send(at, message, **{"text": f"Cake\n{SIZE}", "reply_to": 3, **more})


def faults(made: Record) -> dict[str, int]:
    """How many there are of each kind, without those of which there are none."""
    verdict = judge(made)
    kinds = ("lost", "disordered", "wrong", "doubles", "unknowable")
    counts = {kind: len(getattr(verdict, kind)) for kind in kinds}
    return {kind: number for kind, number in counts.items() if number}


def test_whoever_was_answered_once_is_no_fault() -> None:
    made = record([PAGE, LINE, PRESS], [send(11), help_(12), ANSWER_TO_PRESS])
    assert faults(made) == {}
    assert row("kill", 1, judge(made)).is_well
    assert judge(made).waits == pytest.approx((1.1, 2.1, 1.1))


@pytest.mark.parametrize("one", [PAGE, LINE, PRESS], ids=lambda one: one.kind)
def test_what_was_never_answered_is_lost(one: Asked) -> None:
    assert faults(record([one], [])) == {"lost": 1}
    assert not row("kill", 1, judge(record([one], []))).is_well


def test_an_answer_that_was_removed_is_none() -> None:
    gone = Taken("delete", "one", 12, 12.1, 12.2, ANN, 50)
    assert faults(record([PAGE], [send(11), gone])) == {"lost": 1}


def test_a_page_of_which_a_part_is_missing_is_lost_and_the_digest_of_the_rest_is_wrong() -> None:
    part = send(11, text="Bread\n27 comments")
    assert faults(record([PAGE], [part])) == {"lost": 1, "wrong": 1}


def test_a_digest_may_begin_as_a_note_of_progress_and_grow() -> None:
    note = send(11, text="Receiving, 3 parts …")
    half = send(12, verb="edit", text="Bread\n27 comments")
    whole = send(13, verb="edit")
    assert faults(record([PAGE], [note, half, whole])) == {}
    assert judge(record([PAGE], [note, half, whole])).waits == pytest.approx((2.1,))


def test_a_note_of_progress_that_stays_is_wrong() -> None:
    assert faults(record([PAGE], [send(11, text="Receiving, 3 parts …")])) == {
        "lost": 1,
        "wrong": 1,
    }


def test_a_message_that_answers_nothing_is_wrong() -> None:
    stray = send(12, 99, text="That is too short", reply_to=77)
    assert faults(record([PAGE], [send(11), stray])) == {"wrong": 1}


def test_two_pages_in_one_digest_are_wrong() -> None:
    both = send(12, verb="edit", text=f"Cake\n{SIZE}")
    assert faults(record([PAGE, CAKE], [send(11), both])) == {"wrong": 1}


def test_a_page_answered_before_an_earlier_one_is_out_of_order() -> None:
    assert faults(record([PAGE, CAKE], [send(11), cake(13)])) == {}
    assert faults(record([PAGE, CAKE], [cake(13), send(15)])) == {"disordered": 1}
    assert faults(record([PAGE, replace(CAKE, person=9)], [cake(13), send(15)])) == {}


def test_a_page_waits_ten_seconds_for_an_earlier_one_and_not_before_the_bot_is_back() -> None:
    late = [cake(30), send(35)]
    assert faults(record([PAGE, CAKE], late)) == {}
    back = help_(25)
    assert faults(record([PAGE, CAKE, LINE], [back, *late], Failure("one", 24))) == {
        "disordered": 1
    }


def test_an_answer_twice_is_a_double_unless_one_was_removed() -> None:
    twice = [send(11), send(13, 52, machine="two")]
    gone = Taken("delete", "one", 14, 14.1, 14.2, ANN, 50)
    assert faults(record([PAGE], twice)) == {"doubles": 1}
    assert faults(record([PAGE], [*twice, gone])) == {}
    assert judge(record([PAGE], [*twice, gone])).removed == 1
    assert faults(record([LINE], [help_(11), help_(12, 61)])) == {"doubles": 1}


UNRECORDED = frozenset({f"{ANN}:1"})


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (Failure("one", 11.1, is_kill=True, unrecorded=UNRECORDED), "unknowable"),
        (Failure("one", 10.9, is_kill=True, unrecorded=UNRECORDED), "unknowable"),
        (Failure("one", 11.1, is_kill=True, unrecorded=frozenset({f"{ANN}:11"})), "doubles"),
        (Failure("one", 10.4, is_kill=True, unrecorded=UNRECORDED), "doubles"),
        (Failure("two", 11.1, is_kill=True, unrecorded=UNRECORDED), "doubles"),
        (Failure("one", 11.1, unrecorded=UNRECORDED), "doubles"),
    ],
    ids=["on its way", "just before", "recorded", "long before", "another", "stopped"],
)
def test_only_a_kill_between_the_call_and_its_record_excuses_a_double(
    failure: Failure, kind: str
) -> None:
    made = record([PAGE], [send(11), send(13, 52, machine="two")], failure)
    assert faults(made) == {kind: 1}


def test_a_note_of_progress_from_the_instant_of_a_kill_is_a_double_that_nobody_can_know_of() -> (
    None
):
    note = send(11, 49, text="Receiving, 3 parts …")
    made = record(
        [PAGE], [note, send(13)], Failure("one", 11.1, is_kill=True, unrecorded=UNRECORDED)
    )
    assert faults(made) == {"unknowable": 1}
    assert faults(record([PAGE], [note, send(13)])) == {"wrong": 1, "doubles": 1}


def test_the_link_before_a_page_is_answered_and_its_digest_links_to_the_video() -> None:
    link, page = replace(LINE, video=FILM), replace(PAGE, video=FILM)
    linked = send(11, links=(LINK,))
    assert faults(record([link, page], [help_(10.5), linked])) == {}
    assert faults(record([link, page], [linked])) == {}  # both came at once
    assert faults(record([link, page], [help_(10.5), send(11)])) == {"lost": 1}


def test_more_than_thirty_in_a_second_over_all_machines_are_too_many() -> None:
    lines = [replace(LINE, message=n, chat=n, person=n) for n in range(31)]
    calls = [
        help_(11 + n / 40, 100 + n, chat=n, reply_to=n, machine="one" if n % 2 else "two")
        for n in range(31)
    ]
    fast, slow = judge(record(lines, calls)), judge(record(lines[:30], calls[:30]))
    assert (fast.in_a_second, fast.is_too_fast) == (31, True)
    assert (slow.in_a_second, slow.is_too_fast) == (30, False)
    assert not row("kill", 1, fast).is_well


def test_more_than_twenty_a_minute_in_a_group_and_three_at_once_in_a_chat_are_too_many() -> None:
    edits = [send(11 + 2.5 * n, verb="edit", chat=GROUP) for n in range(21)]
    assert judge(record([], edits)).in_a_minute == 21
    assert judge(record([], edits)).is_too_fast
    assert not judge(record([], edits[:20])).is_too_fast
    at_once = [send(11 + n / 2, verb="edit") for n in range(4)]
    assert judge(record([], at_once)).is_too_fast
    assert not judge(record([], at_once[:3])).is_too_fast


def test_a_link_whose_answer_was_removed_is_taken_up_by_the_page_of_the_next_process() -> None:
    link, page = replace(LINE, video=FILM), replace(PAGE, video=FILM)
    removed = Taken("delete", "one", 12, 12.1, 12.2, ANN, 60)
    linked = send(13, machine="two", links=(LINK,))
    assert faults(record([link, page], [help_(11), removed, linked])) == {}
    assert faults(record([link, page], [help_(11), removed, send(13)])) == {"lost": 2}


def test_recovery_is_from_the_failure_to_the_next_first_answer() -> None:
    edit = send(21, verb="edit")
    made = record([PAGE, LINE], [send(11), edit, help_(26)], Failure("one", 20.0))
    assert judge(made).recovery == (6.0,)

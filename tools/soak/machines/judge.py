"""What went wrong, read from the record alone."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from handlers.queues import WAIT_SECONDS
from tools.soak.machines.answers import Answered, Shown, answered_in, shown_in
from tools.soak.machines.pace import most_in_one_chat, most_within
from tools.soak.machines.record import Failure, Record

WAY_SECONDS: Final = 0.5
"""So late a call may come of a process that has been killed."""
NEARER: Final = 0.9
"""Calls come nearer to each other than they were made, by up to a tenth of the windows."""
MOST_A_SECOND: Final = 30
MOST_A_MINUTE: Final = 20
MOST_IN_A_CHAT: Final = 3
"""In as many seconds."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What went wrong, each thing named, and figures of the rest.

    ``unknowable`` are answers that stand twice since a sender was killed in the instant in which
    nobody can know, ``doubles`` all others; ``removed`` were twice there for a while. ``recovery``
    holds the seconds from each failure to the next first answer, ``waits`` those of all who asked.
    """

    asked: int
    lost: tuple[str, ...]
    disordered: tuple[str, ...]
    wrong: tuple[str, ...]
    doubles: tuple[str, ...]
    unknowable: tuple[str, ...]
    removed: int
    in_a_second: int
    in_a_minute: int
    in_a_chat: int
    recovery: tuple[float, ...]
    waits: tuple[float, ...]

    @property
    def is_too_fast(self) -> bool:
        """Whether Telegram would have refused calls."""
        return (
            self.in_a_second > MOST_A_SECOND
            or self.in_a_minute > MOST_A_MINUTE
            or self.in_a_chat > MOST_IN_A_CHAT
        )


def judge(record: Record) -> Verdict:
    """Read the record, once everybody has had the time to be answered."""
    shown = shown_in(record)
    answered = answered_in(record, shown)
    doubles = [*_doubles(answered)]
    paced = [call for call in record.taken if call.verb in {"send", "edit"}]
    return Verdict(
        asked=len(answered),
        lost=tuple(str(one) for one in answered if one.is_lost),
        disordered=tuple(map(str, _disordered(record, answered))),
        wrong=tuple(_wrong(record, answered, shown)),
        doubles=tuple(_told(*pair) for pair in doubles if not _in_the_instant(pair[1], record)),
        unknowable=tuple(_told(*pair) for pair in doubles if _in_the_instant(pair[1], record)),
        removed=sum(message.is_gone for message in shown),
        in_a_second=most_within(paced, NEARER),
        in_a_minute=most_in_one_chat((call for call in paced if call.chat < 0), 60 * NEARER),
        in_a_chat=most_in_one_chat(paced, MOST_IN_A_CHAT * NEARER),
        recovery=tuple(_recovery(record.failures, answered)),
        waits=tuple(one.moment - one.asked.at for one in answered if one.moment is not None),
    )


def _disordered(record: Record, answered: Iterable[Answered]) -> Iterator[Answered]:
    """Pages whose digest was there before that of an earlier page of the same person.

    One that had waited for the earlier one for ``WAIT_SECONDS`` may go first.
    """
    latest: dict[tuple[int, int], float] = defaultdict(float)
    for one in answered:
        moment, sender = one.moment, (one.asked.chat, one.asked.person)
        if one.asked.kind == "page" and moment is not None:
            began = max(one.asked.at, _back(record, moment))
            if moment < latest[sender] and moment - began < WAIT_SECONDS:
                yield one
            latest[sender] = max(latest[sender], moment)


def _back(record: Record, moment: float) -> float:
    """When, before a moment, the bot first spoke after the latest failure; 0.0 without any."""
    failed = max((failure.at for failure in record.failures if failure.at < moment), default=inf)
    return min((call.came for call in record.taken if call.came > failed), default=0.0)


def _wrong(record: Record, answered: Iterable[Answered], shown: Iterable[Shown]) -> Iterator[str]:
    """What stands and answers nothing that was asked, or two pages at once, or a part of one.

    Of a note of progress that nobody can know of, the page's answer tells: it is a double.
    """
    pages: dict[Shown, list[Answered]] = defaultdict(list)
    known: set[Shown] = set()
    for one in answered:
        known.update(one.messages)
        for message in one.messages if one.asked.kind == "page" else ():
            pages[message].append(one)
    for message in shown:
        is_right = message in known and _is_of_one(message, pages[message])
        if not (is_right or message.is_gone or _in_the_instant(message, record)):
            last = message.last
            yield f"{last.chat}:{last.message} to {last.reply_to}: {last.title!r}, {last.size!r}"


def _is_of_one(message: Shown, pages: Sequence[Answered]) -> bool:
    """Whether a digest ends as that of the one page which it was of; what is none of a page is."""
    ends = [(one.asked.title, one.asked.size) for one in pages]
    return not ends or ends == [(message.last.title, message.last.size)]


def _doubles(answered: Iterable[Answered]) -> Iterator[tuple[Answered, Shown]]:
    """Each answer that stands beside a later one."""
    for one in answered:
        if one.asked.kind != "press":
            yield from ((one, message) for message in one.standing[:-1])


def _told(one: Answered, message: Shown) -> str:
    senders = ", ".join(f"{m.first.machine} at {m.first.done:.1f}" for m in one.standing)
    return f"{one}, message {message.first.message}, from {senders}"


def _in_the_instant(message: Shown, record: Record) -> bool:
    """Whether its sender was killed between the call and its own record of the answer."""
    call = message.first
    key = f"{call.chat}:{call.reply_to}"
    return any(
        failure.is_kill
        and failure.machine == call.machine
        and call.came - WAY_SECONDS <= failure.at
        and any(one == key or one.startswith(f"{key}:") for one in failure.unrecorded)
        for failure in record.failures
    )


def _recovery(failures: Iterable[Failure], answered: Iterable[Answered]) -> Iterator[float]:
    moments = sorted(one.first_call for one in answered if one.first_call is not None)
    for failure in failures:
        at = bisect_left(moments, failure.at)
        if at < len(moments):
            yield moments[at] - failure.at

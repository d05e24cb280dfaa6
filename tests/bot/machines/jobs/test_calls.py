from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from bot.machines.jobs.calls import Call, Calls, NoOutcomeError, write_error
from bot.machines.jobs.functions import FUNCTIONS
from handlers.fetching import FetchError
from handlers.message import Texts
from handlers.protocols import JobFailedError
from handlers.source import Source, read
from summarizer import Options, Page, UnreadableError, digest_page
from summarizer.chart import draw_chart
from tests.bot.machines.jobs.samples import CALLS

CALLS_OF_ALL = Calls(FUNCTIONS, "today")


def test_a_sample_calls_each_function() -> None:
    assert {function for function, _ in CALLS} == set(FUNCTIONS)


def test_no_two_functions_have_one_name() -> None:
    assert len({one.__name__ for one in FUNCTIONS}) == len(FUNCTIONS)


@pytest.mark.parametrize(("function", "arguments"), CALLS)
def test_a_call_and_its_result_come_back_as_they_were(
    function: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    call = CALLS_OF_ALL.write(function, arguments)
    assert call
    same, given = CALLS_OF_ALL.read(call)
    assert same is function
    assert list(map(comparable, given)) == list(map(comparable, arguments))
    result = function(*given)
    assert result == function(*arguments)
    outcome = CALLS_OF_ALL.write_result(call.name, result)
    assert CALLS_OF_ALL.read_outcome(call.name, outcome) == result


def comparable(value: object) -> object:
    """Texts are equal where their language is; lists stand for the tuples they came from."""
    if isinstance(value, Texts):
        return value.language
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize(
    "error",
    [
        UnreadableError("picture"),
        UnreadableError("too-large", n="20"),
        FetchError("fetch-nothing", host="video.example", n=3),
        JobFailedError("memory"),
    ],
)
def test_an_error_raised_on_purpose_comes_back_as_it_was(error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        CALLS_OF_ALL.read_outcome("read", write_error(error))
    assert caught.value.args == error.args
    assert vars(caught.value) == vars(error)


def test_an_unexpected_error_is_left_to_be_met_again() -> None:
    with pytest.raises(NoOutcomeError):
        CALLS_OF_ALL.read_outcome("read", write_error(ZeroDivisionError()))


def not_in_the_table() -> None:
    raise AssertionError


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (not_in_the_table, ()),
        (digest_page, (Page(),)),
        (digest_page, (Page(), object())),
        (draw_chart, (Page(), "", None, str)),
        (read, (Source("a", "half a character: \ud83d"),)),
    ],
    ids=["another function", "a default", "no value", "other words", "half a character"],
)
def test_what_cannot_be_written_is_no_call(
    function: Callable[..., object], arguments: tuple[object, ...]
) -> None:
    assert CALLS_OF_ALL.write(function, arguments) is None


@pytest.mark.parametrize(
    "call",
    [
        Call("system", b"\x90"),
        Call("read", b""),
        Call("digest_page", msgspec.msgpack.encode([1, 2])),
        Call("digest_page", msgspec.msgpack.encode([Page()])),
        Call("read", msgspec.msgpack.encode([[b"\xff", True, None, []]])),
    ],
)
def test_bytes_that_are_no_call_of_ours_are_not_made(call: Call) -> None:
    with pytest.raises(NoOutcomeError):
        CALLS_OF_ALL.read(call)


@pytest.mark.parametrize("outcome", [b"", b"\x81", msgspec.msgpack.encode({"type": "result"})])
def test_bytes_that_are_no_outcome_are_none(outcome: bytes) -> None:
    with pytest.raises(NoOutcomeError):
        CALLS_OF_ALL.read_outcome("read", outcome)


def test_a_result_of_another_kind_is_none() -> None:
    outcome = CALLS_OF_ALL.write_result("read", Options(3))
    with pytest.raises(NoOutcomeError):
        CALLS_OF_ALL.read_outcome("join", outcome)


def test_a_result_that_bytes_cannot_hold_is_none() -> None:
    with pytest.raises(NoOutcomeError):
        CALLS_OF_ALL.read_outcome("join", CALLS_OF_ALL.write_result("join", "\ud83d"))

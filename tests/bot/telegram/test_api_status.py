"""What the log says of Telegram: when trouble begins, what it is, when it is over."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from bot.telegram.api_status import LINE_SECONDS, ApiStatus
from tests.bot.clock import Clock

HOST = "bot.example"


@pytest.fixture
def status(clock: Clock, caplog: pytest.LogCaptureFixture) -> ApiStatus:
    caplog.set_level(logging.INFO)
    return ApiStatus(HOST, clock)


def caused(problem: NetworkError, cause: Exception) -> NetworkError:
    problem.__cause__ = cause
    return problem


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (
            caused(NetworkError("httpx.ConnectError"), httpx.ConnectError("[Errno -2] Unknown")),
            "[Errno -2] Unknown",
        ),
        (caused(TimedOut(), httpx.ConnectTimeout("")), "no connection in time: the name server"),
        (caused(TimedOut(), httpx.ReadTimeout("")), "no answer in time"),
        (caused(NetworkError("httpx.ReadError"), httpx.ReadError("")), "ReadError"),
        (TimedOut(), "Timed out"),
    ],
)
def test_the_first_failure_is_said_at_once_with_what_failed(
    status: ApiStatus, caplog: pytest.LogCaptureFixture, problem: NetworkError, words: str
) -> None:
    status.failed(problem)
    [line] = caplog.messages
    assert line.startswith(f"calls of {HOST} fail: {words}")


def test_trouble_that_lasts_or_comes_and_goes_is_said_once_a_minute(
    status: ApiStatus, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    troubles: list[Callable[[], None]] = [
        lambda: status.failed(TimedOut()),
        lambda: status.answered(502),
        lambda: status.answered(200),
    ]
    for _ in range(100):
        for trouble in troubles:
            trouble()
        clock.now += LINE_SECONDS / 50
    assert len(caplog.messages) == 4


def test_the_end_of_trouble_is_said_with_how_long_it_lasted(
    status: ApiStatus, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    status.answered(200)
    status.failed(TimedOut())
    clock.now = 90
    status.answered(400)
    status.answered(200)
    assert caplog.messages[1:] == [f"{HOST} answers again, after 90 s"]


def test_a_refused_token_is_said_once_and_counted_until_it_is_known_again(
    status: ApiStatus, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    assert status.refused_seconds is None
    status.answered(401)
    clock.now = 7
    status.answered(401)
    status.answered(502)
    assert status.refused_seconds == 7
    status.answered(403)
    assert status.refused_seconds is None
    assert caplog.messages[0] == f"{HOST} does not know TELEGRAM_BOT_TOKEN; it is asked again"
    assert len(caplog.messages) == 3

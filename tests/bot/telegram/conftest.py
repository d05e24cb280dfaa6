from __future__ import annotations

import pytest

from tests.bot.telegram.paced import Telegram, Time


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def paced(time: Time) -> Telegram:
    return Telegram(time)

"""``video-digest init``: three questions at the terminal, and a file that works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.config import read_settings
from bot.operator.first_settings import OWNER, PEOPLE
from bot.operator.first_settings import TOKEN as TOKEN_ASKED
from tests.bot.process import PATIENCE, ROOT

TOKEN = "123456:made-up_token"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def init(folder: Path, *answers: str) -> subprocess.CompletedProcess[str]:
    """The program in that folder, with a line of standard input an answer."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "init"],
        input="".join(f"{answer}\n" for answer in answers),
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_three_answers_make_a_file_for_its_owner_alone_that_the_bot_reads(file: Path) -> None:
    done = init(file.parent, TOKEN, "7", "8, 9")
    assert (done.returncode, done.stderr) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o600
    read = read_settings({}, file)
    assert read.telegram_bot_token == TOKEN
    assert read.admins == {read.admin_chat} == {7}
    assert read.allowed_users == {7, 8, 9}
    assert all(question.words in done.stdout for question in (TOKEN_ASKED, OWNER, PEOPLE))
    assert TOKEN not in done.stdout


def test_the_token_alone_is_enough_and_lets_everybody_in(file: Path) -> None:
    assert init(file.parent, TOKEN, "", "").returncode == 0
    assert read_settings({}, file) == read_settings({"TELEGRAM_BOT_TOKEN": TOKEN})


def test_an_answer_that_cannot_be_is_asked_for_again_with_the_reason(file: Path) -> None:
    done = init(file.parent, "", "no token", TOKEN, "@me", "7 8", "7", "-100123", "")
    assert done.returncode == 0
    for line in ("is missing", "must look like", "ADMINS must", "ADMIN_CHAT must", "USERS must"):
        assert line in done.stdout
    assert read_settings({}, file).admins == {7}


def test_a_file_that_is_there_stays_as_it_is(file: Path) -> None:
    file.write_text("mine")
    done = init(file.parent, TOKEN, "", "")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ".env is there already, and stays as it is\n"
    assert file.read_text() == "mine"


def test_answers_that_end_too_soon_leave_no_file(file: Path) -> None:
    done = init(file.parent, TOKEN, "7")
    assert done.returncode == 2
    assert done.stderr == "the answers ended too soon: .env was not written\n"
    assert not file.exists()

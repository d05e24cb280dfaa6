from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import has_token, read_settings
from bot.errors import SettingsError
from bot.operator.terminal import in_force

TOKEN = "123456:made-up_token"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def refusal(environment: dict[str, str], file: Path | None = None) -> str:
    """The line that says why the settings are not taken."""
    with pytest.raises(SettingsError) as caught:
        read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, **environment}, file)
    line = str(caught.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ALLOWED_USER", "ALLOWED_USERS"),
        ("allowed_users", "ALLOWED_USERS"),
        ("ALLOWED_USER_IDS", "ALLOWED_USERS"),
        ("ALOWED_CHATS", "ALLOWED_CHATS"),
        ("ALLOWED_CHATS_LIST", "ALLOWED_CHATS"),
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("WEBHOOK_SECRET_TOKEN", "WEBHOOK_SECRET"),
        ("LOGLEVEL", "LOG_LEVEL"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_right_one_wherever_it_stands(
    file: Path, name: str, meant: str
) -> None:
    without_token = {} if meant == "TELEGRAM_BOT_TOKEN" else {"TELEGRAM_BOT_TOKEN": TOKEN}
    with pytest.raises(SettingsError, match=f"^{name} is not a setting: did you mean {meant}"):
        read_settings({**without_token, name: "5"})
    file.write_text(f"{name}=5\n")
    line = refusal({}, file)
    assert line == f"{name} in {file} is not a setting: did you mean {meant}?"


def test_any_unknown_name_in_the_file_is_refused(file: Path) -> None:
    file.write_text("COLOUR=blue\n")
    assert refusal({}, file) == f"COLOUR in {file} is not a setting: .env.example lists them all"


@pytest.mark.parametrize(
    "name",
    ["ALLOWED_HOSTS", "JOB_ID", "LOGNAME", "DATABASE_HOST", "WORKER_ID", "WORKERS_PORT", "QUEUE"],
)
def test_names_of_other_programs_in_the_environment_are_let_be(name: str) -> None:
    assert read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, name: "5"}).allowed_users == frozenset()


def test_a_name_beside_the_one_that_it_resembles_is_another_programs() -> None:
    both = {"TELEGRAM_BOT_TOKEN": TOKEN, "LOGLEVEL": "trace", "LOG_LEVEL": "ERROR"}
    assert read_settings(both).log_level == "ERROR"


def test_a_setting_of_a_former_version_in_the_file_does_no_harm(file: Path) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nQUEUE=20\n")
    assert read_settings({}, file).telegram_bot_token == TOKEN


def test_a_misspelt_token_is_not_taken_for_none() -> None:
    assert not has_token({})
    with pytest.raises(SettingsError, match="did you mean TELEGRAM_BOT_TOKEN"):
        has_token({"TELEGRAM_TOKEN": TOKEN})


@pytest.mark.parametrize("line", ["ALLOWED_USERS 5", "ALLOWED_USERS: 5", "ALLOWED_USERS", "= 5"])
def test_a_line_of_the_file_that_sets_nothing_is_refused(file: Path, line: str) -> None:
    file.write_text(f"# mine\n{line}\nWORKERS=1\n")
    assert refusal({}, file) == f"line 2 of {file} is not NAME=value"


def test_a_value_that_comes_out_empty_does_not_open_the_bot(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADMIN", raising=False)
    file.write_text("ALLOWED_USERS=${ADMIN}\n")
    assert refusal({}, file) == f"ALLOWED_USERS in {file} is ${{ADMIN}}, and that is not set"
    file.write_text("ADMIN_USERS=\nALLOWED_USERS=\n")
    assert "ADMIN_USERS" in refusal({}, file)


def test_a_file_that_cannot_be_read_is_refused(file: Path) -> None:
    file.write_bytes(b"PRIVACY_CONTACT=J\xf6rg\n")
    assert refusal({}, file) == f"{file} cannot be read: UnicodeDecodeError"


def test_a_byte_order_mark_is_no_part_of_the_first_name(file: Path) -> None:
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n", encoding="utf-8-sig")
    assert read_settings({}, file).telegram_bot_token == TOKEN


def test_a_proxy_may_stand_in_the_file_under_its_usual_name(file: Path) -> None:
    file.write_text("HTTPS_PROXY=http://proxy.example:3128\n")
    read = read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}, file)
    assert read.telegram_proxy == "http://proxy.example:3128"
    file.write_text("HTTPS_PROXY=http://proxy.example:3128\nTELEGRAM_PROXY=http://own.example\n")
    read = read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}, file)
    assert read.telegram_proxy == "http://own.example"


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "all_proxy"])
def test_a_proxy_of_the_environment_is_left_to_httpx_but_must_be_one(name: str, file: Path) -> None:
    file.write_text("HTTPS_PROXY=http://other.example\n")
    both = {"TELEGRAM_BOT_TOKEN": TOKEN, name: "proxy.example:3128"}
    assert read_settings(both, file).telegram_proxy == ""
    line = refusal({name: "socks://proxy.example:1080"})
    assert line.startswith(f"{name} must begin with http://, https://, socks5://")


def test_a_secret_may_stand_in_a_file_that_the_environment_or_the_settings_name(
    tmp_path: Path, file: Path
) -> None:
    token, secret = tmp_path / "token", tmp_path / "secret"
    token.write_text(f"{TOKEN}\n")
    secret.write_text("hush")
    file.write_text(f"TELEGRAM_BOT_TOKEN_FILE={token}\n")
    read = read_settings({"WEBHOOK_SECRET_FILE": str(secret)}, file)
    assert (read.telegram_bot_token, read.webhook_secret) == (TOKEN, "hush")
    assert has_token({}, file)


def test_what_systemd_passes_on_goes_before_the_file_and_after_the_environment(
    tmp_path: Path, file: Path
) -> None:
    (tmp_path / "telegram_bot_token").write_text("2:credential\n")
    file.write_text("TELEGRAM_BOT_TOKEN_FILE=/root/only\n")
    passed_on = {"CREDENTIALS_DIRECTORY": str(tmp_path)}
    assert read_settings(passed_on, file).telegram_bot_token == "2:credential"
    given = read_settings({**passed_on, "TELEGRAM_BOT_TOKEN": TOKEN}, file)
    assert given.telegram_bot_token == TOKEN
    assert "TELEGRAM_BOT_TOKEN=***  (credential)" in in_force(passed_on, file)


def test_the_settings_are_shown_as_they_can_be_written(file: Path) -> None:
    written = {
        "FETCH": "open",
        "FETCH_HOSTS": "blog.example,news.example",
        "GUEST_MODE": "yes",
        "GROUP_QUOTAS": "-5:7,-6:8",
        "ALLOWED_CHATS": "-100123",
    }
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, **written}
    *shown, _ = [line.partition("  (")[0] for line in in_force(environment, file)]
    assert {f"{name}={text}" for name, text in written.items()} <= set(shown)
    file.write_text("\n".join(line for line in shown if "***" not in line))
    assert read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}, file) == read_settings(environment)


def test_a_secret_that_is_set_twice_in_one_place_is_refused(tmp_path: Path) -> None:
    line = refusal({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path)})
    both = "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set"
    assert line == f"{both}: keep one of them"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "cannot be read: No such file or directory"),
        (b" \n", "is empty"),
        (b"\xff", "cannot be read: UnicodeDecodeError"),
    ],
)
def test_a_secrets_file_that_gives_none_is_refused_by_its_path(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    secret = tmp_path / "secret"
    if content is not None:
        secret.write_bytes(content)
    line = refusal({"WEBHOOK_SECRET_FILE": str(secret)})
    assert line == f"WEBHOOK_SECRET_FILE: {secret} {why}"


def test_only_secrets_stand_in_files_of_their_own(file: Path) -> None:
    file.write_text("DATABASE_PATH_FILE=/somewhere\n")
    assert "did you mean DATABASE_PATH?" in refusal({}, file)

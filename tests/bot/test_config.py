from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from bot.config import Settings, read_settings
from bot.errors import SettingsError
from bot.telegram.probes import HEALTH

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"
TOKEN = "123456:made-up_token"


def settings(**written: str) -> Settings:
    return read_settings({"TELEGRAM_BOT_TOKEN": TOKEN, **written})


def test_the_token_alone_is_enough() -> None:
    assert settings() == Settings(telegram_bot_token=TOKEN)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nWORKERS=3\nMAX_PARTS=7\nJOB_MB=\n")
    read = read_settings({"WORKERS": "4", "MAX_PARTS": ""}, file)
    assert (read.workers, read.max_parts, read.job_mb) == (4, 7, 512)


def test_a_file_that_is_not_there_has_no_settings(tmp_path: Path) -> None:
    assert read_settings({"TELEGRAM_BOT_TOKEN": TOKEN}, tmp_path / ".env") == settings()


def test_values_are_read_by_their_type() -> None:
    read = settings(DATABASE_PATH="kept/here.sqlite3", ALLOWED_USERS="7, 5 6", WEBHOOK_PORT=" 443 ")
    assert read.database_path == Path("kept/here.sqlite3")
    assert read.allowed_users == {7, 5, 6}
    assert read.webhook_port == 443


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("TELEGRAM_BOT_TOKEN", "no token"),
        ("TELEGRAM_BASE_URL", "http://localhost:8081"),
        ("TELEGRAM_BASE_FILE_URL", "ftp://host/bot"),
        ("RETENTION_DAYS", "0"),
        ("RETENTION_DAYS", "-3"),
        ("DATABASE_MB", "much"),
        ("WORKERS", "1.5"),
        ("WORKERS", "²"),
        ("WORKERS", "257"),
        ("TELEGRAM_BASE_URL", "http://localhost:99999/bot"),
        ("TELEGRAM_BASE_URL", "http://:8081/bot"),
        ("TELEGRAM_PROXY", "proxy.example:3128"),
        ("TELEGRAM_PROXY", "socks4://proxy.example:1080"),
        ("TELEGRAM_PROXY", "socks5://proxy.example:0"),
        ("ALLOWED_USERS", "@someone"),
        ("ALLOWED_USERS", ","),
        ("ALLOWED_USERS", "-100123"),
        ("ALLOWED_CHATS", "5"),
        ("WEBHOOK_URL", "http://open"),
        ("WEBHOOK_URL", "https://bot.example:port/"),
        ("DATABASE_URL", "mysql://host/digests"),
        ("DATABASE_URL", "postgresql://host/two words"),
        ("WEBHOOK_PORT", "65536"),
        ("WEBHOOK_PORT", "0"),
        ("WEBHOOK_PORT", "４４３"),
        ("WEBHOOK_PATH", "a b"),
        ("WEBHOOK_PATH", "grün"),
        ("WEBHOOK_PATH", "../telegram"),
        ("WEBHOOK_PATH", HEALTH),
        ("WEBHOOK_PATH", HEALTH.strip("/")),
        ("WEBHOOK_SECRET", "ä"),
        ("LOG_LEVEL", "loud"),
        ("SHOW_AUTHORS", "maybe"),
    ],
)
def test_a_bad_setting_is_one_clear_line_that_names_it(name: str, text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(**{name: text})
    assert str(caught.value).startswith(f"{name} must ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("LOG_LEVEL", "info", "INFO"),
        ("DATABASE_URL", "postgres://host/digests", "postgres://host/digests"),
        ("WEBHOOK_PORT", "0443", 443),
        ("SHOW_AUTHORS", "Yes", True),
        ("WEBHOOK_PATH", "/healthy/", "/healthy/"),
        ("WEBHOOK_PATH", "bot/v1.2", "bot/v1.2"),
        ("TELEGRAM_PROXY", "socks5h://ann:secret@[::1]:1080", "socks5h://ann:secret@[::1]:1080"),
        ("ALLOWED_CHATS", "-100123 -7", {-100123, -7}),
    ],
)
def test_a_setting_that_is_clear_is_understood(name: str, text: str, value: object) -> None:
    assert getattr(settings(**{name: text}), name.lower()) == value


def test_a_missing_token_says_where_to_get_one() -> None:
    with pytest.raises(SettingsError, match=r"^TELEGRAM_BOT_TOKEN is missing: ask @BotFather"):
        read_settings({"TELEGRAM_BOT_TOKEN": " "})


def test_a_webhook_without_a_secret_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET is missing"):
        settings(WEBHOOK_URL="https://bot.example/")


def test_secrets_are_in_no_repr() -> None:
    addresses = {
        "TELEGRAM_PROXY": "http://ann:psst@a.example",
        "FETCH_PROXY": "http://b:tush@b.example",
        "DATABASE_URL": "postgresql://c:mush@c.example,d.example:5433/digests",
    }
    read = settings(WEBHOOK_SECRET="hush", **addresses)
    assert read.secrets == (TOKEN, "hush", "psst", "tush", "mush")
    assert not [secret for secret in read.secrets if secret in repr(read)]


def test_the_example_file_shows_every_setting_its_default_and_why() -> None:
    shown, reason = {}, ""
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, text = line.partition("=")
            assert reason, name
            shown[name] = text
        reason = line if line.startswith("# ") else ""
    assert list(shown) == [entry.name.upper() for entry in dataclasses.fields(Settings)]
    assert read_settings({**shown, "TELEGRAM_BOT_TOKEN": TOKEN}) == settings()
    written = {name: text for name, text in shown.items() if text}
    defaults = {name: getattr(settings(), name.lower()) for name in written}
    spelt = {"True": "yes", "False": "no"}
    assert {name: spelt.get(str(one), str(one)) for name, one in defaults.items()} == written

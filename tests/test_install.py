"""How the bot is installed: the unit for systemd, the container file, the compose file."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from bot.config import SECRETS, Settings, read_settings
from bot.environment import file_name
from bot.operator.terminal import in_force
from tests.bot.process import environment, free_port, program, telegram_over_http

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNIT = DEPLOY / "video-digest-bot.service"
SERVICE_SETTINGS = DEPLOY / "service.env"
CONTAINERFILE = (DEPLOY / "container" / "Containerfile").read_text(encoding="utf-8")
IGNORED = (DEPLOY / "container" / "Containerfile.dockerignore").read_text(encoding="utf-8")
COMPOSE = (DEPLOY / "container" / "compose.yaml").read_text(encoding="utf-8")
MACHINES = (DEPLOY / "container" / "compose.machines.yaml").read_text(encoding="utf-8")
MOST_EXPOSED = 2.0
"""Of ten, as systemd-analyze counts; what it leaves is the network, which the bot needs."""


def of_unit(name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)", UNIT.read_text(encoding="utf-8"), flags=re.MULTILINE)


def instructions(name: str) -> list[str]:
    """The arguments of an instruction of the container file, its continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", CONTAINERFILE)
    return re.findall(rf"^\s*{name} (.*)", joined, flags=re.MULTILINE)


def test_the_unit_exposes_little() -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not here: apt-get install systemd")
    run = subprocess.run(
        [analyze, "security", "--offline=true", "--no-pager", str(UNIT)],
        capture_output=True,
        text=True,
        check=True,
    )
    [exposed] = re.findall(r"Overall exposure level for .*: ([\d.]+)", run.stdout)
    assert float(exposed) <= MOST_EXPOSED, run.stdout


def test_the_unit_and_its_settings_agree_on_where_the_token_and_the_data_are() -> None:
    [[credential, token]] = [text.split(":") for text in of_unit("LoadCredential")]
    assert file_name(credential.upper()) in map(file_name, SECRETS)
    settings = SERVICE_SETTINGS.read_text(encoding="utf-8")
    assert f"TELEGRAM_BOT_TOKEN_FILE={token}\n" in settings
    state = Path("/var/lib", *of_unit("StateDirectory"))
    read = read_settings({"TELEGRAM_BOT_TOKEN": "1:a"}, SERVICE_SETTINGS)
    assert {read.database_path.parent, read.backup_folder.parent} == {state}
    assert of_unit("WorkingDirectory") == [str(Path(token).parent)]


def test_the_service_takes_the_token_that_systemd_passes_on(tmp_path: Path) -> None:
    (tmp_path / "telegram_bot_token").write_text("1:a")
    shown = in_force({"CREDENTIALS_DIRECTORY": str(tmp_path)}, SERVICE_SETTINGS)
    assert next(shown) == "TELEGRAM_BOT_TOKEN=***  (credential)"


def test_only_the_state_of_the_service_can_be_written() -> None:
    assert of_unit("ProtectSystem") == ["strict"]
    assert of_unit("ReadWritePaths") == []
    assert of_unit("Type") == ["notify"]


def test_the_image_runs_as_no_root_and_is_told_to_stop_as_the_bot_expects() -> None:
    [user] = instructions("USER")
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert instructions("VOLUME") == ["/data"]


def test_all_that_is_copied_into_the_image_is_there_and_let_through() -> None:
    copied = [source for text in instructions("COPY") for source in text.split()[:-1]]
    sources = [source for source in copied if not source.startswith(("--from", "/opt"))]
    assert len(sources) == 9
    for lock in ("run", "fetch", "postgres"):
        files = [ROOT / source.replace("${LOCK}", lock) for source in sources]
        assert [file for file in files if not file.exists()] == []
    let_through = re.findall(r"^!(.*)", IGNORED, flags=re.MULTILINE)
    assert {source.split("/")[0] for source in sources} == set(let_through)


def test_what_the_image_and_the_compose_file_set_are_settings() -> None:
    ours = {field.name.upper() for field in fields(Settings)} | set(map(file_name, SECRETS))
    of_image = dict(pair.split("=") for pair in instructions("ENV")[-1].split())
    others = {"PATH", "PYTHONUNBUFFERED"}
    assert of_image.keys() - others <= ours
    assert set(re.findall(r"^ +([A-Z_]{4,}):", COMPOSE, flags=re.MULTILINE)) <= ours
    assert all(of_image[name].startswith("/data/") for name in ("DATABASE_PATH", "BACKUP_FOLDER"))


def test_the_compose_file_gives_the_container_no_more_than_it_needs() -> None:
    for line in ("read_only: true", "cap_drop: [ALL]", "- data:/data", "no-new-privileges:true"):
        assert line in COMPOSE
    assert "user:" not in COMPOSE
    assert "ports:" not in COMPOSE


@pytest.mark.long
async def test_the_health_check_is_true_of_a_bot_that_polls_and_of_no_other(tmp_path: Path) -> None:
    port = str(free_port())
    command = health_check(port)
    async with telegram_over_http() as site:
        async with program(environment(site, tmp_path, METRICS_PORT=port)) as bot:
            await bot.writes("is at work")
            assert await status(command) == 0
        assert await status(command) == 1


def health_check(port: str) -> list[str]:
    """The command by which an engine asks whether the container is well, of the bot on a port."""
    [text] = instructions("HEALTHCHECK")
    command: list[str] = json.loads(text.partition("CMD ")[2])
    [shown] = re.findall(r"METRICS_PORT=(\d+)", CONTAINERFILE)
    assert shown in command[-1]
    return [part.replace(shown, port) for part in command]


async def status(command: list[str]) -> int:
    child = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    return await child.wait()


def test_the_compose_file_of_many_machines_names_what_there_is() -> None:
    ours = {field.name.upper() for field in fields(Settings)} | set(map(file_name, SECRETS))
    named = set(re.findall(r"^ +([A-Z_]{4,}):", MACHINES, flags=re.MULTILINE)) - {"LOCK"}
    assert {name for name in named if not name.startswith("POSTGRES_")} <= ours
    used = {
        name for line in re.findall(r"secrets: \[(.*)\]", MACHINES) for name in line.split(", ")
    }
    assert used == set(re.findall(r"^  (\w+):\n    file: ", MACHINES, flags=re.MULTILINE))
    [lock] = re.findall(r"LOCK: (\w+)", MACHINES)
    assert (ROOT / "requirements" / f"{lock}.txt").exists()
    balancer = (DEPLOY / "proxy" / "nginx-machines.conf").read_text(encoding="utf-8")
    fronts = re.findall(r"^  (front-\d): \*front$", MACHINES, flags=re.MULTILINE)
    assert re.findall(r"server (front-\d):8080", balancer) == fronts
    assert len(fronts) == 2


def test_a_worker_is_given_no_token_and_nothing_but_nginx_a_port() -> None:
    worker = MACHINES.partition("x-worker: &worker")[2].partition("\n\n")[0]
    assert "telegram" not in worker
    assert "secrets: [database_url]" in worker
    assert MACHINES.count("ports:") == 1
    for line in ("read_only: true", "cap_drop: [ALL]", "no-new-privileges:true"):
        assert line in MACHINES.partition("x-front")[0]

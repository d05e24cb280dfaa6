"""The running program as whoever watches it sees it: figures, signs of life, a line a job."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import psutil
import pytest
from prometheus_client.parser import text_string_to_metric_families
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.local.server import Site
from bot.operator.watch.figures import FIGURES, PREFIX, SECONDS
from tests.bot.process import (
    PATIENCE,
    ROOT,
    Process,
    at_work,
    environment,
    free_port,
    program,
)
from tests.handlers.pages import BREAD


@pytest.fixture
def port() -> int:
    return free_port()


def watched(
    site: Site, folder: Path, port: int, **more: str
) -> AbstractAsyncContextManager[Process]:
    return at_work(site, folder, METRICS_PORT=str(port), **more)


async def get(port: int, path: str) -> tuple[int, str]:
    request = HTTPRequest(f"http://127.0.0.1:{port}{path}", request_timeout=PATIENCE)
    answer = await AsyncHTTPClient().fetch(request, raise_error=False)
    return answer.code, answer.body.decode()


async def figures(port: int) -> dict[str, float]:
    """Each sample by its name and labels."""
    code, text = await get(port, "/metrics")
    assert code == 200
    families = text_string_to_metric_families(text)
    samples = (sample for family in families for sample in family.samples)
    return {f"{s.name}{sorted(s.labels.values()) or ''}": s.value for s in samples}


def workers(bot: Process) -> Iterator[psutil.Process]:
    """The processes that do jobs: children of the fork server."""
    for child in psutil.Process(bot.child.pid).children():
        yield from child.children()


async def test_what_the_bot_does_is_counted_and_no_count_holds_an_id_or_a_word(
    site: Site, tmp_path: Path, port: int
) -> None:
    ann = site.telegram.person("Ann")
    expected = {
        f"{PREFIX}updates_total['message']": 4,
        f"{PREFIX}digests_total['answered']": 2,
        f"{PREFIX}digests_total['unreadable']": 1,
        f"{PREFIX}digests_total['quota']": 1,
        f"{PREFIX}cache_total['hit']": 1,
        f"{SECONDS}_count": 4,
        f"{PREFIX}jobs_total['answered', 'text']": 2,
        f"{PREFIX}retries_total['429']": 1,
        f"{PREFIX}sends_total['sendMessage']": 4,
        f"{PREFIX}quota_refusals_total": 1,
        f"{PREFIX}queue_updates": 0,
    }
    async with watched(site, tmp_path, port, DIGESTS_AN_HOUR="2") as bot:
        site.telegram.faults.flood(1, "sendMessage")
        for _ in range(2):
            ann.says(BREAD)
            await site.telegram.next_message(ann.private)
        ann.sends_file("talk.pdf", b"%PDF-1.4 no more of it")
        await site.telegram.next_message(ann.private)
        ann.says(f"{BREAD}\nAnother page")
        assert "please wait" in (await site.telegram.next_message(ann.private))["text"]
        await bot.writes("outcome=quota")
        seen = await figures(port)
        _, text = await get(port, "/metrics")
        assert await bot.stop() == 0
    assert expected.items() <= seen.items()
    assert seen[f"{PREFIX}database_bytes"] > 4096
    assert seen[f"{PREFIX}inbox_bytes"] > 4096
    assert not re.search(rf"\b{ann.private.id}\b", text)
    assert "bread" not in text.lower()


async def test_links_are_counted_by_what_came_of_them(
    site: Site, tmp_path: Path, port: int
) -> None:
    ann = site.telegram.person("Ann")
    async with watched(site, tmp_path, port, FETCH="open") as bot:
        ann.says("https://news.example/a")
        await bot.writes("fetch=site")
        seen = await figures(port)
        _, words = await get(port, "/stats")
    assert seen[f"{PREFIX}fetches_total['site']"] == 1
    assert "Links to be fetched: 1 (site 1)" in words


async def test_every_figure_of_the_table_is_shown_where_there_is_something_to_show(
    site: Site, tmp_path: Path, port: int
) -> None:
    async with watched(site, tmp_path, port):
        _, text = await get(port, "/metrics")
    shown = {family.name for family in text_string_to_metric_families(text)}
    assert {f"{PREFIX}{figure.name.removesuffix('_total')}" for figure in FIGURES} <= shown
    assert {SECONDS, f"{PREFIX}info", "process_cpu_seconds"} <= shown


async def test_a_job_is_a_line_of_json_with_its_kind_its_time_its_outcome_and_its_sizes(
    site: Site, tmp_path: Path, port: int
) -> None:
    ann = site.telegram.person("Ann")
    async with watched(site, tmp_path, port, LOG_FORMAT="json") as bot:
        ann.says(BREAD)
        await site.telegram.next_message(ann.private)
        line = json.loads(await bot.writes("job kind"))
        assert await bot.stop() == 0
    assert line["logger"] == "bot.operator.watch.ledger"
    assert (line["level"], line["kind"], line["outcome"]) == ("INFO", "text", "answered")
    assert (line["cached"], line["language"]) == (False, "en")
    assert line["ms"] > 0
    assert line["size"] == len(BREAD.strip())
    assert line["words"] > 10
    assert all(isinstance(json.loads(other), dict) for other in bot.lines if other)


async def test_killed_workers_are_started_anew_before_the_bot_says_that_it_is_ready(
    site: Site, tmp_path: Path, port: int
) -> None:
    ann = site.telegram.person("Ann")
    async with watched(site, tmp_path, port) as bot:
        assert await get(port, "/ready") == (200, "ok\n")
        killed = list(workers(bot))
        assert killed
        for worker in killed:
            worker.kill()
        ann.says(BREAD)
        await site.telegram.next_message(ann.private)
        assert await get(port, "/health") == (200, "ok\n")
        assert await bot.stop() == 0


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="needs another process's limits")
async def test_a_bot_that_cannot_write_is_alive_and_not_ready(
    site: Site, tmp_path: Path, port: int
) -> None:
    async with watched(site, tmp_path, port) as bot:
        child = psutil.Process(bot.child.pid)
        child.rlimit(psutil.RLIMIT_FSIZE, (1_024, child.rlimit(psutil.RLIMIT_FSIZE)[1]))
        code, why = await get(port, "/ready")
        assert (code, why) == (503, "the database cannot be written; the inbox cannot be written\n")
        assert await get(port, "/health") == (200, "ok\n")


async def test_a_bot_whose_workers_are_stopped_is_alive_and_not_ready(
    site: Site, tmp_path: Path, port: int
) -> None:
    async with watched(site, tmp_path, port) as bot:
        for worker in workers(bot):
            worker.send_signal(signal.SIGSTOP)
        assert await get(port, "/ready") == (503, "the workers do not answer\n")
        assert await get(port, "/health") == (200, "ok\n")


def test_what_only_workers_or_a_port_need_is_not_even_imported() -> None:
    late = "'numpy', 'prometheus_client', 'bot.fetch'"
    code = f"import sys, bot.service; print(sys.modules.keys() & {{{late}}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == b"set()\n"


async def test_a_port_that_is_taken_is_one_line_and_status_2(
    site: Site, tmp_path: Path, port: int
) -> None:
    with socket.create_server(("127.0.0.1", port)):
        async with program(environment(site, tmp_path, METRICS_PORT=str(port))) as bot:
            assert await bot.end() == 2
    assert bot.output.splitlines()[-1].startswith("METRICS_LISTEN and METRICS_PORT: cannot listen")

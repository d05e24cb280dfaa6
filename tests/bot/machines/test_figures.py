"""What processes of one bot show to whoever watches them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.local.server import Site
from tests.bot.operator.test_watching import figures
from tests.bot.process import Process, environment, free_port, program


@asynccontextmanager
async def process(site: Site, folder: Path, database_url: str, port: int) -> AsyncIterator[Process]:
    more = {"DATABASE_URL": database_url, "METRICS_PORT": str(port)}
    async with program(environment(site, folder, **more)) as one:
        await one.writes("stands by")
        yield one


async def test_they_say_who_answers_by_which_lease_and_since_which_change(
    site: Site, tmp_path: Path, database_url: str
) -> None:
    ports = free_port(), free_port()
    async with process(site, tmp_path, database_url, ports[0]) as front:
        await front.writes("is at work")
        async with process(site, tmp_path, database_url, ports[1]) as standby:
            of_front, of_standby = await figures(ports[0]), await figures(ports[1])
            assert (named(of_front, "front"), named(of_standby, "front")) == (1, 0)
            assert (named(of_front, "front_epoch"), named(of_standby, "front_epoch")) == (1, 0)
            assert named(of_front, "lease_age_seconds") < 5
            assert named(of_standby, "lease_age_seconds") == 0
            assert await front.stop() == 0
            await standby.writes("is at work")
            after = await figures(ports[1])
            assert (named(after, "front"), named(after, "front_epoch")) == (1, 2)
            assert named(after, "refused_records_total") == 0


def named(shown: dict[str, float], name: str) -> float:
    return shown[f"video_digest_{name}"]

"""The example for nginx before several fronts, run as it stands but for addresses and names."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from tests.bot.process import free_port
from tests.bot.test_proxies import MAIN, UPDATE, Place, changed, place, running, status

__all__ = ["place"]

UPDATES = 12
pytestmark = pytest.mark.skipif(
    shutil.which("nginx") is None, reason="nginx is not here: apt-get install nginx-light"
)


class Machine(RequestHandler):
    """Takes an update, or says that it cannot."""

    def initialize(self, name: str, taken: Counter[str], status: int) -> None:
        self.name = name
        self.taken = taken
        self.status = status

    def post(self) -> None:
        self.taken[self.name] += 1
        self.set_status(self.status)


@asynccontextmanager
async def machines(*statuses: int) -> AsyncIterator[tuple[list[int], Counter[str]]]:
    """Machines that answer with these statuses, 0 for one that is not there; their ports."""
    ports, taken = [free_port() for _ in statuses], Counter[str]()
    servers = []
    for port, answer in zip(ports, statuses, strict=True):
        about = {"name": str(port), "taken": taken, "status": answer}
        server = HTTPServer(Application([("/telegram", Machine, about)]))
        if answer:
            server.listen(port, "127.0.0.1")
            servers.append(server)
    try:
        yield ports, taken
    finally:
        for server in servers:
            server.stop()
            await server.close_all_connections()


def nginx(place: Place, ports: list[int]) -> list[str]:
    changes = {
        "listen 443": f"listen 127.0.0.1:{place.port}",
        "/etc/letsencrypt/live/bot.example.org/fullchain.pem": str(place.certificate),
        "/etc/letsencrypt/live/bot.example.org/privkey.pem": str(place.key),
        **{f"front-{n}:8080": f"127.0.0.1:{port}" for n, port in enumerate(ports, 1)},
    }
    (place.folder / "example.conf").write_text(changed("nginx-machines.conf", changes))
    user = "user root;" if os.geteuid() == 0 else ""
    (place.folder / "main.conf").write_text(MAIN.format(folder=place.folder, user=user))
    return ["nginx", "-e", str(place.folder / "errors"), "-c", str(place.folder / "main.conf")]


async def posted(place: Place, ports: list[int]) -> set[int]:
    """The statuses of many updates that are posted one after another."""
    async with running(lambda where: nginx(where, ports), place):
        return {await status(place, "POST", "/telegram", UPDATE) for _ in range(UPDATES)}


async def test_each_machine_is_given_updates(place: Place) -> None:
    async with machines(200, 200) as (ports, taken):
        assert await posted(place, ports) == {200}
        assert sum(taken.values()) == UPDATES
        assert len(taken) == 2


@pytest.mark.parametrize("broken", [0, 503], ids=["away", "without a database"])
async def test_what_one_machine_cannot_take_another_takes(place: Place, broken: int) -> None:
    async with machines(broken, 200) as (ports, taken):
        assert await posted(place, ports) == {200}
        assert taken[str(ports[1])] == UPDATES


async def test_telegram_comes_again_where_no_machine_takes_an_update(place: Place) -> None:
    async with machines(503, 0) as (ports, _):
        assert await posted(place, ports) <= {502, 503}

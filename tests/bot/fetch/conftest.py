"""What tests of fetching share: a client that may speak to this machine, and never waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.fetch.network import Client, Pace
from bot.fetch.network.addresses import Resolve
from bot.fetch.terms import Terms

PATIENCE = 120
"""Seconds after which what does not come is given up: the machine may be slow."""

MakeClient = Callable[..., Client]


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    folder = tmp_path / "hosts"
    folder.mkdir()
    return loopback(folder)


def loopback(folder: Path) -> Terms:
    """Terms on which sites of this machine are fetched at once."""
    return Terms("open", folder, loopback=True, spacing=0, seconds=PATIENCE)


async def at_home(_: str, __: int) -> list[str]:
    """A resolver for which every host is this machine."""
    return ["127.0.0.1"]


@pytest.fixture
def client(terms: Terms) -> Client:
    return Client(terms, resolve=at_home)


@pytest.fixture
def make_client(terms: Terms) -> MakeClient:
    """A client with another resolver, or a pace of its own."""

    def make(
        resolve: Resolve = at_home, pace: Pace | None = None, *, robots: bool = True
    ) -> Client:
        return Client(terms, pace, resolve, robots=robots)

    return make

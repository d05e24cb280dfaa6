"""People who ask a bot that runs in a process of its own, and a count of what came back."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal, get_args

from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.people import Person
from bot.storage.inbox import inbox_path
from tests.bot.process import ROOT, environment
from tests.handlers.pages import BREAD
from tools.soak.table import Row

EXAMPLE: Final = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")
STOP_SECONDS: Final = 10.0
PATIENCE: Final = 300.0

Kind = Literal["paste", "parts", "file", "help", "talk"]
_KINDS: Final[tuple[Kind, ...]] = ("paste", *get_args(Kind))


class Trial:
    """Each person asks one question, so that each reply is known by its chat."""

    def __init__(self, site: Site, folder: Path, rng: random.Random) -> None:
        self.telegram: Telegram = site.telegram
        self.rng = rng
        self.asked: dict[str, Person] = {}
        self.crashes = 0
        self._unknowable: set[str] = set()
        self._folder = folder
        self._environment = environment(site, folder, WORKERS="2", LOG_LEVEL="WARNING")

    @classmethod
    @asynccontextmanager
    async def open(cls, seed: int) -> AsyncIterator[Trial]:
        """A Telegram of its own, without people yet, in a folder that goes with the block."""
        telegram = Telegram()
        telegram.patience = PATIENCE
        with TemporaryDirectory(prefix="soak-") as folder:
            async with serving(Site(telegram, TOKEN)) as site:
                yield cls(site, Path(folder), random.Random(seed))
        telegram.close()

    @asynccontextmanager
    async def bot_with_webhook(self, port: int) -> AsyncIterator[None]:
        """The bot at work, given updates at that port as if by a proxy that speaks TLS."""
        hook = {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": "soak"}
        async with self.bot("setWebhook", WEBHOOK_PORT=str(port), **hook):
            await self.telegram.until(lambda: self.telegram.world.updates.webhook)
            self.telegram.world.updates.webhook["url"] = f"http://127.0.0.1:{port}/telegram"
            yield

    @asynccontextmanager
    async def bot(
        self, first_call: str = "getUpdates", **settings: str
    ) -> AsyncIterator[asyncio.subprocess.Process]:
        """The bot at work; whatever is left of it is ended with the block."""
        self.telegram.calls.clear()
        with (self._folder / "log").open("ab") as log:
            child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                env={**os.environ, "PYTHONPATH": str(ROOT), **self._environment, **settings},
                stdin=asyncio.subprocess.DEVNULL,
                cwd=self._folder,
                stderr=log,
                start_new_session=True,
            )
        try:
            await self.telegram.until(lambda: self.calls(first_call), "the bot to start")
            yield child
        finally:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            await child.wait()

    def calls(self, method: str) -> int:
        """How often the running bot has called it, of late."""
        return sum(call.method == method for call in self.telegram.calls)

    def ask(self, kind: Kind | None = None) -> Person:
        """Somebody new sends something that deserves one answer; of any kind by default."""
        person = self.telegram.person(f"Person {len(self.asked)}")
        page = f"Film {len(self.asked)} on {BREAD}"
        kind = kind or self.rng.choice(_KINDS)
        match kind:
            case "paste":
                message = person.says(page)
            case "parts":
                message, *_ = person.pastes(f"Film {len(self.asked)}: {EXAMPLE}", client="ios")
            case "file":
                message = person.sends_file("page.txt", page.encode())
            case _:
                message = person.says("/help" if kind == "help" else "hello")
        self.asked[f"{person.private.id}:{message['message_id']}"] = person
        return person

    def note_the_unknowable(self) -> None:
        """Note whose answer Telegram has and the dead bot's inbox does not."""
        with closing(sqlite3.connect(inbox_path(self._folder / "digest.sqlite3"))) as inbox:
            rows = inbox.execute("SELECT answer FROM answers WHERE message IS NULL").fetchall()
        keys = {answer for [answer] in rows}
        self._unknowable |= {key for key in keys & {*self.asked} if self.replies(self.asked[key])}

    def lose_answer_to(self, person: Person) -> None:
        """Break the connection after Telegram took the answer."""
        self.telegram.faults.lose_answer("sendMessage", chat=person.private.id)
        self._unknowable |= {key for key, one in self.asked.items() if one is person}

    def replies(self, person: Person) -> int:
        """How many replies a person has."""
        return len(self.telegram.said(person.private))

    async def until_answered(self, people: Iterable[Person] = ()) -> None:
        """Wait for these people, or all, as long as there is hope."""
        waiting = [*(people or self.asked.values())]

        def all_are() -> bool:
            while waiting and self.replies(waiting[-1]):
                waiting.pop()
            return not waiting

        with suppress(AssertionError):
            await self.telegram.until(all_are)

    def row(self, what: str, how_many: str, note: str = "") -> Row:
        """What came of it all."""
        again = {key: self.replies(one) - 1 for key, one in self.asked.items()}
        return Row(
            what,
            how_many,
            lost=sum(count < 0 for count in again.values()),
            repeats=sum(max(0, n) for key, n in again.items() if key not in self._unknowable),
            unknowable=sum(max(0, again[key]) for key in self._unknowable),
            invalid=self._refused(),
            crashes=self.crashes + self.log().count("Traceback"),
            note=note,
        )

    def without_digest(self) -> int:
        """How many were answered with anything but a digest of the page that they pasted."""
        films = [f"Film {number} on" for number in range(len(self.asked))]
        told = zip(films, self.asked.values(), strict=True)
        return sum(
            not any(film in m.get("text", "") for m in self.telegram.said(person.private))
            for film, person in told
        )

    def log(self) -> str:
        """What the bot has written so far."""
        log = self._folder / "log"
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def _refused(self) -> int:
        """Replies that Telegram's parser did not take, told to people as an error."""
        texts = [
            m.get("text", "") for p in self.asked.values() for m in self.telegram.said(p.private)
        ]
        wrong = sum("Something went wrong" in text for text in texts)
        return wrong + len(self.telegram.world.complaints)

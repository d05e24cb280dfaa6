"""People who write to the bot, each in a way of their own."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Final, get_args

from bot.local.text.cutters import Client, cut
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person, labels
from bot.local.world.state import BOT_ID
from tools.soak.machines.pages import TEXTS, Pasted, page
from tools.soak.machines.record import Asked, Record
from tools.soak.machines.telegram import plain

PART_SECONDS: Final = 0.4
"""So far apart are the parts of a paste, at most."""
THINK_SECONDS: Final = 4.0
STAY: Final = (3, 10)
"""So many things somebody asks before they leave, at least and at most."""
LINK_SECONDS: Final = 2.5
"""So long after a link its page follows."""
FORGET_SECONDS: Final = 60.0
"""So long somebody waits for answers before they have all forgotten."""
BUTTONS: Final = frozenset({"Shorter", "Longer", "Comments", "Links", "Back"})


@dataclass(slots=True)
class Somebody:
    """One person in private, at times in a group; what they ask is recorded.

    ``numbers`` are those of the pages of all people; nobody begins anything once it is ``late``.
    """

    person: Person
    record: Record
    rng: random.Random
    group: Chat
    numbers: Iterator[int]
    late: asyncio.Event
    pages: list[Asked] = field(default_factory=list)

    async def live(self) -> None:
        """Ask one thing after another, and leave; a link is somebody's first word or none."""
        await self.rng.choice((Somebody.name_a_video, Somebody.paste))(self)
        for act in self.rng.choices([*_ACTS], [*_ACTS.values()], k=self.rng.randint(*STAY)):
            await asyncio.sleep(self.rng.expovariate(1 / THINK_SECONDS))
            if self.late.is_set():
                return
            await act(self)

    async def paste(self, video: str = "") -> None:
        """Paste a page of some length; its parts are short moments apart."""
        at, pasted = monotonic(), page(next(self.numbers), self.rng.choice(TEXTS))
        first, *rest = cut(pasted.text, self.rng.choice(get_args(Client)))
        sent = [self.person.says(first)]
        self.pages.append(self._page(at, pasted, sent[0], video))
        for part in rest:
            await asyncio.sleep(self.rng.uniform(0, PART_SECONDS))
            sent.append(self.person.says(part))

    async def paste_twice(self) -> None:
        """Paste a page, and soon another."""
        await self.paste()
        await asyncio.sleep(self.rng.uniform(0.5, 2.0))
        await self.paste()

    async def name_a_video(self) -> None:
        """Send a link, then its page."""
        video = f"{next(self.numbers):011d}"
        self.say(f"https://youtu.be/{video}", video)
        await asyncio.sleep(LINK_SECONDS)
        await self.paste(video)

    async def ask_for_help(self) -> None:
        """Send a command, or several at once."""
        for _ in range(self.rng.choice((1, 1, 4))):
            self.say("/help")

    async def ask_in_the_group(self) -> None:
        """Send a small page there with the command that asks for its digest."""
        at, pasted = monotonic(), page(next(self.numbers))
        self._page(at, pasted, self.person.says(f"/digest {pasted.text}", self.group))

    async def press(self) -> None:
        """Press some button under the digest of the page pasted last."""
        shown = self._newest_digest()
        choices = [label for label in labels(shown) if label in BUTTONS]
        if choices:
            at, press = monotonic(), self.person.presses(shown, self.rng.choice(choices))
            chat = self.person.private.id
            self.record.asked.append(Asked("press", chat, chat, at, query=press["id"]))

    async def forget(self) -> None:
        """Have all forgotten, once nothing is open."""
        changes = self.person.world.changes
        await changes.wait_for(lambda: not self.pages or self._newest_digest(), FORGET_SECONDS)
        self.say("/forget")
        self.pages.clear()

    def say(self, text: str, video: str = "") -> None:
        """Send one line in private."""
        at, message, chat = monotonic(), self.person.says(text), self.person.private.id
        line = Asked("line", chat, chat, at, message["message_id"], video=video)
        self.record.asked.append(line)

    def _page(self, at: float, pasted: Pasted, first: JSON, video: str = "") -> Asked:
        place = first["chat"]["id"], self.person.user["id"], at, first["message_id"]
        asked = Asked("page", *place, pasted.title, pasted.size, video)
        self.record.asked.append(asked)
        return asked

    def _newest_digest(self) -> JSON:
        """The message that shows the page pasted last, {} while there is none."""
        title = self.pages[-1].title if self.pages else None
        messages = reversed(self.person.private.messages.values())
        told = (message for message in messages if message["from"]["id"] == BOT_ID)
        return next((m for m in told if plain(m.get("text", "")).split("\n")[0] == title), {})


_ACTS: Final[Mapping[Callable[[Somebody], Awaitable[None]], float]] = {
    Somebody.paste: 5,
    Somebody.paste_twice: 2,
    Somebody.ask_for_help: 2,
    Somebody.ask_in_the_group: 1,
    Somebody.press: 4,
    Somebody.forget: 0.5,
}
"""What somebody does, and how often beside the rest."""

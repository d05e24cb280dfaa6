"""What whoever runs the bot may ask of it, in a private chat or in a terminal."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the terminal names the commands without opening a database
    from bot.storage.bans import Bans

Stats = Callable[[], Awaitable[str]]
Purge = Callable[[int], Awaitable[int | None]]


class Console:
    """Carries out the operators' commands.

    ``admins`` are the ids of the people it obeys, and may be replaced; ``purge`` removes all that
    is kept of a chat, and returns how many replies were known, None where that failed.
    """

    def __init__(self, admins: frozenset[int], bans: Bans, stats: Stats, purge: Purge) -> None:
        self.admins = admins
        self._bans = bans
        self._stats = stats
        self._purge = purge
        self._of_one: Mapping[str, Callable[[int], Awaitable[str]]] = {
            "ban": self._ban,
            "unban": self._unban,
            "purge": self._remove,
        }

    def obeys(self, user: int, command: str) -> bool:
        """Whether this is a command here, and the user is somebody who may give it."""
        return user in self.admins and (command == STATS or command in self._of_one)

    def commands(self, user: int) -> Mapping[str, str]:
        """The commands that the user may give, each with what it is for."""
        return _ABOUT if user in self.admins else {}

    async def carry_out(self, command: str, argument: str) -> str:
        """Carry out a command; return what to tell who gave it."""
        if command == STATS:
            return await self._stats()
        if not re.fullmatch(r"-?[0-9]{1,18}", argument.strip()):
            return f"Say whom: /{command} and the id of a person or a group, which is a number."
        return await self._of_one[command](int(argument))

    async def _ban(self, one: int) -> str:
        if one in self.admins:
            return f"{one} runs this bot: take the id out of ADMINS first."
        if await self._bans.add(one):
            return f"{one} is banned and gets no answer any more."
        return _NOT_WRITTEN

    async def _unban(self, one: int) -> str:
        was = await self._bans.remove(one)
        return f"{one} may use the bot again." if was else f"{one} was not banned."

    async def _remove(self, chat: int) -> str:
        known = await self._purge(chat)
        if known is None:
            return _NOT_WRITTEN
        if not known:
            return f"Nothing was kept of {chat}."
        messages = f"{known} message" if known == 1 else f"{known} messages"
        return f"Removed: what {messages} showed in {chat}, and the pages. Backups still hold it."


STATS: Final = "stats"
STATS_ABOUT: Final = "what the bot has done, and what it keeps"
OF_ONE: Final[Mapping[str, str]] = {
    "ban": "answer a person or a group no more",
    "unban": "answer them again",
    "purge": "remove all that is kept of a chat",
}
"""The commands on a person or a chat, each with what it is for."""

_EXAMPLE: Final = {"ban": f"{OF_ONE['ban']}: /ban 123456789"}
_ABOUT: Final[Mapping[str, str]] = {STATS: STATS_ABOUT, **OF_ONE, **_EXAMPLE}
_NOT_WRITTEN: Final = "The database cannot be written: nothing is changed."

"""A bot of one process on files of its own, or of many on Postgres, whose code is loaded then."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final

from telegram import Update

from bot.config import Settings
from bot.conversation import AnyApplication, bounds
from bot.operator.parts import Parts
from bot.storage.inbox import Inbox, inbox_path
from bot.storage.store import Store
from bot.telegram.probes import Probes

if TYPE_CHECKING:
    from bot.machines import Front

Kept = tuple[Store, Inbox, "Front | None"]
"""The pages and replies, the updates, and whose turn it is where several processes share them."""
HANDOVER_SECONDS: Final = (0.5, 1.5)
"""How long a stop waits where another process goes on: for answers, then for what is being sent."""
LOST_SECONDS: Final = (1.5, 121.0)
"""The same where another answers already: what both have sent is removed as soon as it is known.

It is shorter than ``LOST_SECONDS`` of the service.
"""
Wanted = Callable[[Store, Update], bool]
"""Whether an update may be written."""


def kept(settings: Settings, is_wanted: Wanted) -> AbstractAsyncContextManager[Kept]:
    """What is kept, opened.

    Raises:
        StorageError: it is in use, of a newer version, not ours, or cannot be made.
        SettingsError: the address cannot be read, or its library is not installed.
    """
    if not settings.database_url:
        return _own_files(settings, is_wanted)
    from bot.sharing.many import opened

    return opened(settings, is_wanted)


def turn(
    settings: Settings, application: AnyApplication, parts: Parts, probes: Probes
) -> AbstractAsyncContextManager[None]:
    """The time in which this process answers; all the time where it is the only one."""
    if parts.front is None:
        return nullcontext()
    from bot.sharing.many import turn_of

    return turn_of(parts.front, settings, application, parts, probes)


def patience(front: Front | None) -> tuple[float, ...]:
    """How long a stop waits for answers and for what is being sent; () for as long as always."""
    if front is None:
        return ()
    return HANDOVER_SECONDS if front.lease.is_held else LOST_SECONDS


@asynccontextmanager
async def _own_files(settings: Settings, is_wanted: Wanted) -> AsyncIterator[Kept]:
    path = settings.database_path
    async with (
        Store.open(path, bounds(settings)) as store,
        Inbox.open(inbox_path(path), partial(is_wanted, store)) as inbox,
    ):
        yield store, inbox, None

"""An update as Telegram wrote it, beside what the library has made of it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass

from telegram import Bot, Update

from bot.telegram.tolerant import UNREADABLE, read_as_it_is, readable


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update that has come; ``written`` are Telegram's own words for it, "" where they are gone.

    To write it anew costs more than to keep what came.
    """

    update: Update
    written: str = ""

    @property
    def text(self) -> str:
        """The update as JSON."""
        return self.written or self.update.to_json()


def as_arrival(item: object) -> Arrival | None:
    """Return what is put into the queue as an arrival; None for the library's sign to stop."""
    return (
        Arrival(item) if isinstance(item, Update) else item if isinstance(item, Arrival) else None
    )


def arrival(body: bytes, bot: Bot | None) -> Arrival:
    """Return what Telegram posted, without what cannot be read.

    Raises:
        UNREADABLE: it is no update.
    """
    fields = json.loads(body)
    with suppress(*UNREADABLE):
        return Arrival(read_as_it_is(fields, bot), body.decode())
    return Arrival(read_as_it_is(readable(fields), bot))

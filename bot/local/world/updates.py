"""The queue of updates, from which a bot polls or which a webhook is fed from."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from bot.local.errors import conflict
from bot.local.world.changes import Changes
from bot.local.world.chats import JSON

_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
_MOST_AT_ONCE = 100


class Updates:
    """Updates in order, each kept until a later offset confirms it."""

    def __init__(self, changes: Changes) -> None:
        self.webhook: JSON = {}
        self.allowed: Collection[str] = ()
        self._changes = changes
        self._waiting: deque[JSON] = deque()
        self._next_id = 1
        self._polls = 0

    def __len__(self) -> int:
        """How many are not confirmed yet."""
        return len(self._waiting)

    def add(self, kind: str, body: JSON) -> None:
        """Queue an update, unless the bot did not ask for this kind."""
        if kind in self.allowed if self.allowed else kind not in _ON_REQUEST:
            self._waiting.append({"update_id": self._next_id, kind: body})
            self._next_id += 1
            self._changes.notify_all()

    def confirm(self, offset: int) -> None:
        """Forget all before ``offset``; a negative one counts from the end of the queue."""
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
        while offset < 0 and len(self._waiting) > -offset:
            self._waiting.popleft()
        self._changes.notify_all()

    def clear(self) -> None:
        """Forget all (``drop_pending_updates``)."""
        self._waiting.clear()
        self._changes.notify_all()

    def first(self, limit: int = _MOST_AT_ONCE) -> list[JSON]:
        """The oldest that are not confirmed."""
        return [update for update, _ in zip(self._waiting, range(limit), strict=False)]

    async def poll(self, offset: int, limit: int, patience: float | None) -> list[JSON]:
        """Wait up to ``patience`` seconds (None: for ever) for updates; a later poll ends it."""
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self.confirm(offset)
        self._polls += 1
        mine = self._polls
        self._changes.notify_all()
        await self._changes.wait_for(lambda: self._waiting or self._polls != mine, patience)
        if self._polls != mine:
            raise conflict(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
        return self.first(min(max(limit, 1), _MOST_AT_ONCE))

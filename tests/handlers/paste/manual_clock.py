"""A clock that stands still until a test moves it, and messages as Telegram sends them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from telegram import Message, User

from handlers.paste.batch import Event, Ready
from handlers.paste.incoming import Incoming, read_message
from handlers.paste.intake import Intake

ME = User(id=7, first_name="Digest", is_bot=True, username="digest_bot")
ANN, BOB = 100, 200
GROUP = -1001
START = 1_700_000_000


class _Timer:
    def __init__(self, at: float, callback: Callable[[], object]) -> None:
        self.at, self.callback, self.cancelled = at, callback, False

    def cancel(self) -> None:
        self.cancelled = True


class ManualLoop:
    """An event loop whose time passes by ``pass_time`` alone."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[_Timer] = []

    def time(self) -> float:
        return self.now

    def call_later(self, delay: float, callback: Callable[[], object], /) -> _Timer:
        self.timers.append(_Timer(self.now + delay, callback))
        return self.timers[-1]

    def pass_time(self, seconds: float) -> None:
        end = self.now + seconds
        while due := [t for t in self.timers if t.at <= end and not t.cancelled]:
            timer = min(due, key=lambda t: t.at)
            self.timers.remove(timer)
            self.now = timer.at
            timer.callback()
        self.now = end


class Chat:
    """An intake with its events written down; ``say`` sends it a message."""

    def __init__(self, **options: int) -> None:
        self.loop = ManualLoop()
        self.events: list[Event] = []
        self.intake = Intake(self._note, self.loop, **options)
        self._number = 0

    def _note(self, event: Event) -> None:
        self.events.append(event)

    def say(self, text: str = "", **fields: Any) -> Incoming:  # noqa: ANN401 - JSON
        self._number += 1
        fields.setdefault("date", START + int(self.loop.now))
        fields.setdefault("message_id", self._number)
        incoming = read_message(message(text, **fields), ME)
        self.intake.add(incoming)
        return incoming

    def paste(self, parts: Sequence[str], **fields: Any) -> list[Incoming]:  # noqa: ANN401
        return [self.say(part, **fields) for part in parts]

    def wait(self, seconds: float = 5) -> list[Event]:
        """Let time pass; the events since the last call."""
        self.loop.pass_time(seconds)
        events, self.events[:] = list(self.events), []
        return events

    def answers(self, seconds: float = 5) -> list[str]:
        """Let time pass; the texts that became ready."""
        return [event.batch.text for event in self.wait(seconds) if isinstance(event, Ready)]


def message(text: str = "", **fields: Any) -> Message:  # noqa: ANN401 - JSON
    """A message of the Bot API: from Ann in private unless the fields say otherwise."""
    sender = fields.pop("sender", ANN)
    chat = fields.pop("chat", sender)
    data = {
        "message_id": 1,
        "date": START,
        "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "Chat"},
        "from": {"id": sender, "is_bot": False, "first_name": "Ann"},
        **({"text": text} if text else {}),
        **fields,
    }
    read = Message.de_json(data, None)
    assert read is not None
    return read

"""The chat page: what the browser loads, what it asks, what a person does with it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

import msgspec
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from bot.local.errors import BotApiError
from bot.local.server.access import LocalHandler
from bot.local.server.chat_actions import Action, perform
from bot.local.world.chats import JSON, Chat
from bot.local.world.menus import menu
from bot.local.world.state import Event

_NUMBER = re.compile("[0-9]{1,18}")
_PAGE = Path(__file__).with_name("chat.html")
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}


class PageHandler(LocalHandler):
    """``/``: the page; only its own script and style may run."""

    def get(self) -> None:
        """Send the page with its policy."""
        html = _PAGE.read_text(encoding="utf-8")
        self.set_header("Content-Security-Policy", _policy(html))
        self.set_header("X-Frame-Options", "DENY")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.finish(html)


class StateHandler(LocalHandler):
    """``/chat/state``: all that is to be seen now."""

    def get(self) -> None:
        """Send chats with their messages, and the number of the last event in them."""
        world = self.site.telegram.world
        self.finish(
            {
                "bot": world.bot_user,
                "people": [person.user for person in self.site.people],
                "chats": [self._chat(c) for c in world.chats.values() if self.site.shows(c.id)],
                "example": bool(self.site.example),
                "event": world.events[-1].number if world.events else 0,
            }
        )

    def _chat(self, chat: Chat) -> JSON:
        private = chat.kind == "private"
        return {
            "id": chat.id,
            "kind": chat.kind,
            "title": self.site.telegram.world.bot["first_name"] if private else chat.title,
            "members": len(chat.members),
            "has_bot": chat.holds(self.site.telegram.world.bot["id"]),
            "commands": menu(self.site.telegram.world.commands, chat),
            "messages": list(chat.messages.values()),
        }


class EventsHandler(LocalHandler):
    """``/chat/events``: server-sent events after the number that the browser knows."""

    _gone = False

    async def get(self) -> None:
        """Send events as they come, until the browser goes."""
        since = self.request.headers.get("Last-Event-ID") or self.get_argument("since")
        if not _NUMBER.fullmatch(since):
            raise HTTPError(400, "since must be the number of an event")
        self.since = int(since)
        self.set_header("Content-Type", "text/event-stream")
        try:
            while not self._gone:
                self._write_fresh()
                await self.flush()
                await self.site.telegram.world.changes.wait_for(lambda: self._gone or self._fresh())
        except StreamClosedError:
            return

    def _fresh(self) -> list[Event]:
        return [e for e in self.site.telegram.world.events if e.number > self.since]

    def _write_fresh(self) -> None:
        for event in self._fresh():
            self.since = event.number
            if not event.chat or self.site.shows(event.chat):
                self.write(_line(event))

    def on_connection_close(self) -> None:
        """Let the loop end."""
        self._gone = True
        self.site.telegram.world.changes.notify_all()


class ActionHandler(LocalHandler):
    """``/chat/action/<name>``: what a person does, as one JSON object or as files."""

    def post(self, name: str) -> None:
        """Do it; a message or button that is gone is a 400."""
        try:
            self.finish(perform(self.site, name, self._action(), self._files()))
        except (BotApiError, KeyError, IndexError, ValueError, RecursionError) as problem:
            raise HTTPError(400, "that cannot be done") from problem

    def _action(self) -> Action:
        """The object itself, or beside files in the field ``action``."""
        given = self.get_body_argument("action", "") or self.request.body
        return msgspec.json.decode(given, type=Action)

    def _files(self) -> list[tuple[str, bytes]]:
        return [(part.filename, part.body) for part in self.request.files.get("files", ())]


class FileHandler(LocalHandler):
    """``/chat/file/<id>``: a document to save, or a picture to show."""

    def get(self, file_id: str) -> None:
        """Send it so that nothing in it can run."""
        try:
            upload = self.site.telegram.world.files.read(file_id)
        except BotApiError:
            raise HTTPError(404, "no such file") from None
        inline = upload.mime in _PICTURES
        kind = "inline" if inline else "attachment"
        self.set_header("Content-Type", upload.mime if inline else "application/octet-stream")
        self.set_header("Content-Disposition", f"{kind}; filename*=utf-8''{quote(upload.name)}")
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
        self.finish(upload.data)


def _policy(html: str) -> str:
    """A policy under which the page's own script and style run and nothing else."""
    hashes = {
        tag: base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        for tag, body in re.findall(r"<(script|style)>(.*?)</\1>", html, re.DOTALL)
    }
    return (
        f"default-src 'none'; script-src 'sha256-{hashes['script']}'; "
        f"style-src 'sha256-{hashes['style']}'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _line(event: Event) -> str:
    body = {"kind": event.kind, "chat": event.chat, "body": event.body}
    return f"id: {event.number}\ndata: {json.dumps(body)}\n\n"

"""The Bot API over HTTP: what a bot calls."""

from __future__ import annotations

import asyncio
import json

import msgspec

from bot.local.errors import BotApiError, bad_request
from bot.local.faults import NoAnswerError
from bot.local.server.access import LocalHandler
from bot.local.world.files import Upload


class MethodHandler(LocalHandler):
    """``/bot<token>/<method>``: parameters in the query, a form, multipart or JSON."""

    browsers = False
    _task: asyncio.Task[None] | None = None

    async def get(self, token: str, method: str) -> None:
        """Carry out a call."""
        if not self.is_token(token):
            self._answer(401, BotApiError(401, "Unauthorized").body())
            return
        self._task = asyncio.create_task(self._call(method))
        await asyncio.wait([self._task])
        if not self._task.cancelled():
            self._task.result()

    post = get

    def on_connection_close(self) -> None:
        """Stop waiting for one who has gone."""
        if self._task:
            self._task.cancel()

    async def _call(self, method: str) -> None:
        try:
            answer = await self.site.telegram.call(method, self._fields(), self._uploads())
        except NoAnswerError:
            self._hang_up()
        except BotApiError as error:
            self._answer(error.code, error.body())
        else:
            self._answer(*answer)

    def _fields(self) -> dict[str, object]:
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            return self._json()
        return {name: self.get_argument(name, strip=False) for name in self.request.arguments}

    def _json(self) -> dict[str, object]:
        try:
            return msgspec.json.decode(self.request.body, type=dict[str, object])
        except (ValueError, RecursionError):
            raise bad_request("can't parse JSON object") from None

    def _uploads(self) -> dict[str, Upload]:
        return {
            name: Upload(part.filename, part.body, part.content_type)
            for name, (part, *_) in self.request.files.items()
        }

    def _answer(self, status: int, body: object) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))

    def _hang_up(self) -> None:
        stream = self.detach()
        stream.close()


class DownloadHandler(LocalHandler):
    """``/file/bot<token>/<path>``: what getFile pointed at."""

    browsers = False

    def get(self, token: str, path: str) -> None:
        """Send the bytes."""
        if not self.is_token(token):
            self.send_error(401)
            return
        try:
            upload = self.site.telegram.world.files.read(path)
        except BotApiError:
            self.send_error(404)
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(upload.data)

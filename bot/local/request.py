"""PTB's way to the in-memory Telegram: a request layer without sockets."""

from __future__ import annotations

import json
from typing import Any

from telegram._utils.types import ODVInput
from telegram.error import TimedOut
from telegram.request import BaseRequest, RequestData

from bot.local.faults import NoAnswerError
from bot.local.telegram import Telegram
from bot.local.world.files import Upload

_READ_TIMEOUT = 5.0


class LocalRequest(BaseRequest):
    """Give it to ``ApplicationBuilder.request`` and ``.get_updates_request``."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float:
        """Seconds that PTB believes a read may take."""
        return _READ_TIMEOUT

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: D102, PLR0913, PLR0917 - documented and shaped by PTB
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = None,
        write_timeout: ODVInput[float] = None,
        connect_timeout: ODVInput[float] = None,
        pool_timeout: ODVInput[float] = None,
    ) -> tuple[int, bytes]:
        del read_timeout, write_timeout, connect_timeout, pool_timeout  # nothing can be slow
        if method == "GET":
            path = url.partition("/file/bot")[2].partition("/")[2]
            return 200, self.telegram.world.files.read(path).data
        fields = request_data.json_parameters if request_data else {}
        parts = request_data.multipart_data if request_data else {}
        uploads = {
            name: Upload(file_name, _bytes(data), mime)
            for name, (file_name, data, mime) in parts.items()
        }
        try:
            status, body = await self.telegram.call(url.rpartition("/")[2], fields, uploads)
        except NoAnswerError:
            raise TimedOut from None
        return status, json.dumps(body).encode()


def _bytes(data: Any) -> bytes:  # noqa: ANN401 - PTB allows bytes or an open file
    content: bytes = data if isinstance(data, bytes) else data.read()
    return content

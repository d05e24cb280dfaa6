"""What fetching is asked for, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from handlers.fetching import Fetched, FetchError, Missing, Mode

__all__ = ["FetchError", "Fetched", "Get", "Got", "Missing", "Mode"]


@dataclass(frozen=True, slots=True)
class Got:
    """An answer of a site: ``url`` is where the redirects ended, ``content_type`` its header.

    ``body`` is decompressed. Any ``status`` may come but those that say why there is nothing:
    401, 403, 404, 410, 429, 451 and 5xx are raised as FetchError.
    """

    url: str
    status: int
    content_type: str
    body: bytes


class Get(Protocol):
    """Gets an address, within the limits of the fetching it belongs to."""

    async def __call__(
        self, url: str, *, accept: str = "*/*", most_bytes: int | None = None
    ) -> Got:
        """Return what the address answers.

        ``accept`` is the header of that name; a body longer than ``most_bytes`` is refused.

        Raises:
            FetchError: nothing came: its key says why.
        """
        ...

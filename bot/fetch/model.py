"""What fetching is asked for, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Got:
    """An answer of a site: ``url`` is where the redirects ended, ``content_type`` its header.

    ``body`` is decompressed. Any ``status`` may come but those that say why there is nothing:
    403, 404, 410, 429 and 5xx are raised as FetchError.
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


@dataclass(frozen=True, slots=True)
class Missing:
    """What did not come, ``captions`` for example, and why, ``refused``: both keys of texts.

    ``found`` of ``stated`` say how much of it came, where it is known.
    """

    what: str
    why: str
    found: int = 0
    stated: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of an address.

    ``files`` are pairs of a name and bytes, as read_page knows them, all of one video or page;
    ``came`` are keys of texts, like those of ``missing``.
    """

    files: tuple[tuple[str, bytes], ...]
    came: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()


class FetchError(Exception):
    """Nothing came: ``key`` is that of the sentence that says why, ``values`` what it names."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key, *values.values())
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle it with its values: it comes from another process."""
        return _again, (type(self), self.key, self.values)


def _again(kind: type[FetchError], key: str, values: dict[str, str | int]) -> FetchError:
    return kind(key, **values)

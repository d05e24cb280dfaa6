"""What the conversation needs of fetching, where the operator allows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Mode = Literal["off", "open", "all"]
"""``open``: sites with public interfaces that need no key; ``all``: video sites too."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What did not come, ``captions`` for example, and why, ``refused``: both keys of texts.

    The texts are ``fetch-what-captions`` and ``fetch-why-refused``. ``found`` of ``stated`` say how
    much of it came, where it is known.
    """

    what: str
    why: str
    found: int = 0
    stated: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of an address.

    ``files`` are pairs of a name and bytes, as read_page knows them, all of one video or page;
    ``came`` are keys of texts, of ``fetch-what-captions`` for example.
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


class Fetcher(Protocol):
    """Fetches what an address names, beside the event loop."""

    @property
    def mode(self) -> Mode:
        """What the operator allows; never ``off``."""
        ...

    async def __call__(self, url: str, person: int) -> Fetched:
        """Return what came; the ``person`` who has asked for it waits their turn.

        Raises:
            FetchError: nothing came.
        """
        ...

    def before(self, person: int) -> int:
        """Return how many others have a turn before this person's next."""
        ...


def _again(kind: type[FetchError], key: str, values: dict[str, str | int]) -> FetchError:
    return kind(key, **values)

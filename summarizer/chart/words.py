"""The words that a chart says itself, in whatever language they are."""

from __future__ import annotations

from typing import Protocol


class Words(Protocol):
    """Texts with their values; the keys are those of ``chart`` in ``data/english.toml``."""

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text called ``key``; ``n`` chooses its form."""
        ...

    def number(self, number: int, /) -> str:
        """Return a number as the language writes it."""
        ...

    def percent(self, share: float, /) -> str:
        """Return a share from 0 to 1 in percent."""
        ...

    def name_of(self, code: str, /) -> str:
        """Return the name of a language."""
        ...

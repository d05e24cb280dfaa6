"""What the bot can say: one table a language, beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

ENGLISH = Path(__file__).with_name("english.toml")


class Texts:
    """Says a text of a table with its values filled in; numbers get their separators."""

    def __init__(self, path: Path = ENGLISH) -> None:
        self._table = _read(path)

    def __call__(self, key: str, **values: object) -> str:
        """The text called ``key``; of two forms the first where ``n`` is 1."""
        text = self._table[key]
        if isinstance(text, list):
            text = text[0] if values.get("n") == 1 else text[1]
        shown = {k: f"{v:,}" if isinstance(v, int) else v for k, v in values.items()}
        return text.format(**shown)


@lru_cache
def _read(path: Path) -> Mapping[str, str | list[str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))

"""What the summarizer says itself, in English: of what it cannot read, and in a chart."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from summarizer.language_names import language_name

Text = str | Mapping[str, str]
"""A text, or its forms: ``one`` for one of what is counted, ``other`` for more or none."""

_THOUSAND = "\u2009"


class English:
    """Says texts of the table ``data/english.toml`` with their values; numbers are grouped."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The text called ``key``, which is its section, a dot, and its name."""
        section, _, name = key.partition(".")
        text = table()[section][name]
        if not isinstance(text, str):
            text = text["one" if values.get("n") == 1 else "other"]
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return text.format(**shown)

    def number(self, number: int, /) -> str:
        """The number, its thousands apart by a thin space."""
        return f"{number:,}".replace(",", _THOUSAND)

    def percent(self, share: float, /) -> str:
        """A share from 0 to 1 in percent."""
        return f"{share:.0%}"

    def name_of(self, code: str, /) -> str:
        """The name of a language."""
        return language_name(code)


@lru_cache(maxsize=1)
def table() -> Mapping[str, Mapping[str, Text]]:
    """All texts, by section and name."""
    file = files("summarizer.data").joinpath("english.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))

"""The languages the bot replies in, and which of them a person's code means."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

ENGLISH: Final = "en"

FOLDER: Final = Path(__file__).with_name("languages")
"""A table a language, called by its code: that of IETF's BCP 47 in small letters."""

_FORMER: Final = {"in": "id"}
"""A code that ISO 639 has withdrawn and some phones still send."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The codes of all tables."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def nearest(code: str | None) -> str:
    """The table for whoever has their language set to ``code``, English where there is none."""
    return table_of(code) or ENGLISH


def table_of(code: str | None) -> str | None:
    """The table of the language with that ``code``; None where there is none.

    A code may name more than a language, as ``zh-hant-tw`` does: the first part that there is a
    table for decides, then any table of the same language.
    """
    parts = (code or "").strip().lower().replace("_", "-").split("-")
    parts[0] = _FORMER.get(parts[0], parts[0])
    for number in range(len(parts), 0, -1):
        if (known := "-".join(parts[:number])) in languages():
            return known
    return next((one for one in languages() if one.split("-")[0] == parts[0]), None)

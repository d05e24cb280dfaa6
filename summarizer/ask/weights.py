"""How much each signal and each piece of evidence counts."""

from __future__ import annotations

from functools import lru_cache

from summarizer.data import rows


@lru_cache(maxsize=1)
def weights() -> dict[str, dict[str, float]]:
    """Model ("sentence", "stretch", "answered") -> name -> weight."""
    table: dict[str, dict[str, float]] = {}
    for model, name, value in rows("ask"):
        table.setdefault(model, {})[name] = float(value)
    return table

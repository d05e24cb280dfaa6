"""How much each signal counts, by language and length of the text."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

COLUMNS = {"en": "trained", "fr": "trained", "zh": "zh"}
"""The column of data/rank.tsv for a language; all others take the untrained "plain" one."""
SHORT = 40
"""A text of fewer sentences has too few for pairs of words to come again."""


def weights_for(language: str | None, sentences: int) -> dict[str, float]:
    """The weight of each signal by name, for an ISO 639-1 code and a number of sentences."""
    column = COLUMNS.get(language or "", "plain")
    return _table()["short" if sentences < SHORT and column != "zh" else column]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    """Column -> signal -> weight."""
    path = files("summarizer") / "data" / "rank.tsv"
    head, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: {row[0]: float(row[i]) for row in rows} for i, name in enumerate(head) if i}

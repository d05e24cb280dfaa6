"""The times of spoken_times.tsv: each in words of many languages, as sites tell screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_TABLE = Path(__file__).with_name("spoken_times.tsv")


def spoken_times() -> dict[str, list[tuple[int, str]]]:
    """Seconds and words of each time, by language ("sr-Latn" is Serbian in Latin letters)."""
    times: dict[str, list[tuple[int, str]]] = {}
    for language, seconds, words in _rows():
        times.setdefault(language, []).append((int(seconds), words))
    return times


def _rows() -> Iterator[list[str]]:
    for line in _TABLE.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")

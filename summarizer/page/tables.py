"""The tables of the page reader: lines of tab-separated columns in summarizer/data."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of ``summarizer/data/<name>.tsv``, each a list of its columns."""
    text = (files("summarizer") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]

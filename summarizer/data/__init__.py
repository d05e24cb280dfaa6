"""The tables of this folder; the .txt file beside a table says what it holds and who made it."""

from __future__ import annotations

from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of the file ``name``, without empty ones and comments, which begin with "#"."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows(name: str) -> list[list[str]]:
    """The tab-separated columns of each line of the table ``name``.tsv."""
    return [line.split("\t") for line in lines(f"{name}.tsv")]


def phrases(name: str, kind: str) -> list[str]:
    """The phrases of ``kind`` in a table whose last columns are the kind and " | " between them."""
    found = (listed for *_, own, listed in rows(name) if own == kind)
    return [phrase for listed in found for phrase in listed.split(" | ")]

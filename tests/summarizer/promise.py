"""The promise of read_page: any input is a page, or one sentence of advice."""

from __future__ import annotations

from summarizer import UnreadableError, read_page
from summarizer.model import Page


def keeps_its_promise(data: str | bytes, name: str | None = None) -> bool:
    told: Page | str
    try:
        told = read_page(data, name)
    except UnreadableError as error:
        told = error.advice
    return isinstance(told, Page) or told.endswith(".")

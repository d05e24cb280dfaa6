"""Several pages in one text or archive: the first one carries those that follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Omission, OmissionKind, Page

MOST_PAGES = 10
"""Pages of one source that are read: each gets a button under one list."""

_OTHERS: OmissionKind = "another-page"


def together(pages: Sequence[Page], stated: int) -> Page:
    """The first page with the others behind it, of ``stated`` that there are at least."""
    first, *others = pages[:MOST_PAGES]
    if stated == 1:
        return first
    said = Omission(_OTHERS, len(others), stated - 1)
    return replace(first, others=tuple(others), omissions=(said, *first.omissions))


def apart(page: Page) -> tuple[Page, ...]:
    """A page and those that came with it, each by itself: the reverse of ``together``."""
    omissions = tuple(one for one in page.omissions if one.kind != _OTHERS)
    return (replace(page, others=(), omissions=omissions), *page.others)

"""Repeated addresses folded into one link that counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.model import Link


def merge_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """One link for each cleaned address, at its first place, ``count`` added up.

    The first kind stays, and the first label that is not empty.
    """
    merged: dict[str, Link] = {}
    for link in links:
        known = merged.get(_key(link))
        merged[_key(link)] = _joined(known, link) if known else link
    return tuple(merged.values())


def _key(link: Link) -> str:
    """Links that open the same page: the scheme and "www." make no difference."""
    bare = link.url.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return bare.rstrip("/") + (" cut" if link.kind == "cut" else "")


def _joined(known: Link, again: Link) -> Link:
    return replace(known, label=known.label or again.label, count=known.count + again.count)

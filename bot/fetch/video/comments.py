"""Which comments of a video came, and why there are not more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.fetch.model import Missing


def comments_of(info: Mapping[str, Any], most: int) -> list[Any]:
    """Return the comments that yt-dlp has found, at most so many."""
    return list(info.get("comments") or ())[:most]


def lacking(info: Mapping[str, Any], most: int, stated: int, failed: str) -> Missing | None:
    """Return what is missing of the comments; None where they are all there.

    ``most`` are wanted at most, ``stated`` is the site's own number or 0, ``failed`` is why the
    last request brought nothing, or "".
    """
    found = len(comments_of(info, most))
    wanted = min(most, stated or most)
    if failed and found < wanted:
        return Missing("comments", failed, found, max(stated, found) if stated else 0)
    if not found:
        return Missing("comments", _why_none(info))
    if found == most or found < stated:
        return Missing("comments", "limit", found, stated if stated > found else 0)
    return None


def _why_none(info: Mapping[str, Any]) -> str:
    """Why there is none: yt-dlp gives an empty list of no comments, None where they are off."""
    if "comments" not in info:
        return "unsupported"
    return "off" if info["comments"] is None else "none"

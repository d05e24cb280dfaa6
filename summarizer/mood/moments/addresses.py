"""Times in the addresses of videos: ``youtu.be/…?t=95``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.mood.moments.words_around import Written

_ADDRESS = re.compile(r"(?:https?://|\bwww\.|\byoutu\.be/)[^\s\"'<>()\[\]]+", re.IGNORECASE)
_TIME = re.compile(
    r"[?&#;](?:t|start|time_continue)=(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?(?![\w.])"
)
_PLAYERS = ("youtu", "vimeo.", "twitch.", "dailymotion.", "odysee.", "rumble.")


def timed_addresses(text: str) -> Iterator[Written]:
    """The times that addresses of players open the video at."""
    for address in _ADDRESS.finditer(text) if "=" in text else ():
        if not any(player in address[0].lower() for player in _PLAYERS):
            continue
        found = _TIME.search(address[0])
        if found and any(found.groups()):
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            yield Written(*address.span(), 3600 * hours + 60 * minutes + seconds)


def without_addresses(text: str) -> str:
    """``text`` with blanks in the place of addresses."""
    if "/" not in text:
        return text
    return _ADDRESS.sub(lambda address: " " * len(address[0]), text)

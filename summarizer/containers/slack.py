"""Slack's export: a .zip of a file a day and channel, and the names of the users beside them."""

from __future__ import annotations

from collections.abc import Sequence
from zipfile import ZipFile, ZipInfo

from summarizer.containers.unpack import MOST_BYTES, read_member
from summarizer.formats import Reader
from summarizer.model import Page

MOST_DAYS = 2_000
"""Files that are read, in the order of channels and days."""

_USERS, _CHANNELS = "users.json", "channels.json"


def read_slack(pack: ZipFile, members: Sequence[ZipInfo], read: Reader) -> Page | None:
    """The messages of all channels with the names of their authors; None for another archive.

    Raises UnreadableError where the archive is broken or unpacks to too much.
    """
    names = {member.filename for member in members}
    root = next((name.removesuffix(_USERS) for name in names if name.endswith(_USERS)), None)
    if root is None or root + _CHANNELS not in names:
        return None
    days = sorted(name for name in names if _is_day(name.removeprefix(root)))[:MOST_DAYS]
    left = MOST_BYTES
    lists = []
    for name in (root + _USERS, *days):
        lists.append(read_member(pack, name, left).removeprefix(b"\xef\xbb\xbf"))
        left -= len(lists[-1])
    said = b",".join(b'{"messages":' + day + b"}" for day in lists[1:])
    return read(b'{"users":' + lists[0] + b',"days":[' + said + b"]}", None)


def _is_day(name: str) -> bool:
    """Whether the file lies in the folder of a channel: "general/2024-05-12.json"."""
    return name.count("/") == 1 and name.endswith(".json")

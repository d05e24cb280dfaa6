"""Archives: a .zip of several files of one video is one page, a .gz is its content."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from summarizer.containers.office import read_package
from summarizer.containers.unpack import BROKEN, MOST_BYTES, read_member
from summarizer.decode import decode
from summarizer.formats import Reader
from summarizer.merge import merged
from summarizer.model import Omission, Page, UnreadableError
from summarizer.video_url import from_name, watch_url

MOST_FILES = 60
"""Files of an archive that are read; the rest is said to be left out."""

_IGNORED = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".mp4", ".webm", ".mp3", ".m4a", ".ds_store")
_IGNORED_FOLDERS = ("__MACOSX/", "_files/")


def read_zip(data: bytes, read: Reader) -> Page:
    """The page of an office document, or of all files in a .zip; ``read`` reads one of them.

    Raises UnreadableError where the archive is broken or none of its files holds anything.
    """
    try:
        pack = ZipFile(BytesIO(data))
        members = pack.infolist()
    except BROKEN:
        raise UnreadableError(
            "This archive is broken: pack it again, or send its files one by one."
        ) from None
    page = read_package(pack, frozenset(member.filename for member in members), read)
    return page or _files(pack, [m for m in members if _matters(m)], read)


def read_gzip(data: bytes, read: Reader, name: str | None) -> Page:
    """What one gzipped file holds; raises UnreadableError where it is broken or too large."""
    stream = zlib.decompressobj(wbits=31)
    try:
        content = stream.decompress(data, MOST_BYTES)
    except zlib.error:
        raise UnreadableError("This .gz file is broken: send the file that is in it.") from None
    if stream.unconsumed_tail:
        raise UnreadableError("This .gz file unpacks to more than can be read: send a part of it.")
    return read(content, name.removesuffix(".gz") if name else None)


def _matters(member: ZipInfo) -> bool:
    name = member.filename
    if name.endswith("/") or any(folder in name for folder in _IGNORED_FOLDERS):
        return False
    return not name.lower().endswith(_IGNORED)


def _files(pack: ZipFile, members: list[ZipInfo], read: Reader) -> Page:
    pages: list[Page] = []
    left = MOST_BYTES
    gaps: list[Omission] = []
    for member in sorted(members, key=lambda member: member.filename)[:MOST_FILES]:
        try:
            content = read_member(pack, member, left)
            left -= len(content)
            pages.append(_one(content, member.filename, read))
        except UnreadableError:
            gaps.append(Omission("unreadable-part", part=member.filename))
    gaps += [Omission("unreadable-part", part=m.filename) for m in members[MOST_FILES:]]
    if not pages:
        raise UnreadableError(
            "This archive holds no page, captions or comments: send such a file by itself."
        )
    page = merged(pages)
    return replace(page, omissions=(*page.omissions, *gaps[:MOST_FILES]))


def _one(content: bytes, name: str, read: Reader) -> Page:
    """One file; a ``.description``, as yt-dlp writes it, is only that."""
    if not name.endswith(".description"):
        return read(content, name)
    title, video = from_name(name)
    url = watch_url(video) if video else None
    return Page(title=title, url=url, description=decode(content).strip())

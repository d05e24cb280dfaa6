"""Archives: the files of one video in a .zip are one page, a .gz is its content."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from summarizer.containers.office import read_package
from summarizer.containers.slack import read_slack
from summarizer.containers.unpack import BROKEN, MOST_BYTES, read_member
from summarizer.decode import decode
from summarizer.file_name import from_name
from summarizer.formats import Reader
from summarizer.merge import merged
from summarizer.model import Omission, Page, UnreadableError
from summarizer.same_video import Named, part
from summarizer.several import apart, together
from summarizer.video_url import watch_url

MOST_FILES = 60
"""Files of an archive that are read, in the order of their names; the rest is named as left out."""

MOST_MEMBERS = 10_000
"""Pieces of one .gz that are put together, as ``cat a.gz b.gz`` and bgzip write them."""

_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_CUT_OFF = Omission("cut-off")
_IGNORED = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".mp4", ".webm", ".mp3", ".m4a", ".ds_store")
_IGNORED_FOLDERS = ("__MACOSX/", "_files/")


def read_zip(data: bytes, read: Reader) -> Page:
    """The page of an office document, or of the files in a .zip; ``read`` reads one of them.

    A page of another video is among its others.

    Raises UnreadableError where the archive is broken or none of its files holds anything.
    """
    try:
        pack = ZipFile(BytesIO(data))
        members = pack.infolist()
    except BROKEN:
        raise UnreadableError("archive-broken") from None
    page = read_package(pack, frozenset(member.filename for member in members), read)
    page = page or read_slack(pack, members, read)
    if page:
        return page
    matters = (member for member in members if _matters(member))
    return _files(pack, sorted(matters, key=lambda member: member.filename), read)


def read_gzip(data: bytes, read: Reader, name: str | None) -> Page:
    """What a gzipped file holds; UnreadableError where it is broken or unpacks to too much."""
    content, is_whole = _gunzipped(data)
    page = read(content, name.removesuffix(".gz") if name else None)
    return page if is_whole else replace(page, omissions=(*page.omissions, _CUT_OFF))


def _gunzipped(data: bytes) -> tuple[bytes, bool]:
    """The members of ``data`` put together (RFC 1952, 2.2), and whether its end is there too."""
    content = bytearray()
    at, is_whole = 0, False
    for _ in range(MOST_MEMBERS):
        at, is_whole = _gunzip(data, at, content)
        if not (is_whole and data.startswith(_GZIP, at)):
            break
    return bytes(content), is_whole and not data[at:].strip(b"\0")


def _gunzip(data: bytes, at: int, into: bytearray) -> tuple[int, bool]:
    """Unpack the member that begins at ``at``: where it ends, and whether it does."""
    stream = zlib.decompressobj(wbits=31)
    while at < len(data) and not stream.eof:
        piece = data[at : at + _PIECE]
        try:
            into += stream.decompress(piece, MOST_BYTES + 1 - len(into))
        except zlib.error:
            if into:
                return at, False
            raise UnreadableError("gzip-broken") from None
        if len(into) > MOST_BYTES:
            raise UnreadableError("gzip-too-large")
        at += len(piece) - len(stream.unused_data)
    return at, stream.eof


def _matters(member: ZipInfo) -> bool:
    name = member.filename
    if name.endswith("/") or any(folder in name for folder in _IGNORED_FOLDERS):
        return False
    return not name.lower().endswith(_IGNORED)


def _files(pack: ZipFile, members: Sequence[ZipInfo], read: Reader) -> Page:
    """The page of the first members, with those of other videos; what is not read is named."""
    pages: list[Named] = []
    unread: list[str] = []
    left = MOST_BYTES
    for member in members[:MOST_FILES]:
        try:
            content = read_member(pack, member, left)
            left -= len(content)
            first, *others = apart(_one(content, member.filename, read))
            pages += [(member.filename, first), *((None, other) for other in others)]
        except UnreadableError:
            unread.append(member.filename)
    if not pages:
        raise UnreadableError("archive-no-page")
    unread += [member.filename for member in members[MOST_FILES:]]
    videos = [merged([pages[number][1] for number in numbers]) for numbers in part(pages)]
    page = together(videos, len(videos))
    return replace(page, omissions=(*page.omissions, *_left_out(unread, len(members))))


def _left_out(names: Sequence[str], files: int) -> Iterator[Omission]:
    """What of so many ``files`` is not read: by name, and by number where they are too many."""
    for name in names[:MOST_FILES]:
        yield Omission("unreadable-part", part=name)
    if len(names) > MOST_FILES:
        yield Omission("too-long", files - len(names), files)


def _one(content: bytes, name: str, read: Reader) -> Page:
    """One file; a ``.description``, as yt-dlp writes it, is only that."""
    if not name.endswith(".description"):
        return read(content, name)
    title, video = from_name(name)
    url = watch_url(video) if video else None
    return Page(title=title, url=url, description=decode(content).strip())

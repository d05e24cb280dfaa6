"""Text or bytes of any known format to a Page.

To read a new format, write a module with ``sniff`` and ``read`` and add a row to ``FORMATS``, or
to ``CONTAINERS`` where it is not text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from summarizer import mail, markup
from summarizer.captions import CAPTIONS
from summarizer.captions.broadcast import ebu_stl
from summarizer.containers.archives import read_gzip, read_zip
from summarizer.containers.media import media_of
from summarizer.containers.pdf import read_pdf
from summarizer.containers.rtf import read_rtf
from summarizer.datafiles import documents, tables
from summarizer.decode import decode, normalise
from summarizer.file_name import chat_in, from_name
from summarizer.formats import Format, Reader, read_best
from summarizer.language import detect
from summarizer.links import find_links
from summarizer.lyrics import lyrics_in
from summarizer.machine_text import check_prose
from summarizer.model import Link, Omission, Page, UnreadableError
from summarizer.page import read_text
from summarizer.page.kinds.chats import read_log_file, sniff_log
from summarizer.page.parts import is_title, name_speakers
from summarizer.saved import archive, html
from summarizer.video_url import video_id, watch_url, without_site

LARGEST = 21_000_000
"""Bytes or characters: what Telegram lets a bot fetch, and a little more."""

LONGEST = 2_000_000
"""Characters of plain text that are read: forty hours of speech."""

MOST_PIECES = 50_000
"""Cues and comments after which no more files of an archive are read; see ``_weight``."""

MOST_DOCUMENTS = 5
"""Packed files of an archive that are read."""

_DEPTH = 2  # an archive in an archive, and no further
_ENOUGH = UnreadableError("archive-of-too-much")


@dataclass(slots=True)
class _Allowance:
    """What may still be read of a file and of all files in it."""

    letters: int = LONGEST
    pieces: int = MOST_PIECES
    documents: int = MOST_DOCUMENTS + 1


class Container(NamedTuple):
    """A format that is not text: a test of its bytes, and its reader.

    ``packs``: it may hold more than its size tells.
    """

    name: str
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes, str | None, Reader], Page]
    packs: bool = False


CONTAINERS = (
    Container(
        "zip, docx, xlsx, pptx, odt, epub",
        lambda data: data.startswith((b"PK\x03\x04", b"PK\x05\x06")),
        lambda data, _, read: read_zip(data, read),
        packs=True,
    ),
    Container(
        "gzip",
        lambda data: data.startswith(b"\x1f\x8b"),
        lambda data, name, read: read_gzip(data, read, name),
        packs=True,
    ),
    Container(
        "pdf",
        lambda data: b"%PDF-" in data[:1024],
        lambda data, _, read: read_pdf(data, read),
        packs=True,
    ),
    Container(
        "rich text",
        lambda data: data.startswith(b"{\\rtf"),
        lambda data, _, read: read_rtf(data, read),
    ),
    Container("EBU subtitles", ebu_stl.sniff, lambda data, *_: ebu_stl.read(data)),
    Container(
        "webarchive",
        archive.is_webarchive,
        lambda data, *_: archive.read_webarchive(data),
        packs=True,
    ),
    Container("e-mail", mail.is_mail, lambda data, *_: mail.read_mail(data)),
    Container("mhtml", archive.is_mhtml, lambda data, *_: archive.read_mhtml(data)),
)
"""Binary formats, known by their first bytes."""

FORMATS = (
    *CAPTIONS,
    Format("e-mail", mail.sniff, mail.read_mail, LARGEST, LARGEST),
    Format("web pages", html.sniff, html.read_html, LARGEST, LARGEST),
    Format("discussions and feeds in XML", markup.sniff, markup.read, LARGEST, LARGEST),
    Format("JSON and other data", documents.sniff, documents.read, LARGEST, LARGEST),
    Format("tables", tables.sniff, tables.read),
    Format("logs of chats", sniff_log, read_log_file),
)
"""Text formats, the one with the highest score tried first; what none reads is a pasted page."""


def read_page(data: str | bytes, name: str | None = None) -> Page:
    """The page in ``data``; ``name`` is its file name, which may hold the video's id.

    Raises:
        UnreadableError: it holds no page, or is larger than ``LARGEST``.
    """
    if len(data) > LARGEST:
        raise UnreadableError("file-too-large")
    return _read(data, name, _DEPTH, _Allowance())


def is_packed(data: bytes) -> bool:
    """Whether more may be in it than its size tells; only its first bytes are looked at."""
    return any(container.sniff(data) for container in CONTAINERS if container.packs)


def _read(data: str | bytes, name: str | None, depth: int, left: _Allowance) -> Page:
    if isinstance(data, str):
        return _finished(_from_text(normalise(data), left), name)
    if media := media_of(data):
        raise UnreadableError(media)
    container = next((c for c in CONTAINERS if c.sniff(data)), None)
    if container is None:
        _check(left)
        return _finished(_from_text(decode(data), left), name)
    if depth == 0:
        raise UnreadableError("archive-in-archive")
    left.documents -= 1
    if left.documents < 0:
        raise _ENOUGH
    inner = container.read(data, name, lambda part, called: _read(part, called, depth - 1, left))
    return _finished(name_speakers(inner), name)


def _check(left: _Allowance) -> None:
    """Raise UnreadableError where nothing more may be read."""
    if left.pieces <= 0 or left.letters <= 0:
        raise _ENOUGH


def _from_text(text: str, left: _Allowance) -> Page:
    _check(left)
    page = read_best(text, FORMATS)
    page = name_speakers(page) if page else _pasted(text, left)
    left.pieces -= _weight(text, page)
    return page


def _weight(text: str, page: Page) -> int:
    """What a text gave, or what was looked through for it: its cues, a quarter of other marks."""
    marks = sum(map(text.count, "\n{[<"))
    return max(len(page.transcript) + len(page.comments), text.count("-->"), marks // 4)


def _pasted(text: str, left: _Allowance) -> Page:
    """A page as people copy it: what no format reads."""
    check_prose(text)
    most = left.letters
    left.letters -= min(most, len(text))
    left.pieces -= text.count("\n", 0, most)
    if len(text) <= most:
        return read_text(text)
    read = read_text(text[:most])
    cut = Omission("too-long", found=most, stated=len(text))
    return replace(read, omissions=(*read.omissions, cut))


def _finished(page: Page, name: str | None) -> Page:
    """``page``, whose speakers are named, with what follows from its parts and the file's name."""
    said = from_name(name) if name else from_name("")
    named = watch_url(said.video) if said.video else None
    own = without_site(page.title) if page.title and is_title(page.title) else None
    title = chat_in(name or "") or own or said.title
    url = page.url if page.url and (video_id(page.url) or not named) else named
    speech = " ".join(cue.text for cue in page.transcript[:100])
    sample = speech or page.description or " ".join(c.text for c in page.comments[:50])
    titled = replace(page, title=title)
    return replace(
        titled if title == page.title else name_speakers(titled),
        url=url,
        links=page.links or _links(page),
        language=page.language or detect(sample),
        omissions=(*page.omissions, *_missing(page)),
        others=tuple(_finished(other, None) for other in page.others),
    )


def _links(page: Page) -> tuple[Link, ...]:
    """The description's links, or those of the text itself; what is spoken is no label."""
    if page.description:
        return find_links(page.description, maker=page.channel or "")
    links = find_links("\n".join(cue.text for cue in page.transcript))
    is_speech = any(cue.start is not None for cue in page.transcript)
    return tuple(replace(link, label="") for link in links) if is_speech else links


def _missing(page: Page) -> Iterator[Omission]:
    """What a reader should know is not there, and the page's own layout has not said yet."""
    said = {omission.kind for omission in page.omissions}
    found, stated = len(page.comments), page.comments_stated or 0
    if not page.transcript and "no-transcript" not in said:
        yield Omission("no-transcript")
    if "lyrics" not in said and (song := lyrics_in(page.transcript)):
        yield song
    if not page.description and "no-description" not in said:
        yield Omission("no-description")
    if stated > found and said.isdisjoint({"comments-not-loaded", "comments-off", "too-long"}):
        yield Omission("comments-not-loaded", found, stated)
    elif not found and said.isdisjoint({"no-comments", "comments-off", "comments-not-loaded"}):
        yield Omission("no-comments")

"""Books, .epub: the chapters in the order of the spine (EPUB 3.3, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote
from zipfile import ZipFile

from summarizer.containers.relations import beside
from summarizer.containers.unpack import read_member
from summarizer.decode import decode
from summarizer.formats import Reader
from summarizer.model import Omission, Page, UnreadableError
from summarizer.saved.cost import affordable
from summarizer.saved.words import visible_text
from summarizer.xmlstream import events

CONTAINER = "META-INF/container.xml"
"""The member that names the one that describes the book."""

MOST_XML = 8_000_000
"""Bytes of all chapters that are read."""

_LOCKS = "META-INF/encryption.xml"
_BROKEN = UnreadableError("book-broken")
_LOCKED = UnreadableError("book-locked")
# XHTML may close any element in its own tag; HTML, as which it is read, only these.
_CLOSED = re.compile(
    r"<(?!(?:br|hr|img|input|link|meta|col|area|base|source|track|wbr|embed)\b)"
    r"([a-zA-Z][\w:-]{0,40})((?:\s[^<>]{0,2000})?)/>"
)


@dataclass(slots=True)
class _Book:
    """What the description says: files by id, the ids of the chapters, title and author."""

    files: dict[str, str] = field(default_factory=dict)
    spine: list[str] = field(default_factory=list)
    title: str = ""
    creator: str = ""


def read_book(pack: ZipFile, read: Reader) -> Page:
    """The page in a book, its text read by ``read``.

    Raises UnreadableError where the book is broken or locked.
    """
    where = _description(pack)
    book = _described(read_member(pack, where, MOST_XML))
    chapters = [beside(where, book.files[one]) for one in book.spine if one in book.files]
    _check_locks(pack, chapters)
    texts = list(_texts(pack, chapters))
    page = read("\n\n".join(texts), None)
    cut = () if len(texts) == len(chapters) else (_left_out(texts, chapters),)
    return replace(
        page,
        title=" ".join(book.title.split()) or page.title,
        channel=" ".join(book.creator.split()) or page.channel,
        omissions=(*page.omissions, *cut),
    )


def _left_out(texts: list[str], chapters: list[str]) -> Omission:
    return Omission("too-long", len(texts), len(chapters))


def _description(pack: ZipFile) -> str:
    for kind, name, about in events(read_member(pack, CONTAINER, MOST_XML)):
        if kind == "start" and name == "rootfile" and about.get("full-path") in pack.namelist():
            return about["full-path"]
    raise _BROKEN


def _described(data: bytes) -> _Book:
    book, here = _Book(), ""
    for kind, name, about in events(data):
        if kind == "start":
            here = name
            _take(name, about, book)
        elif kind == "end":
            here = ""
        elif here == "title":
            book.title += name
        elif here == "creator":
            book.creator += f"{name} "
    return book


def _take(name: str, about: dict[str, str], book: _Book) -> None:
    """Note a file or a chapter; a table of contents says nothing that the chapters do not."""
    if name == "item" and "nav" not in about.get("properties", "").split():
        book.files[about.get("id", "")] = unquote(about.get("href", "").partition("#")[0])
    elif name == "itemref" and about.get("linear") != "no":
        book.spine.append(about.get("idref", ""))


def _check_locks(pack: ZipFile, chapters: list[str]) -> None:
    """Raise UnreadableError where a chapter is encrypted; fonts often are, and do not matter."""
    if _LOCKS not in pack.namelist():
        return
    stream = events(read_member(pack, _LOCKS, MOST_XML))
    locked = {unquote(a.get("URI", "")) for _, name, a in stream if name == "CipherReference"}
    if not locked.isdisjoint(chapters):
        raise _LOCKED


def _texts(pack: ZipFile, chapters: list[str]) -> Iterator[str]:
    """The words of each chapter, until they are too many."""
    from selectolax.lexbor import LexborHTMLParser

    left = MOST_XML
    for chapter in chapters:
        try:
            data = read_member(pack, chapter, MOST_XML)
        except UnreadableError:
            return
        left -= len(data)
        if left < 0:
            return
        html = _CLOSED.sub(r"<\1\2></\1>", decode(data))
        yield visible_text(LexborHTMLParser(affordable(html)))

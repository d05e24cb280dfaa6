"""Presentations, .pptx: the words of each slide in the order they are shown, then its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from zipfile import ZipFile

from summarizer.containers.paragraphs import DRAWING, paragraphs
from summarizer.containers.relations import relations
from summarizer.containers.titles import stated_title, titled
from summarizer.containers.unpack import read_member
from summarizer.formats import Reader
from summarizer.model import Omission, Page
from summarizer.xmlstream import Event, events

MOST_SLIDES = 500
MOST_XML = 8_000_000
"""Bytes of all slides that are read."""

SHOW = "ppt/presentation.xml"
"""The member that says which slides there are, and in which order."""

# Placeholders that say the same on each slide.
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})


def read_slides(pack: ZipFile, read: Reader) -> Page:
    """The page in a presentation, its text read by ``read``."""
    slides = _slides(pack)
    texts: list[str] = []
    left = MOST_XML
    for member in slides[:MOST_SLIDES]:
        notes = [r.member for r in relations(pack, member).values() if r.kind == "notesSlide"]
        sizes = [pack.getinfo(name).file_size for name in (member, *notes)]
        if sum(sizes) > left:
            break
        left -= sum(sizes)
        parts = (_words(read_member(pack, name, MOST_XML)) for name in (member, *notes))
        texts.append("\n".join(line for part in parts for line in part))
    page = titled(read("\n\n".join(texts), None), stated_title(pack, "docProps/core.xml"))
    if len(texts) == len(slides):
        return page
    cut = Omission("too-long", len(texts), len(slides))
    return replace(page, omissions=(*page.omissions, cut))


def _slides(pack: ZipFile) -> list[str]:
    """The members that hold the slides, in their order."""
    members = relations(pack, SHOW)
    stream = events(read_member(pack, SHOW, MOST_XML))
    ids = [about.get("id", "") for kind, name, about in stream if (kind, name) == _SLIDE]
    return [members[one].member for one in ids if one in members]


_SLIDE = ("start", "sldId")


def _words(data: bytes) -> Iterator[str]:
    lines = paragraphs(_without_furniture(events(data)), DRAWING)
    return (line for line in lines if line.strip())


def _without_furniture(stream: Iterable[Event]) -> Iterator[Event]:
    """The events of all shapes but those that hold the slide's number, a date or a footer."""
    shape: list[Event] = []
    for event in stream:
        if shape or (event.kind, event.name) == ("start", "sp"):
            shape.append(event)
        else:
            yield event
        if shape and (event.kind, event.name) == ("end", "sp"):
            yield from () if any(map(_is_furniture, shape)) else shape
            shape = []
    yield from shape


def _is_furniture(event: Event) -> bool:
    return event.name == "ph" and event.attributes.get("type") in _FURNITURE

"""XML as a stream of events: no tree, no entity, and what comes before an error is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from summarizer.model import UnreadableError

DEEPEST = 500
"""Elements inside elements."""

_CHUNK = 1 << 14
_DECLARATION = re.compile(r"^\s{0,20}<\?xml[^>]{0,200}\?>")
_STEP = {"start": 1, "end": -1}


class Event(NamedTuple):
    """``start`` or ``end`` of an element (its name without prefix), or ``text`` between two."""

    kind: str
    name: str
    attributes: dict[str, str]


def as_bytes(text: str) -> bytes:
    """``text`` in UTF-8, without the declaration that may name another encoding."""
    return _DECLARATION.sub("", text).encode("utf-8", "replace")


def events(data: bytes) -> Iterator[Event]:
    """The events of ``data`` (UTF-8, or as its XML declaration says), up to the first error.

    Raises UnreadableError where it is nested absurdly deep or declares entities: no page or
    caption file needs them, and they can be made to fill the memory or to read other files.
    """
    waiting: list[Event] = []
    depth = 0
    parser = _parser(waiting)
    for at in range(0, len(data), _CHUNK):
        try:
            parser.Parse(data[at : at + _CHUNK])
        except expat.ExpatError:
            yield from waiting
            return
        depth += sum(_STEP.get(event.kind, 0) for event in waiting)
        if depth > DEEPEST:
            raise UnreadableError("document-too-deep")
        yield from waiting
        waiting.clear()


def _parser(into: list[Event]) -> expat.XMLParserType:
    def start(name: str, attributes: dict[str, str]) -> None:
        own = {_local(key): value for key, value in attributes.items()} if attributes else {}
        into.append(Event("start", _local(name), own))

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: into.append(_end(name))
    parser.CharacterDataHandler = lambda text: into.append(Event("text", text, {}))
    parser.EntityDeclHandler = _refuse
    return parser


@lru_cache(maxsize=256)
def _end(name: str) -> Event:
    return Event("end", _local(name), {})


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def _refuse(*_: object) -> None:
    raise UnreadableError("xml-entities")

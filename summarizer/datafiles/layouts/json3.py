"""YouTube's json3 captions: events, each a time and segments of words."""

from __future__ import annotations

from itertools import chain

from summarizer.captions.cues import Block, to_cues
from summarizer.captions.pauses import Part, at_pauses
from summarizer.datafiles.fields import moment
from summarizer.model import Page
from summarizer.sentences.bare import lacks_stops


def sniff(value: object) -> bool:
    """Whether plain values are such a file."""
    events = value.get("events") if isinstance(value, dict) else None
    return isinstance(events, list) and any(isinstance(e, dict) and "segs" in e for e in events)


def read(value: object) -> Page | None:
    """The speech of the file; None where it holds none."""
    events = value.get("events") if isinstance(value, dict) else None
    found = [words for event in events or () if (words := _words(event))]
    bare = lacks_stops(word.written for words in found for word in words)
    parts = (at_pauses(words) if bare else [_whole(words)] for words in found)
    cues = to_cues([_block(part) for part in chain.from_iterable(parts) if part.written.strip()])
    return Page(transcript=cues) if cues else None


def _words(event: object) -> list[Part]:
    """The segments of an event that have text, with their times."""
    if not isinstance(event, dict) or not isinstance(segments := event.get("segs"), list):
        return []
    start = moment(event.get("tStartMs"))
    return [
        Part(
            _later(start, segment.get("tOffsetMs", None if i else 0)), str(segment.get("utf8", ""))
        )
        for i, segment in enumerate(segments)
        if isinstance(segment, dict)
    ]


def _later(start: float | None, offset: object) -> float | None:
    """Seconds; None where the word has no time of its own."""
    late = moment(offset)
    return None if start is None or late is None else (start + late) / 1000


def _whole(words: list[Part]) -> Part:
    return Part(words[0].start, "".join(word.written for word in words))


def _block(part: Part) -> Block:
    return Block(part.start, tuple(part.written.split("\n")))

"""YouTube's json3 captions: events, each a time and segments of words."""

from __future__ import annotations

from summarizer.captions.cues import Block, to_cues
from summarizer.datafiles.fields import moment
from summarizer.model import Page


def sniff(value: object) -> bool:
    """Whether plain values are such a file."""
    events = value.get("events") if isinstance(value, dict) else None
    return isinstance(events, list) and any(isinstance(e, dict) and "segs" in e for e in events)


def read(value: object) -> Page | None:
    """The speech of the file; None where it holds none."""
    events = value.get("events") if isinstance(value, dict) else None
    cues = to_cues([block for event in events or () if (block := _block(event))])
    return Page(transcript=cues) if cues else None


def _block(event: object) -> Block | None:
    if not isinstance(event, dict) or not isinstance(segments := event.get("segs"), list):
        return None
    words = "".join(str(s.get("utf8", "")) for s in segments if isinstance(s, dict))
    start = moment(event.get("tStartMs"))
    lines = tuple(words.split("\n"))
    return Block(None if start is None else start / 1000, lines) if words.strip() else None

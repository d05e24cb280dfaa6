"""What a walk through records passes on: the values still to be looked at, and what was found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from summarizer.captions.speech import Entry
from summarizer.datafiles.comments import Discussed
from summarizer.model import Comment, Page


@dataclass(slots=True)
class Found:
    """What the walk has met so far."""

    title: str | None = None
    is_video: bool = False
    """Whether it is the title of the whole file, or of what is called a video there."""
    channel: str | None = None
    description: str = ""
    url: str | None = None
    stated: int | None = None
    discussed: Discussed = field(default_factory=Discussed)
    comments: list[Comment] = field(default_factory=list)
    pieces: int = 0
    seen: set[tuple[str, Comment]] = field(default_factory=set)
    cut: bool = False
    cues: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    clocked: set[str] = field(default_factory=set)
    chapters: list[tuple[float, str]] = field(default_factory=list)
    speech: str = ""
    timed: Page | None = None


class Item(NamedTuple):
    """A value on the way: its key, whether it stands in a list of comments or inside one."""

    key: str
    value: Any
    listed: bool = False
    inside: bool = False

"""The lines of YouTube's transcript panel: a time, the same in words for screen readers, speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.captions.cues import Block
from summarizer.datafiles.fields import moment
from summarizer.page.interface import is_spoken
from summarizer.saved.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TAGS = (
    "ytd-transcript-segment-renderer, transcript-segment-view-model,"
    " ytm-transcript-segment-renderer, yt-transcript-segment-view-model,"
    " ytd-transcript-segment-view-model"
)
_SEGMENTS = (
    _TAGS,
    "[class*=TranscriptSegmentViewModelHost]",
)
"""Tags first; where none is left, the class that they have."""

_HEADINGS = ("timeline-chapter-view-model", "ytd-transcript-section-header-renderer")

_SPEECH = (
    ".segment-text",
    "[role=text]:not([class*=Timestamp])",
    "[class*=ttributedString]:not([class*=Timestamp]), .yt-core-attributed-string",
)
"""Tried in this order, before any words behind the time."""


def find_segments(tree: LexborHTMLParser) -> Sequence[LexborNode]:
    """The lines of the panel."""
    return next((nodes for selector in _SEGMENTS if (nodes := tree.css(selector))), ())


def read_headings(tree: LexborHTMLParser) -> Iterator[tuple[float, str]]:
    """The chapters that the panel names: the time of the first line below, and the title."""
    title = ""
    for node in tree.css(f"{', '.join(_HEADINGS)}, {_TAGS}"):
        if node.tag in _HEADINGS:
            title = " ".join(shown(node.css_first("h3, #title") or node).split())
        elif title and (start := read_segment(node).start) is not None:
            yield start, title
            title = ""


def read_segment(node: LexborNode) -> Block:
    """The time and the speech of a line; the time in words is part of neither."""
    pieces = [piece for piece in _pieces(node) if piece]
    start = next((time for piece in pieces if (time := _clock(piece)) is not None), None)
    marked = (shown(part) for selector in _SPEECH for part in node.css(selector))
    speech = next((words for words in marked if words and not _is_time(words, start)), "")
    if not speech:
        speech = " ".join(piece for piece in pieces if not _is_time(piece, start))
    return Block(start, tuple(speech.split("\n")))


def _pieces(node: LexborNode) -> Iterator[str]:
    """The words of each innermost part, those of the labels for screen readers left out."""
    for part in node.traverse(include_text=True):
        above = part.parent if part.is_text_node else None
        if above is not None and "A11y" not in (above.attributes.get("class") or ""):
            yield " ".join((part.text() or "").split())


def _clock(text: str) -> float | None:
    return moment(text) if ":" in text else None


def _is_time(text: str, start: float | None) -> bool:
    """Whether ``text`` is the time itself, in figures or in words of any language."""
    return start is not None and (_clock(text) == start or is_spoken(text, start))

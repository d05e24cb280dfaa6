"""A Digest to the course of its talk: what lies where between the beginning and the end."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model import Chapter, Digest
from summarizer.opinions import Moment


@dataclass(frozen=True, slots=True)
class Timeline:
    """The seconds of the talk, its chapters, the sentences chosen and the moments, each in order.

    ``chapters`` have a start each; ``sentences`` are the seconds at which the summary's begin.
    """

    length: float
    chapters: tuple[Chapter, ...] = ()
    sentences: tuple[float, ...] = ()
    moments: tuple[Moment, ...] = ()


def timeline_of(digest: Digest) -> Timeline | None:
    """The Timeline of ``digest``; None where the page has no times, or nothing to show on it.

    The lines of a song are no summary.
    """
    sung = any(one.kind == "lyrics" for one in digest.left_out)
    spoken = () if sung else digest.summary
    sentences = tuple(sorted(one.start for one in spoken if one.start is not None))
    moments = tuple(sorted(digest.mood.moments, key=lambda one: one.start))
    chapters = tuple(one for one in digest.chapters if one.start is not None)
    if digest.length is None or not (chapters or sentences or moments):
        return None
    last = max((*sentences, *(one.start for one in moments)), default=0.0)
    return Timeline(max(digest.length, last), chapters, sentences, moments)

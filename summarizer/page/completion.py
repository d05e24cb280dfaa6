"""What follows from a page once its parts are read: links, language, chapters, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.language import detect
from summarizer.links import find_links
from summarizer.model import Cue, Omission, Page
from summarizer.page.interface import are_begin_and_end, are_hours, read_stamp
from summarizer.page.parts import list_chapters, name_speakers

_SAMPLE = 200
"""Cues or comments that are enough to tell a language."""


def complete_page(page: Page) -> Page:
    """``page`` with speakers, chapters, links, language and omissions.

    A lone heading above the first cue is the title of a page without another one.
    """
    alone = len(page.chapters) == 1 and not page.chapters[0].cue and not page.title
    title = page.chapters[0].title if alone else page.title
    cues = tuple(_with_times(page.transcript))
    page = name_speakers(replace(page, title=title, transcript=cues))
    return replace(
        page,
        chapters=() if alone else page.chapters or list_chapters(page.description, page.transcript),
        links=page.links or find_links(page.description, maker=page.channel or ""),
        language=_language(page),
        omissions=(*page.omissions, *_omissions(page)),
    )


def _with_times(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues with the times that stand alone between them, where they have no others."""
    if any(cue.start is not None for cue in cues):
        return cues
    stamps = [read_stamp(cue.text) for cue in cues]
    between = [stamp for stamp in stamps if stamp and stamp.alone]
    if not between or are_begin_and_end(between) or are_hours([cue.text for cue in cues], between):
        return cues
    timed: list[Cue] = []
    start: float | None = None
    for cue, stamp in zip(cues, stamps, strict=True):
        alone = stamp is not None and stamp.alone
        if not alone:
            timed.append(replace(cue, start=start))
        start = stamp.start if stamp and alone else None
    return timed or cues


def _language(page: Page) -> str | None:
    """That of the transcript, else of the description, the comments or the title."""
    texts = (
        " ".join(cue.text for cue in page.transcript[:_SAMPLE]),
        page.description,
        " ".join(comment.text for comment in page.comments[:_SAMPLE]),
        page.title or "",
    )
    return next((code for text in texts if text and (code := detect(text))), None)


def _omissions(page: Page) -> Iterator[Omission]:
    """The parts that are not there, as facts; half of the stated comments counts as not loaded."""
    if not page.transcript:
        yield Omission("no-transcript")
    if not page.description:
        yield Omission("no-description")
    found, stated = len(page.comments), page.comments_stated or 0
    if 2 * found < stated:
        yield Omission("comments-not-loaded", found, stated)
    elif not found and all(omission.kind != "comments-off" for omission in page.omissions):
        yield Omission("no-comments")

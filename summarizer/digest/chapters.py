"""The chapters of a page, or those that a viewer lists in a comment where it has none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from summarizer.model import Chapter, Cue, Page
from summarizer.page.parts.chapters import list_chapters
from summarizer.sentences import Weighed


def timed(chapters: Sequence[Chapter], cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """``chapters`` with the second at which each begins, without those where nobody knows it."""
    found = (
        chapter
        if chapter.start is not None or chapter.cue >= len(cues)
        else replace(chapter, start=cues[chapter.cue].start)
        for chapter in chapters
    )
    return tuple(chapter for chapter in found if chapter.start is not None)


def in_chapters(pieces: Iterable[Weighed], chapters: Sequence[Chapter]) -> list[Weighed]:
    """``pieces``, each with the title of the chapter in which its cue lies."""
    chapters = sorted(chapters, key=lambda chapter: chapter.cue)
    begins = [chapter.cue for chapter in chapters]
    titles = [None, *(chapter.title for chapter in chapters)]

    def titled(piece: Weighed) -> Weighed:
        title = titles[bisect_right(begins, piece.cue)]
        return piece._replace(sentence=replace(piece.sentence, chapter=title))

    return list(map(titled, pieces)) if chapters else list(pieces)


def viewers_chapters(page: Page) -> tuple[Chapter, ...]:
    """What the comment with the best list of chapters says, if ``page`` itself has none.

    Best is the pinned one, then the most liked, then the longest list.
    """
    if page.chapters:
        return ()
    found = [
        ((comment.pinned, comment.likes or 0, len(chapters), comment.text), chapters)
        for comment in page.comments
        if ":" in comment.text
        for chapters in [list_chapters(comment.text, page.transcript)]
        if chapters
    ]
    return max(found, default=((), ()))[1]

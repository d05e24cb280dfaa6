"""Several views of one video made one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from summarizer.captions.cues import in_chapters
from summarizer.model import Comment, Page


def filled(pages: Iterable[Page | None]) -> Page:
    """Each field from the first page that has it; for views of the same page, best first."""
    known = [page for page in pages if page]
    values = {
        name: next((v for page in known if (v := getattr(page, name))), getattr(Page(), name))
        for name in (f.name for f in fields(Page))
    }
    return _rechaptered(Page(**values))


def merged(pages: Sequence[Page]) -> Page:
    """One page of several files: the fullest transcript and description, all comments once."""
    page = filled(pages)
    return _rechaptered(
        replace(
            page,
            transcript=max((p.transcript for p in pages), key=_letters, default=()),
            description=max((p.description for p in pages), key=len, default=""),
            comments=_once(comment for p in pages for comment in p.comments),
            omissions=tuple(dict.fromkeys(o for p in pages for o in p.omissions)),
        )
    )


def _letters(cues: Sequence[object]) -> int:
    return sum(len(getattr(cue, "text", "")) for cue in cues)


def _once(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """The first of each comment: the same words by the same person."""
    return tuple({(c.author, c.text): c for c in reversed(list(comments))}.values())[::-1]


def _rechaptered(page: Page) -> Page:
    """Chapters of one file point into the transcript of another: find their cues again."""
    titles = [(c.start, c.title) for c in page.chapters if c.start is not None]
    if len(titles) != len(page.chapters) or not titles:
        return page
    return replace(page, chapters=in_chapters(page.transcript, titles))

"""Several views of one video made one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from summarizer.captions.cues import in_chapters
from summarizer.language import detect
from summarizer.model import Comment, Omission, Page

_MADE_GOOD = {
    "no-transcript": "transcript",
    "no-description": "description",
    "no-comments": "comments",
    "comments-not-loaded": "comments",
}
"""What is no longer missing when another file holds that part."""

_AS_FULL = 0.5
"""Share of the letters of the longest transcript that one in another language has at least."""


def filled(pages: Iterable[Page | None]) -> Page:
    """Each field from the first page that has it; for views of the same page, best first."""
    known = [page for page in pages if page]
    values: dict[str, Any] = {field.name: _first(known, field.name) for field in fields(Page)}
    return _rechaptered(Page(**values))


def merged(pages: Sequence[Page]) -> Page:
    """One page of several files: the fullest transcript and description, all comments once.

    Of a transcript in several languages that of the description is read; the others are said.
    """
    first = filled(pages)
    described = max(pages, key=lambda p: len(p.description), default=first)
    spoken = _spoken(pages, detect(described.description)) or first
    page = _rechaptered(
        replace(
            first,
            title=_title(pages) or first.title,
            transcript=spoken.transcript,
            language=spoken.language or first.language,
            description=described.description,
            links=described.links,
            comments=tuple(_once(pages)),
        )
    )
    left = tuple(_in_other_languages(pages, spoken))
    return replace(page, omissions=(*_still_missing(pages, page), *left))


def _spoken(pages: Sequence[Page], language: str | None) -> Page | None:
    """The page with the fullest transcript, in that language if there is one as full."""
    fullest = max(pages, key=lambda p: _letters(p.transcript), default=None)
    if fullest is None or language is None:
        return fullest
    whole = _AS_FULL * _letters(fullest.transcript)
    alike = [p for p in pages if p.language == language and _letters(p.transcript) >= whole]
    return max(alike, key=lambda p: _letters(p.transcript), default=fullest)


def _in_other_languages(pages: Sequence[Page], spoken: Page) -> Iterator[Omission]:
    """The languages in which other files say the same."""
    languages = dict.fromkeys(p.language or "" for p in pages if p.transcript)
    languages.pop("", None)
    others = [language for language in languages if language != spoken.language]
    if spoken.language and others:
        yield Omission("another-language", part=", ".join(others))


def _title(pages: Sequence[Page]) -> str | None:
    """The first title of several words: one word may be a file's name."""
    return next((page.title for page in pages if page.title and " " in page.title), None)


def _first(pages: Sequence[Page], name: str) -> object:
    """The field ``name`` of the first page where it is not empty, else its default."""
    held = (getattr(page, name) for page in pages)
    return next(filter(None, held), getattr(Page(), name))


def _still_missing(pages: Sequence[Page], page: Page) -> Iterator[Omission]:
    """What no file makes good; a count of comments is right for one file only."""
    for omission in dict.fromkeys(o for p in pages for o in p.omissions):
        part = _MADE_GOOD.get(omission.kind)
        if omission.kind == "comments-not-loaded":
            if len(page.comments) < omission.stated:
                yield replace(omission, found=len(page.comments))
        elif part is None or not getattr(page, part):
            yield omission


def _letters(cues: Sequence[object]) -> int:
    return sum(len(getattr(cue, "text", "")) for cue in cues)


def _once(pages: Iterable[Page]) -> Iterator[Comment]:
    """The comments of all; what an earlier file holds too, by the same person, is taken once."""
    known: set[tuple[str | None, str]] = set()
    for page in pages:
        yield from (c for c in page.comments if (c.author, c.text) not in known)
        known.update((c.author, c.text) for c in page.comments)


def _rechaptered(page: Page) -> Page:
    """Chapters of one file point into the transcript of another: find their cues again."""
    titles = [(c.start, c.title) for c in page.chapters if c.start is not None]
    if len(titles) != len(page.chapters) or not titles:
        return page
    return replace(page, chapters=in_chapters(page.transcript, titles))

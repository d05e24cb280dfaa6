"""All that a page says, for a file: its description, its timed transcript, every comment."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.message.blocks import Block, Line, block, bold, plain, quoted
from handlers.message.sections.summary import place
from handlers.message.texts import Texts
from summarizer import Comment, Cue, Page


def page_view(page: Page, texts: Texts, url: str | None = None) -> tuple[Block, ...]:
    """Each part that the page has, under its name; times open the video at ``url``."""
    described: list[Line] = [(quoted(x),) for x in page.description.splitlines() if x.strip()]
    return (
        *_part("description", described, texts),
        *_part("transcript", _spoken(page, url), texts),
        *_part("all-comments", [_comment(one, texts) for one in page.comments], texts),
    )


def _part(name: str, lines: list[Line], texts: Texts) -> tuple[Block, ...]:
    return block([(bold(texts(name)),), *lines]) if lines else ()


def _spoken(page: Page, url: str | None) -> list[Line]:
    titles = {chapter.cue: chapter.title for chapter in page.chapters}
    lines: list[Line] = []
    for number, cue in enumerate(page.transcript):
        if number in titles:
            lines.append((quoted(titles[number], "italic"),))
        lines.append(_cue(cue, url))
    return lines


def _cue(cue: Cue, url: str | None) -> Line:
    time = (place(cue.start, url), plain(" ")) if cue.start is not None else ()
    speaker = (quoted(f"{cue.speaker}:", "bold"), plain(" ")) if cue.speaker else ()
    return (*time, *speaker, quoted(cue.text))


def _comment(comment: Comment, texts: Texts) -> Line:
    notes = " · ".join(_notes(comment, texts))
    head = (quoted(notes, "bold"), plain(": ")) if notes else ()
    return (*head, quoted(comment.text))


def _notes(comment: Comment, texts: Texts) -> Iterable[str]:
    """Author, date and likes, as far as the page has them."""
    if comment.author:
        yield comment.author
    if comment.age:
        yield comment.age
    if comment.likes:
        yield texts("likes", n=comment.likes)
    if comment.pinned:
        yield texts("pinned")
    if comment.reply:
        yield texts("answers")

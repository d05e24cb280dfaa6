"""Files sent together: a digest a video, or one list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.album import group
from handlers.answers import Answer
from handlers.batch import Batch
from handlers.desk import Desk
from handlers.digester import Digested, Source
from handlers.document import Line, block, bold, plain, said, shorten
from handlers.downloads import download
from handlers.html import write
from handlers.incoming import Document
from summarizer import Page, UnreadableError

MOST_REPLIES = 3
"""Up to so many videos in one album get a reply each."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file that could be read."""

    source: Source
    page: Page


async def digest_files(desk: Desk, batch: Batch, answer: Answer) -> list[tuple[Answer, Digested]]:
    """The digests of the files, each with the answer it belongs in; what is no page is told.

    Raises:
        UnreadableError: it is one file, and no page.
        BusyError, JobFailedError: the workers could not do it.
    """
    if len(batch.documents) == 1:
        return [(answer, await desk.digester(await _download(desk, batch.documents[0])))]
    results = [await _read(desk, document) for document in batch.documents]
    files = [each for each in results if isinstance(each, Read)]
    refused = [each for each in results if isinstance(each, str)]
    if refused:
        settled = () if files else answer.updates
        told = replace(answer, key=f"{answer.key}:refused", updates=settled)
        await desk.answers.say(told, "\n".join(refused))
    groups = group([(each.source.name, each.page) for each in files])
    digests = [await _together(desk, [files[n] for n in numbers]) for numbers in groups]
    if len(digests) > MOST_REPLIES:
        names = [files[numbers[0]].source.name for numbers in groups]
        await _list(desk, answer, [_line(desk, *each) for each in zip(names, digests, strict=True)])
        return []
    return [(_numbered(answer, n, len(digests)), each) for n, each in enumerate(digests)]


async def _read(desk: Desk, document: Document) -> Read | str:
    """The file's page, or why there is none."""
    try:
        source = await _download(desk, document)
        return Read(source, await desk.digester.read(source))
    except UnreadableError as problem:
        return f"{document.name or ''}: {problem.advice}"


async def _download(desk: Desk, document: Document) -> Source:
    return await download(desk.bot, document, desk.policy.max_file_mb, desk.texts)


async def _together(desk: Desk, files: Sequence[Read]) -> Digested:
    if len(files) == 1:
        return await desk.digester(files[0].source)
    return await desk.digester.of_pages([(each.source.key, each.page) for each in files])


def _numbered(answer: Answer, number: int, total: int) -> Answer:
    """The answer of one of several digests; the last one settles the updates."""
    last = number == total - 1
    key = answer.key if not number else f"{answer.key}:{number}"
    return replace(answer, key=key, updates=answer.updates if last else ())


async def _list(desk: Desk, answer: Answer, lines: Sequence[Line]) -> None:
    """One message over all: a line a video."""
    head: Line = (bold(desk.texts("album", n=len(lines))),)
    html = write([*block([head, *lines]), *block([(plain(desk.texts("album-how")),)])])
    await desk.answers.give(replace(answer, html=html.markup))


def _line(desk: Desk, name: str | None, digested: Digested) -> Line:
    digest = digested.digest
    title = said(shorten(digest.title or name or desk.texts("untitled"), 80))
    counts = f"{desk.texts('sentences', n=digest.sentences_total)}, " + desk.texts(
        "comments", n=digest.mood.total
    )
    return (title, plain(f" · {counts}"))

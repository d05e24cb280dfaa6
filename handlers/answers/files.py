"""Files sent together: a digest a video, or one list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.answers.albums import group
from handlers.answers.digester import Digested, Source
from handlers.answers.downloads import download
from handlers.delivery import Answer
from handlers.message.blocks import Line, block, bold, plain, said, shorten
from handlers.message.html import write
from handlers.paste.batch import Batch
from handlers.paste.incoming import Document
from handlers.services import Desk
from summarizer import Page, UnreadableError

MOST_REPLIES = 3
"""Up to so many videos in one album get a reply each."""

_NAME_CHARACTERS = 80


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
    refused = [each for each in results if isinstance(each, tuple)]
    if refused:
        html = write(block(refused)).markup
        beside = replace(answer, key=f"{answer.key}:refused", updates=())
        await desk.answers.give(replace(beside if files else answer, html=html))
    groups = group([(each.source.name, each.page) for each in files])
    digests = [await _together(desk, [files[n] for n in numbers]) for numbers in groups]
    if len(digests) > MOST_REPLIES:
        names = [files[numbers[0]].source.name for numbers in groups]
        await _list(desk, answer, [_line(desk, *each) for each in zip(names, digests, strict=True)])
        return []
    return [(_numbered(answer, n, len(digests)), each) for n, each in enumerate(digests)]


async def _read(desk: Desk, document: Document) -> Read | Line:
    """The file's page, or why there is none."""
    try:
        source = await _download(desk, document)
        return Read(source, await desk.digester.read(source))
    except UnreadableError as problem:
        name = shorten(document.name or desk.texts("untitled"), _NAME_CHARACTERS)
        return (said(name), plain(f": {problem.advice}"))


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
    title = said(shorten(digest.title or name or desk.texts("untitled"), _NAME_CHARACTERS))
    counts = f"{desk.texts('sentences', n=digest.sentences_total)}, " + desk.texts(
        "comments", n=digest.mood.total
    )
    return (title, plain(f" · {counts}"))

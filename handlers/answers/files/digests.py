"""Files sent together: a digest a video, or one list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.answers.files.albums import group
from handlers.answers.files.downloads import download
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested, Source
from handlers.message import Line, block, bold, plain, quoted, shorten, write
from handlers.paste import Batch, Document
from summarizer import Page, UnreadableError

MOST_REPLIES = 3
"""Up to so many videos in one album get a reply each."""

_NAME_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Read:
    """A file that could be read."""

    source: Source
    page: Page


async def digest_files(
    services: Services, batch: Batch, answer: Answer
) -> list[tuple[Answer, Digested]]:
    """The digests of the files, each with the answer it belongs in; what is no page is said.

    Raises:
        UnreadableError: it is one file, and no page.
        BusyError, JobFailedError: the workers could not do it.
    """
    if len(batch.documents) == 1:
        return [(answer, await services.digester(await _download(services, batch.documents[0])))]
    results = [await _read(services, document) for document in batch.documents]
    files = [each for each in results if isinstance(each, Read)]
    refused = [each for each in results if isinstance(each, tuple)]
    if refused:
        html = write(block(refused)).markup
        beside = replace(answer, key=f"{answer.key}:refused", updates=())
        await services.delivery.send(replace(beside if files else answer, html=html))
    groups = group([(each.source.name, each.page) for each in files])
    digests = [await _together(services, [files[n] for n in numbers]) for numbers in groups]
    if len(digests) > MOST_REPLIES:
        names = [files[numbers[0]].source.name for numbers in groups]
        await _list(
            services, answer, [_line(services, *each) for each in zip(names, digests, strict=True)]
        )
        return []
    return [(_numbered(answer, n, len(digests)), each) for n, each in enumerate(digests)]


async def _read(services: Services, document: Document) -> Read | Line:
    """The file's page, or why there is none."""
    try:
        source = await _download(services, document)
        return Read(source, await services.digester.read(source))
    except UnreadableError as problem:
        name = shorten(document.name or services.texts("untitled"), _NAME_CHARACTERS)
        return (quoted(name), plain(f": {problem.advice}"))


async def _download(services: Services, document: Document) -> Source:
    return await download(services.bot, document, services.policy.max_file_mb, services.texts)


async def _together(services: Services, files: Sequence[Read]) -> Digested:
    if len(files) == 1:
        return await services.digester(files[0].source)
    return await services.digester.of_pages([(each.source.key, each.page) for each in files])


def _numbered(answer: Answer, number: int, total: int) -> Answer:
    """The answer of one of several digests; the last one settles the updates."""
    last = number == total - 1
    key = answer.key if not number else f"{answer.key}:{number}"
    return replace(answer, key=key, updates=answer.updates if last else ())


async def _list(services: Services, answer: Answer, lines: Sequence[Line]) -> None:
    """One message over all: a line a video."""
    head: Line = (bold(services.texts("album", n=len(lines))),)
    html = write([*block([head, *lines]), *block([(plain(services.texts("album-how")),)])])
    await services.delivery.send(replace(answer, html=html.markup))


def _line(services: Services, name: str | None, digested: Digested) -> Line:
    digest = digested.digest
    title = quoted(shorten(digest.title or name or services.texts("untitled"), _NAME_CHARACTERS))
    counts = f"{services.texts('sentences', n=digest.sentences_total)}, " + services.texts(
        "comments", n=digest.mood.total
    )
    return (title, plain(f" · {counts}"))

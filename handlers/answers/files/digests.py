"""Files sent together: a digest a video, or one list where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.answers.feedback import Reading, reason
from handlers.answers.files.downloads import download, place_for
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested
from handlers.message import Line, block, bold, plain, quoted, shorten, write
from handlers.paste import Batch, Document
from handlers.protocols import QuotaError, Sender
from handlers.source import Source
from summarizer import Page
from summarizer.same_video import group

MOST_REPLIES = 3
"""Up to so many videos in one album get a reply each."""

Part = tuple[Answer, Digested | None]
"""An answer, and the digest that it is to show, if it is no text already."""
Named = tuple[str | None, Digested]
"""A digest with the name of its video's first file."""

_NAME_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Read:
    """A file that could be read: its name, the key of its page, and the page."""

    name: str | None
    key: str
    page: Page


async def digest_files(
    services: Services, batch: Batch, answer: Answer, reading: Reading
) -> list[Part]:
    """What to answer with, in this order: what was refused, then each video, or a list of them.

    Files of several are read one after another, as ``reading`` is told. One that cannot be read is
    named, with the reason, an unexpected one too, which is logged; the others are digested.

    Raises:
        AdviceError, UnreadableError, JobFailedError: it is one file, and cannot be read.
        QuotaError: the sender may not have one more digest.
    """
    if len(batch.documents) == 1:
        async with place_for(batch.documents[0], services.files, batch.sender.user):
            source = await _download(services, batch.documents[0])
            return [(answer, await services.digester(source, batch.sender))]
    digests, refused = await _outcomes(services, batch, answer, reading)
    parts: list[Part] = []
    if refused:
        beside = replace(answer, key=f"{answer.key}:refused", updates=())
        html = write(block(refused), services.texts.mark).markup
        parts.append((replace(beside if digests else answer, html=html), None))
    if len(digests) > MOST_REPLIES:
        return [*parts, (_list(services, answer, digests), None)]
    total = len(digests)
    return parts + [(_numbered(answer, n, total), each) for n, (_, each) in enumerate(digests)]


async def _outcomes(
    services: Services, batch: Batch, answer: Answer, reading: Reading
) -> tuple[list[Named], list[Line]]:
    """The digest of each video with the name of its first file, and why others have none."""
    results = await _results(services, batch, answer, reading)
    files = [each for each in results if isinstance(each, Read)]
    refused = [each for each in results if isinstance(each, tuple)]
    digests = []
    for numbers in group([(each.name, each.page) for each in files]):
        video = [files[number] for number in numbers]
        parts, name = [(each.key, each.page) for each in video], video[0].name
        try:
            digests.append((name, await services.digester.of_pages(parts, batch.sender)))
        except Exception as problem:  # noqa: BLE001 - what is not expected is logged there
            own = replace(answer, key=f"{answer.key}:{video[0].key}")
            refused.append(_refusal(services, own, name, problem))
    return digests, refused


async def _results(
    services: Services, batch: Batch, answer: Answer, reading: Reading
) -> list[Read | Line]:
    """What came of each file, in their order."""
    results: list[Read | Line] = []
    for number, document in enumerate(batch.documents, start=1):
        reading(number, len(batch.documents))
        try:
            results.append(await _read(services, document, batch.sender))
        except Exception as problem:
            if isinstance(problem, QuotaError) and not results:
                raise
            own = replace(answer, key=f"{answer.key}:file {number}")
            results.append(_refusal(services, own, document.name, problem))
    return results


async def _read(services: Services, document: Document, asker: Sender) -> Read:
    """The file with its page; raises why there is none."""
    async with place_for(document, services.files, asker.user):
        source = await _download(services, document)
        return Read(source.name, source.key, await services.digester.read(source, asker))


def _refusal(services: Services, answer: Answer, name: str | None, problem: Exception) -> Line:
    """The name of what cannot be read, with the reason; ``answer`` gives an error its number."""
    shown = shorten(name or services.texts("untitled"), _NAME_CHARACTERS)
    return (quoted(shown), plain(f": {reason(problem, answer, services.texts)}"))


async def _download(services: Services, document: Document) -> Source:
    return await download(services.bot, document, services.policy.max_file_mb, services.texts)


def _numbered(answer: Answer, number: int, total: int) -> Answer:
    """The answer of one of several digests; the last one settles the updates."""
    last = number == total - 1
    key = answer.key if not number else f"{answer.key}:{number}"
    return replace(answer, key=key, updates=answer.updates if last else ())


def _list(services: Services, answer: Answer, digests: Sequence[Named]) -> Answer:
    """One message over all: a line a video."""
    head: Line = (bold(services.texts("album", n=len(digests))),)
    lines = [_line(services, *each) for each in digests]
    how: Line = (plain(services.texts("album-how")),)
    html = write([*block([head, *lines]), *block([how])], services.texts.mark)
    return replace(answer, html=html.markup)


def _line(services: Services, name: str | None, digested: Digested) -> Line:
    digest = digested.digest
    title = quoted(shorten(digest.title or name or services.texts("untitled"), _NAME_CHARACTERS))
    texts, counts = services.texts, (digest.sentences_total, digest.mood.total)
    said = map(lambda key, n: texts(key, n=n), ("sentences", "comments"), counts)
    return (title, plain(f" · {texts.listed(said)}"))

"""The body of an answer, bounded as it comes and as it unfolds."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable

from bot.fetch.model import FetchError

ENCODINGS = "gzip"
"""What a site is told that it may compress with."""
_GZIP = 31
"""zlib's own number for a stream with gzip's head (RFC 1952)."""
_MB = 2**20


async def read_body(chunks: AsyncIterable[bytes], encoding: str, most: int, host: str) -> bytes:
    """Return the decompressed body.

    Raises:
        FetchError: it is longer than ``most`` bytes, is damaged, or is encoded otherwise.
    """
    body = bytearray()
    unfold = _unfolding(encoding.strip().lower(), host)
    async for chunk in chunks:
        body += unfold.feed(chunk, most + 1 - len(body))
        if len(body) > most:
            raise FetchError("fetch-too-large", host=host, n=max(1, most // _MB))
    unfold.end()
    return bytes(body)


class _Plain:
    """A body as it is."""

    def feed(self, chunk: bytes, most: int) -> bytes:
        return chunk[:most]

    def end(self) -> None:
        pass


class _Gzip:
    """A body compressed by gzip, in one member or several."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    def feed(self, chunk: bytes, most: int) -> bytes:
        """Return at most so many bytes more; where there are more, the caller stops anyway."""
        found = bytearray()
        while chunk and len(found) < most:
            if self._member.eof:
                self._member = zlib.decompressobj(_GZIP)
            self._begun = True
            try:
                found += self._member.decompress(chunk, most - len(found))
            except zlib.error as problem:
                raise FetchError("fetch-unreadable", host=self._host) from problem
            chunk = self._member.unconsumed_tail or self._member.unused_data
        return bytes(found)

    def end(self) -> None:
        """Raises FetchError where it broke off."""
        if self._begun and not self._member.eof:
            raise FetchError("fetch-unreadable", host=self._host)


def _unfolding(encoding: str, host: str) -> _Plain | _Gzip:
    if encoding in {"gzip", "x-gzip"}:
        return _Gzip(host)
    if encoding in {"", "identity"}:
        return _Plain()
    raise FetchError("fetch-unreadable", host=host)

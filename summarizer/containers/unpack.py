"""Members of an archive, read with a bound: what a header promises is not believed."""

from __future__ import annotations

import zlib
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from summarizer.model import UnreadableError

MOST_BYTES = 40_000_000
"""Bytes unpacked of one member."""

# What zipfile raises for broken, encrypted or unknown content, see its source.
BROKEN = (
    BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError,
    OSError, zlib.error,
)  # fmt: skip


def read_member(pack: ZipFile, member: str | ZipInfo, most: int = MOST_BYTES) -> bytes:
    """The bytes of ``member``; raises UnreadableError where it is broken or more than ``most``."""
    try:
        with pack.open(member) as stream:
            data = stream.read(most + 1)
    except BROKEN:
        raise UnreadableError("archive-locked") from None
    if len(data) > most:
        raise UnreadableError("archive-too-large")
    return data

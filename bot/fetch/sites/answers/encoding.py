"""The text of an answer, whatever charset its header claims."""

from __future__ import annotations

import re
from typing import Final

from bot.fetch.model import Got

_HEADER: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"<\?xml[^>]{1,100}encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})")


def text_of(got: Got) -> str:
    """The body as text: UTF-8 where it is that, as JSON has to be (RFC 8259, 8.1)."""
    return utf8_of(got).decode("utf-8-sig", "replace")


def utf8_of(got: Got) -> bytes:
    """The body in UTF-8 where its header or its XML declaration is true, else as it came."""
    charsets = ("utf-8", *_HEADER.findall(got.content_type), *_declared(got.body))
    text = next((text for name in charsets if (text := _decoded(got.body, name)) is not None), None)
    return got.body if text is None else text.encode("utf-8", "replace")


def _declared(body: bytes) -> list[str]:
    found = _DECLARED.match(body)
    return [found[1].decode("ascii", "replace")] if found else []


def _decoded(body: bytes, charset: str) -> str | None:
    """``body`` as text in that charset, which may be unknown; None where it is not that."""
    try:
        return body.decode(charset)
    except (LookupError, ValueError):
        return None

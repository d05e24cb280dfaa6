"""MIME (RFC 2045 to 2047) by Python's own parser, kept from what makes it slow."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from summarizer.decode import decode
from summarizer.model import UnreadableError

LONGEST = 12_000_000
"""Bytes that are read: words stand first, pictures and attachments after them."""

MOST_PARTS = 1_000
"""Lines that may begin a part: the same holds for them."""

_LONGEST_HEADER = 2_000
# Python's parser of mails takes the square of the length of this header's parameters.
_LONG_HEADER = re.compile(rb"(?:^|\n)Content-Type:(?:[^\r\n]|\r?\n[ \t]){4000}", re.IGNORECASE)
_ENCODED = frozenset({"quoted-printable", "base64"})


def parse_mail(data: bytes, broken: UnreadableError) -> Message:
    """The message in ``data``; raises ``broken`` where its head would take for ever."""
    start = data[:LONGEST].lstrip(b"\xef\xbb\xbf\r\n ")
    if _LONG_HEADER.search(start):
        raise broken
    start = b"\n--".join(start.split(b"\n--", MOST_PARTS + 1)[: MOST_PARTS + 1])
    return message_from_bytes(start, policy=policy.compat32)


def body_of(part: Message, *, is_text: bool = False) -> str:
    """The words of a part, transfer encoding and charset undone.

    ``is_text``: what is not encoded in the part was read as text before, and is UTF-8 now.
    """
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    charset = part.get_content_charset() or "utf-8"
    if is_text and encoding not in _ENCODED:
        charset = "utf-8"
    try:
        return decode(content.decode(charset).encode())
    except (LookupError, ValueError):
        return decode(content)


def decoded(value: object) -> str:
    """A header's words, its RFC 2047 pieces decoded; ``""`` where it is missing or broken."""
    written = str(value or "")[:_LONGEST_HEADER]
    try:
        words = decode_header(written)
        texts = [w if isinstance(w, str) else w.decode(c or "utf-8", "replace") for w, c in words]
    except (ValueError, LookupError, HeaderParseError):
        return ""
    return " ".join("".join(texts).split())

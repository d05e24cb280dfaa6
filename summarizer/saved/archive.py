"""Saved pages in a wrapper: MHTML (RFC 2557) and Safari's web archive, a property list."""

from __future__ import annotations

import plistlib
import re
from email.message import Message
from xml.parsers.expat import ExpatError

from summarizer.decode import decode
from summarizer.mime import decoded, parse_mail
from summarizer.model import Page, UnreadableError
from summarizer.saved.html import read_html

_MHTML = re.compile(
    rb"^(?:[\w-]{1,40}:[^\n]{0,2000}\n|[ \t][^\n]{0,2000}\n){0,40}"
    rb"Content-Type:\s{0,4}(?:multipart/related|text/html)",
    re.IGNORECASE,
)
# What plistlib raises for a broken list, see its source.
_BROKEN = (
    plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError,
    AttributeError, OverflowError, RecursionError,
)  # fmt: skip
_EMPTY = UnreadableError("saved-without-html")

_BROKEN_HEAD = UnreadableError("saved-broken")


def is_mhtml(data: bytes) -> bool:
    """Whether ``data`` begins like a mail that carries a web page."""
    head = data[:8000].lstrip(b"\xef\xbb\xbf\r\n ")
    return b":" in head[:60] and bool(_MHTML.match(head.replace(b"\r\n", b"\n")))


def read_mhtml(data: bytes) -> Page:
    """The page in an MHTML file, as Chrome on a desktop and on Android, Edge and IE save it.

    Its address is that of the snapshot's head; UnreadableError where no part is HTML.
    """
    mail = parse_mail(data, _BROKEN_HEAD)
    parts = [part for part in mail.walk() if part.get_content_type() == "text/html"]
    body = next((text for part in parts if (text := _body(part))), None)
    if body is None:
        raise _EMPTY
    url = mail["Snapshot-Content-Location"] or parts[0]["Content-Location"] or ""
    return read_html(body, str(url).strip() or None, decoded(mail["Subject"]) or None)


def is_webarchive(data: bytes) -> bool:
    """Whether ``data`` is a property list that holds a page."""
    return data.startswith(b"bplist00") or b"WebMainResource" in data[:3000]


def read_webarchive(data: bytes) -> Page:
    """The page in a ``.webarchive``; UnreadableError where there is none."""
    try:
        resource = plistlib.loads(data)["WebMainResource"]
        body, url = resource["WebResourceData"], resource.get("WebResourceURL")
    except _BROKEN:
        raise _EMPTY from None
    if not isinstance(body, bytes) or not body:
        raise _EMPTY
    return read_html(decode(body), url if isinstance(url, str) else None)


def _body(part: Message) -> str:
    content = part.get_payload(decode=True)
    return decode(content) if isinstance(content, bytes) else ""

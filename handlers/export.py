"""A digest as files to keep: Markdown to read, JSON to work with."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from handlers.markdown import write_markdown
from handlers.sections import full_view, written_links
from handlers.texts import Texts
from summarizer import Digest

NAME_CHARACTERS = 60
_UNSAFE = re.compile(r"[^\w -]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def export_markdown(digest: Digest, texts: Texts) -> bytes:
    """Everything the digest holds; each link as cleaned, and as written where that differs."""
    return write_markdown((*full_view(digest, texts), *written_links(digest, texts))).encode()


def export_json(digest: Digest) -> bytes:
    """The Digest's fields, indented; links have ``url`` (cleaned) and ``written``."""
    return msgspec.json.format(msgspec.json.encode(digest), indent=2) + b"\n"


def file_name(title: str | None, extension: str) -> str:
    """A name that every file system takes and that says what is inside.

    Letters, digits, blanks and dashes only, so that no separator, no dot at the front and no
    direction mark is left; names that Windows reserves get a dash.
    """
    plain = unicodedata.normalize("NFC", title or "")
    name = " ".join(_UNSAFE.sub(" ", plain).split())[:NAME_CHARACTERS].strip(" -")
    if _RESERVED.fullmatch(name):
        name += "-"
    return f"{name or 'digest'}.{extension}"

"""What somebody gave, its key, and how it is read; run in a worker."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from hashlib import sha256

from handlers.fingerprint import summarizer_fingerprint
from summarizer import Digest, Options, Page, digest_page, find_links, is_packed, read_page

KEY_BYTES = 15
"""As much of a hash as a button's 64 bytes can carry; 2**60 pages to a likely collision."""

QUICK_LETTERS = 100_000
"""Bytes or characters that are read and digested in a second: two hours of speech."""
QUICK_PIECES = 2_000
"""Cues and comments of a page that is digested in a second."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a user gave: text, or a file's bytes with its name."""

    data: str | bytes
    name: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    """Words of the text that carry an address in Telegram, each with it."""

    @property
    def key(self) -> str:
        """The key of its page: 20 letters that are safe in a button."""
        data = self.data.encode(errors="surrogatepass") if isinstance(self.data, str) else self.data
        kind = "text" if isinstance(self.data, str) else "file"
        return key_of(kind, self.name or "", repr(self.links), data)

    @property
    def is_quick(self) -> bool:
        """Whether it is read and digested in a second, as far as can be told before."""
        packed = isinstance(self.data, bytes) and is_packed(self.data)
        return len(self.data) <= QUICK_LETTERS and not packed


def is_quick(page: Page) -> bool:
    """Whether what is asked about the page is answered in a second."""
    if page.others or len(page.transcript) + len(page.comments) > QUICK_PIECES:
        return False
    texts = [page.description or "", *(cue.text for cue in page.transcript)]
    return sum(map(len, (*texts, *(comment.text for comment in page.comments)))) <= QUICK_LETTERS


def read_and_digest(source: Source, options: Options) -> tuple[Page, Digest]:
    """The page of ``source`` with its digest; UnreadableError where there is none."""
    page = read(source)
    return page, digest_page(page, options)


def read(source: Source) -> Page:
    """The page of ``source``, with addresses behind its words; UnreadableError where none is."""
    page = read_page(source.data, source.name)
    written = "\n".join(f"{words}: {url}" for words, url in source.links)
    hidden = find_links(written, maker=page.channel or "")
    return replace(page, links=(*page.links, *hidden)) if hidden else page


def key_of(*parts: str | bytes) -> str:
    """The key of what these parts make; another version of the summarizer gives another key."""
    state = sha256()
    for part in (summarizer_fingerprint(), *parts):
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8) + data)
    return base64.urlsafe_b64encode(state.digest()[:KEY_BYTES]).decode()

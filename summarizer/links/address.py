"""A web address in its parts, as the WHATWG URL standard writes it, through ada-url."""

from __future__ import annotations

import re
from typing import NamedTuple

from ada_url import URL

from summarizer.links.cache import remembered

INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*+:(?!\d)", re.IGNORECASE)
_PARTS = re.compile(r"(https?)://([^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)(:\d+)?([^?#]*)(\?[^#]*)?(#.*)?")


class Address(NamedTuple):
    """Parts with their signs ("?a=1", ":8080", "name@"), "" where they lack; the host in ASCII."""

    scheme: str
    user: str
    host: str
    port: str
    path: str
    query: str
    fragment: str

    @property
    def origin(self) -> str:
        """The part before the path."""
        return f"{self.scheme}://{self.user}{self.host}{self.port}"

    def __str__(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.path}{self.query}{self.fragment}"


@remembered
def read_address(written: str) -> Address | None:
    """``written`` in its parts, "https" where it names no scheme; None where it is not http(s).

    Invisible characters are left out, a dot at the end of the host too.
    """
    visible = INVISIBLE.sub("", written.strip())
    if visible.startswith("//"):
        visible = f"https:{visible}"
    elif not _SCHEME.match(visible):
        visible = f"https://{visible}"
    try:
        parts = _PARTS.fullmatch(URL(visible).href)
    except ValueError:
        return None
    if not parts:
        return None
    address = Address(*(part or "" for part in parts.groups()))
    return address._replace(host=address.host.rstrip("."))

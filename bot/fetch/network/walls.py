"""Pages that stand before the one that was asked for: those of consent, and of an account."""

from __future__ import annotations

import re
from typing import Final

from ada_url import URL

from bot.fetch.model import FetchError

_CONSENT: Final = re.compile(r"(?:^|[./_-])(?:consent|cmp|privacy-?gate|cookiewall)(?=[./_-]|$)")
_LOGIN: Final = re.compile(
    r"(?:^|[./_-])(?:log-?in|sign-?in|signin|accounts?|auth|sso|checkpoint)(?=[./_-]|$)"
)
_WALLS: Final = (("fetch-consent", _CONSENT), ("fetch-login", _LOGIN))
"""Words of an address where such a page stands, and what is said of it."""


def refuse_wall(asked: str, came: str) -> None:
    """Raise FetchError where the redirects from one address to the other end at such a page."""
    before, after = (_place(url) for url in (asked, came))
    for key, words in _WALLS:
        if words.search(after) and not words.search(before):
            raise FetchError(key, host=URL(asked).hostname)


def _place(url: str) -> str:
    found = URL(url)
    return f"{found.hostname}{found.pathname}".lower()

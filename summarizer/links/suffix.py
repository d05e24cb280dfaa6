"""Which names are domains: the Public Suffix List through publicsuffixlist."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarizer.links.cache import remembered

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_SPECIAL = frozenset({"onion"})  # RFC 7686: a top name outside the list


@remembered
def is_tld(label: str) -> bool:
    """Whether ``label``, in letters or as "xn--", is a top-level name that exists."""
    name = _in_letters(label.lower())
    return name in _SPECIAL or _list().publicsuffix(name, accept_unknown=False) is not None


@remembered
def is_public_suffix(name: str) -> bool:
    """Whether names are registered right under ``name``, as under "co.uk"."""
    return bool(name) and _list().publicsuffix(name, accept_unknown=False) == name


@remembered
def registrable_domain(host: str) -> str:
    """The part of ``host`` that somebody owns: "bbc.co.uk" of "news.bbc.co.uk"."""
    return str(_list().privatesuffix(host) or host)


def _in_letters(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


@cache
def _list() -> PublicSuffixList:
    """The list in letters: with "xn--" beside them it loads half as fast."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=False)

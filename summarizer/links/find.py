"""Where addresses stand in a text, in time linear in its length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from summarizer.links.host import find_host, host_length
from summarizer.links.tail import end_of_tail

MOST = 15_000
"""Addresses of a text that are looked at, the first ones: each takes time, and no page has more."""

# What a name may be made of: neither white space nor ASCII punctuation nor marks, arrows, boxes.
_LETTER = (
    r"[^\s\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\xbf\xd7\xf7\u2000-\u200b\u200e-\u206f"
    r"\u2190-\u22ff\u2500-\u25ff\u3000-\u3003\u3008-\u3020\u3030\ufe0f\ufeff"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
# Invisible characters hide inside names; they stay in what was written, and warn.
_NAME = rf"(?:[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]?+{_LETTER})++"
# Each address has one of these two: the search for them is what takes time. "4.5 " is a number.
_ANCHOR = re.compile(rf"://|\.(?={_LETTER})(?<={_LETTER}\.)(?!\d++(?:\s|\Z))")
_SCHEME = re.compile(r"(?:https?|ftp|tonsite)\Z", re.IGNORECASE)
# No more labels than any name has, or names glued to names would be read again and again.
_HOST = re.compile(rf"{_NAME}(?:\.{_NAME}){{0,32}}")
_REST = re.compile(rf"(?:\.{_NAME}){{1,32}}")
_USER = re.compile(r"[^\s@/?#\\()\[\]{}<>\"'`\u2026]{1,100}+@(?=[^\s@])")
_PORT = re.compile(r":0*+([1-9]\d{0,4})(?!\d)")
_ELLIPSIS = re.compile(r"\u2026|\.{3,}")
_EARLIER = re.compile(rf"{_LETTER}{{1,64}}\Z")
_SCHEME_AND_WWW = re.compile(r"\A(?:https?://)?(?:www\.)?|/\Z", re.IGNORECASE)
_LONGEST_LABEL = 64
_LONGEST_SCHEME = 7
_MARKED = frozenset("#@$")  # a hashtag, a mention, a cashtag: not an address
_INSIDE = frozenset("@#$./\\&%~+")  # before a bare name: it is part of something else


class Entity(NamedTuple):
    """What Telegram marked: ``offset`` and ``length`` in UTF-16 units, ``url`` of a text link."""

    offset: int
    length: int
    url: str | None = None


class Span(NamedTuple):
    """An address at ``text[start:end]``; ``address`` is what it opens.

    ``truncated``: the page left its end out.
    """

    start: int
    end: int
    written: str
    address: str
    truncated: bool = False


def find_spans(text: str, entities: Iterable[Entity] = ()) -> list[Span]:
    """The addresses of ``text`` in order; entities first, then what does not touch them."""
    marked = _entity_spans(text, entities)
    taken = iter([*marked, None])
    ahead = next(taken)
    free = []
    for span in islice(_found(text), MOST):
        while ahead and ahead.end <= span.start:
            ahead = next(taken)
        if not ahead or span.end <= ahead.start:
            free.append(span)
    return sorted([*marked, *_unnamed(text, free)])


def _unnamed(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """``spans`` without those that are the text of a Markdown link to the same address."""
    for span, behind in zip_longest(spans, spans[1:]):
        named = behind and text[span.start - 1 : span.start] == "[" and span.end + 2 == behind.start
        if not (named and text.startswith("](", span.end) and _alike(span, behind)):
            yield span


def _alike(span: Span, other: Span | None) -> bool:
    return other is not None and _SCHEME_AND_WWW.sub("", span.address) == _SCHEME_AND_WWW.sub(
        "", other.address
    )


def _entity_spans(text: str, entities: Iterable[Entity]) -> list[Span]:
    ordered = sorted(entities, key=lambda entity: (entity[0], entity[1]))
    if not ordered:  # each letter of the text is looked at below
        return []
    units = text.encode("utf-16-le", "surrogatepass")
    # Where each character of two units ends, in units.
    pairs = [at + n for n, at in enumerate((i for i, c in enumerate(text) if c > "\uffff"), 2)]
    spans: list[Span] = []
    for offset, length, url in ordered:
        start = offset - bisect_right(pairs, offset)
        written = units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
        if written and (not spans or spans[-1].end <= start):
            spans.append(Span(start, start + len(written), written, url or written))
    return spans


def _found(text: str) -> Iterator[Span]:
    at = 0
    while anchor := _ANCHOR.search(text, at):
        read = _without_scheme if anchor[0] == "." else _with_scheme
        span, at = read(text, anchor, at)
        if span:
            yield span


def _with_scheme(text: str, sign: re.Match[str], done: int) -> tuple[Span | None, int]:
    """The address around "://", if it is one, and where to look on."""
    after = sign.end()
    scheme = _SCHEME.search(text, max(done, sign.start() - _LONGEST_SCHEME), sign.start())
    if not scheme or not _opens(text, scheme.start(), done):
        host = _HOST.match(text, after)
        return None, _past(text, host.end() if host else after)
    user = _USER.match(text, after)
    host = _HOST.match(text, user.end() if user else after)
    if not host:
        return None, after
    length = host_length(host[0])
    if not length:
        return None, host.end()
    span = _span(text, scheme.start(), host.start() + length)
    return span, span.end


def _opens(text: str, start: int, done: int) -> bool:
    """Whether a scheme may begin here: glued to a word only in small letters."""
    before = text[start - 1] if start > done else " "
    if before in _MARKED:
        return start - 1 > done and text[start - 2].isalnum()
    return not (before.isascii() and before.isalnum()) or text.startswith("http", start)


def _without_scheme(text: str, dot: re.Match[str], done: int) -> tuple[Span | None, int]:
    """The name around a dot, if it is one under a known suffix, and where to look on."""
    earlier = _EARLIER.search(text, max(done, dot.start() - _LONGEST_LABEL), dot.start())
    rest = _REST.match(text, dot.start())
    if not earlier or not rest:
        return None, dot.end()
    start, end = earlier.start(), rest.end()
    before = text[start - 1] if start else " "
    slashed = _double_slash(text, start)
    goes_on = text[end : end + 1] in {"@", "("} or _REST.match(text, end)
    if (before in _INSIDE and not slashed) or goes_on:
        return None, _past(text, end)
    has_path = text[end : end + 1] == "/"
    begin, length = find_host(text[start:end], has_path=has_path)
    if not length:
        return None, end
    span = _span(text, start + begin - (2 if slashed else 0), start + begin + length)
    return span, span.end


def _double_slash(text: str, start: int) -> bool:
    """Whether "//" stands before, itself after nothing that makes it part of an address."""
    return text[max(start - 2, 0) : start] == "//" and (
        start == len("//") or text[start - 3].isspace()
    )


def _past(text: str, end: int) -> int:
    """After a word that is no address: past the rest of a mail address too."""
    return end + 1 if text[end : end + 1] == "@" else end


def _span(text: str, start: int, host_end: int) -> Span:
    port = _PORT.match(text, host_end)
    tail = port.end() if port and int(port[1]) < 1 << 16 else host_end
    end = end_of_tail(text, start, tail)
    schemed = "://" in text[start:host_end]
    truncated = bool(_ELLIPSIS.match(text, end)) and (schemed or end > tail)
    written = text[start:end]
    return Span(start, end, written, written, truncated)

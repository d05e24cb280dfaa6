"""Addresses and e-mails in running text, found as Telegram finds them: around each dot.

A run of letters a host may have is grown to both sides of a dot, then a port, a path, what stands
before an ``@`` and the scheme are added, and the whole is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_BLANK = " \\n\u1680\u2000-\u200b\u200e\u200f\u2016-\u206f\u3000\u00a0"
_SEPARATORS = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_HOST = re.compile(f"(?:[A-Za-z0-9._~\\-]|[^\\x00-\u00bf{_BLANK}])*")
_HOST_OR_AT = re.compile(f"(?:[A-Za-z0-9._~\\-@]|[^\\x00-\u00bf{_BLANK}])*")
_USER_BACKWARDS = re.compile(f"[^{_BLANK}/\\[\\]{{}}()'`<>\"@\u00ab\u00bb]*")
_PORT = re.compile(r":([0-9]+)")
_PATH = re.compile(f'[/?#][^{_BLANK}<>"\u00ab\u00bb]*')
_SCHEME_BACKWARDS = re.compile(f"//:((?:[A-Za-z0-9+\\-]|[^\\x00-\\x7f{_SEPARATORS}])*)")
_EMAIL = re.compile(
    r"(?:[a-z0-9_-]{0,26}[.+]){0,10}[a-z0-9_-]{1,35}@"
    r"(?:(?:[a-z0-9][a-z0-9_-]{0,28})?[a-z0-9]\.){1,6}[a-z]{2,8}",
    re.IGNORECASE | re.ASCII,
)
_IPV4 = re.compile(r"(?:(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4}")
_DIGITS = re.compile(r"[0-9.]*")
_DOTS = re.compile(r"\.*")
_PUNYCODE = re.compile("xn--[0-9a-zA-Z]{2,}")
_END = ".:;,('?!`"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_HIGHEST_PORT = 65535
_LONGEST_LABEL = 63
_WITHOUT_REGISTRY = {"arpa", "onion", "ton"}


def find_addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind ("url" or "email") of each, from left to right."""
    backwards = text[::-1]
    begin = 0
    while (dot := text.find(".", begin)) >= 0:
        start, end, good = _grown(text, backwards, begin, dot)
        if good and end > dot + 1:
            yield from _checked(text, start, end)
        begin = max(_next(text, end, good=good), dot + 1)


def _next(text: str, end: int, *, good: bool) -> int:
    if good:
        return _match(_DOTS, text, end)
    return text.rfind(".", 0, end) + 1


def _grown(text: str, backwards: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """The widest candidate around a dot, none of it before ``begin``; whether it may be one."""
    start = _reach_back(_HOST, backwards, begin, dot)
    host_end = _match(_HOST_OR_AT, text, dot)
    with_at = "@" in text[dot:host_end]
    if with_at:
        start = _reach_back(_USER_BACKWARDS, backwards, begin, start)
    end = _with_path(text, dot, host_end)
    good = True
    if start > begin and text[start - 1] == "@":
        user = _reach_back(_USER_BACKWARDS, backwards, begin, start - 1)
        good = not with_at and user < start - 1
        start = user
    if good and start > begin:
        start, good = _with_scheme(text, backwards, begin, start)
    return start, end, good


def _match(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _reach_back(pattern: re.Pattern[str], backwards: str, begin: int, at: int) -> int:
    """The first place from which ``pattern`` runs up to ``at``."""
    size = len(backwards)
    match = pattern.match(backwards, size - at, size - begin)
    return size - match.end() if match else at


def _with_path(text: str, dot: int, end: int) -> int:
    port = _PORT.match(text, end)
    if port and len(port[1].lstrip("0")) in range(1, 6) and int(port[1]) <= _HIGHEST_PORT:
        end = port.end()
    if path := _PATH.match(text, end):
        stripped = path[0][:1] + path[0][1:].rstrip(_END)
        if stripped[0] == "/" or len(stripped) > 1:
            end += len(stripped)
    while end > dot + 1 and text[end - 1] == ".":
        end -= 1
    return end


def _with_scheme(text: str, backwards: str, begin: int, start: int) -> tuple[int, bool]:
    """Where the candidate begins with its scheme; whether what stands before allows it."""
    size = len(backwards)
    scheme = _SCHEME_BACKWARDS.match(backwards, size - start, size - begin)
    if not scheme or len(text[begin:start].encode()) < len("ftp://"):
        before = text[start - 1]
        return start, not (before.isalnum() or before in "_/#@")
    name = scheme[1][::-1].lower()
    for known, longer in (("http", {"shttp"}), ("https", set()), ("ftp", {"tftp", "sftp"})):
        if name.endswith(known) and name not in longer:
            return start - len(known) - len("://"), True
    return start, False


def _checked(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    written = text[start:end]
    prefix = len("mailto:") if written.startswith("mailto:") else 0
    if _EMAIL.fullmatch(written, prefix):
        yield start + prefix, end, "email"
    elif length := _valid_length(written):
        yield start, start + length, "url"


def _valid_length(written: str) -> int:
    """How much of a candidate is an address; 0 where none of it is."""
    bare = re.sub(r"^(?:https?|ftp)://", "", written, flags=re.IGNORECASE)
    with_scheme = len(bare) < len(written)
    authority = re.split(r"[/?#]", bare, maxsplit=1)[0]
    path = bare[len(authority) :]
    user, at, host = authority.partition("@")
    host = (host if at else user).partition(":")[0]
    if not _is_host(host, with_scheme=with_scheme):
        return 0
    return len(written) - len(path) + len(_balanced(path).rstrip(_END))


def _balanced(path: str) -> str:
    """The path up to the first bracket that closes what it did not open."""
    opened = {"(": 0, "[": 0, "{": 0}
    for at, character in enumerate(path):
        if character in opened:
            opened[character] += 1
        elif pair := _PAIRS.get(character):
            opened[pair] -= 1
            if opened[pair] < 0:
                return path[:at]
    return path


def _is_host(host: str, *, with_scheme: bool) -> bool:
    *labels, top = host.split(".")
    if not labels or not all(_is_label(label) for label in (*labels, top)):
        return False
    if _IPV4.fullmatch(host):
        return True
    if _DIGITS.fullmatch(host) or "_" in labels[-1]:
        return False
    return _is_top(top, with_scheme=with_scheme)


def _is_label(label: str) -> bool:
    return 0 < len(label.encode()) <= _LONGEST_LABEL and not label.endswith("-")


def _is_top(top: str, *, with_scheme: bool) -> bool:
    if top.startswith("xn--"):
        return bool(_PUNYCODE.fullmatch(top))
    if len(top) == 1 or "_" in top or "-" in top:
        return False
    return with_scheme or top.lower() in _tops()


@cache
def _tops() -> frozenset[str]:
    """All top-level domains there are."""
    from publicsuffixlist import PublicSuffixList

    names = PublicSuffixList(accept_unknown=False)._publicsuffix  # noqa: SLF001 - no public way
    return frozenset({name for name in names if "." not in name} | _WITHOUT_REGISTRY)

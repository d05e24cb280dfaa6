"""The words that mail programs write, from data/mail_words.tsv, and the patterns made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.data import rows

_LONGEST = 400
"""Characters of a line that any of these patterns looks at."""


def starts(kind: str, line: str) -> bool:
    """Whether ``line`` begins with words of ``kind``."""
    return line[:_LONGEST].strip(" *_>-").casefold().startswith(_words()[kind])


def says(kind: str, line: str) -> bool:
    """Whether words of ``kind`` stand in ``line``."""
    small = line[:_LONGEST].casefold()
    return any(word in small for word in _words()[kind])


def closes(line: str) -> bool:
    """Whether ``line`` is no more than the words above a writer's name: "Kind regards,"."""
    return line[:_LONGEST].strip(" *_,.!–—-\t").casefold() in _words()["close"]


def header(line: str) -> tuple[str, str] | None:
    """What a header line is called ("from", "subject", ...) and its value; None for others."""
    name, colon, _ = line[:_LONGEST].replace("：", ":", 1).partition(":")
    kind = _headers().get(" ".join(name.strip(" *_>\t").split()).casefold()) if colon else None
    return (kind, line[len(name) + 1 :].strip(" *_\t")) if kind else None


def bare_subject(subject: str) -> tuple[str, bool]:
    """``subject`` without "Re:" and "Fwd:", and whether it was a forward's."""
    found = _prefixes().match(subject[:_LONGEST])
    prefix = found[0] if found else ""
    kinds = re.findall(r"\w+", prefix.casefold())
    bare = " ".join(subject[len(prefix) :].split())
    return bare, bool(kinds) and kinds[0] in _words()["forward"]


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words.casefold().split("|")) for kind, words in rows("mail_words")}


@lru_cache(maxsize=1)
def _headers() -> dict[str, str]:
    kinds = ("from", "to", "cc", "subject", "date")
    return {word: kind for kind in reversed(kinds) for word in _words()[kind]}


@lru_cache(maxsize=1)
def _prefixes() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*_words()["reply"], *_words()["forward"])))
    return re.compile(
        rf"(?:\s{{0,4}}(?:{words})\s?(?:\[\d{{1,3}}\])?\s?[:：]){{1,20}}", re.IGNORECASE
    )

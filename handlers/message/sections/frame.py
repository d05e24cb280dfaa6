"""What stands around the sections: title, size, what is missing, how much was read."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from handlers.message.blocks import Block, Line, Span, block, plain, quoted, shorten
from handlers.message.direction import DIRECTION
from handlers.message.html import is_alive
from handlers.message.language_codes import languages
from handlers.message.texts import Texts
from summarizer import Digest, Omission, Page

TITLE_CHARACTERS = 200
ABSENT = ("no-transcript", "no-description", "no-comments")
SAID_ELSEWHERE = ("lyrics",)
_NOT_FETCHED: Final = {
    "captions": "no-transcript",
    "description": "no-description",
    "comments": "no-comments",
}
"""What need not be said to be absent where it is said why it did not come."""
_READ = ("read-sentences", "read-comments", "read-links")


def heading(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """The title, linked when the page's address is known, and the page's size."""
    return block([title_line(digest, texts), _size(digest, texts)])


def title_line(digest: Digest, texts: Texts) -> Line:
    """The title, linked when the page's address is known."""
    if not digest.title:
        return (Span(texts("untitled"), url=digest.url),)
    title = shorten(title_of(digest), TITLE_CHARACTERS)
    if digest.url and not is_alive(title):
        return (quoted(title, "bold", digest.url),)
    address = (plain(" · "), quoted(_short(digest.url), url=digest.url)) if digest.url else ()
    return (quoted(title, "bold"), *address)


def title_of(titled: Digest | Page) -> str:
    """The title without the channel's name behind a bullet, which stands for itself; or ""."""
    title = " ".join((titled.title or "").split())
    return title.removesuffix(titled.channel or "").rstrip(" •·|–—-") or title


def missing(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """What a reader should know is not there: whole sections in one line, the rest in one each."""
    why_known = {_NOT_FETCHED.get(o.part.partition("|")[0]) for o in digest.left_out}
    absent = [
        texts(o.kind) for o in digest.left_out if o.kind in ABSENT and o.kind not in why_known
    ]
    rest = [o for o in digest.left_out if o.kind not in (*ABSENT, *SAID_ELSEWHERE)]
    lines = [(_omission(o, texts),) for o in rest]
    if absent:
        lines.append((plain(texts("not-here", parts=texts.listed(absent))),))
    if any(o.kind == "not-fetched" and o.part.startswith("captions|") for o in digest.left_out):
        lines.append((plain(texts("fetch-copy")),))
    return block(lines)


def footer(digest: Digest, texts: Texts) -> tuple[Block, ...]:
    """How much of what arrived was read."""
    mood = digest.mood
    working = sum(1 for link in digest.links if link.kind != "cut")
    read = (digest.sentences_total, mood.judged, working)
    there = (digest.sentences_total, mood.total, len(digest.links))
    rows = zip(_READ, read, there, strict=True)
    parts = " · ".join(texts(key, shown=n, n=of) for key, n, of in rows if of)
    return block([(plain(texts("read", parts=parts)),)]) if parts else ()


def ends_in_footer(text: str) -> bool:
    """Whether a text is a digest, forwarded or copied: no page ends as the footer does.

    It may be in any language: a digest is forwarded to people who have another.
    """
    return bool(_footers().fullmatch(DIRECTION.sub("", text.rstrip().rpartition("\n")[2])))


@lru_cache(maxsize=1)
def _footers() -> re.Pattern[str]:
    return re.compile("|".join(_footer(Texts(language)) for language in languages()))


def _footer(texts: Texts) -> str:
    """A pattern for the last line of a digest; a number has the marks that group it."""
    number, parts = rf"[\d{re.escape(texts.format.group)}]+", "#"
    rows = (form for key in _READ for form in texts.forms(key))
    part = "|".join(re.escape(row.format(shown="#", n="#")).replace(r"\#", number) for row in rows)
    footer = re.escape(texts("read", parts=parts))
    return footer.replace(r"\#", f"(?:{part})(?: · (?:{part}))*")


def _short(url: str) -> str:
    return shorten(url.split("://", 1)[-1], 60)


def _size(digest: Digest, texts: Texts) -> Line:
    parts: list[Line] = []
    if digest.channel:
        parts.append((quoted(shorten(digest.channel, 80)),))
    if digest.words or digest.minutes:
        parts.append((plain(_spoken(digest, texts)),))
    if digest.mood.total:
        parts.append((plain(_comments(digest, texts)),))
    dotted = [span for part in parts for span in (plain(" · "), *part)]
    return tuple(dotted[1:])


def _spoken(digest: Digest, texts: Texts) -> str:
    counts = (("minutes", digest.minutes), (digest.unit, digest.words))
    return texts.listed(texts(key, n=n) for key, n in counts if n)


def _comments(digest: Digest, texts: Texts) -> str:
    found, stated = digest.mood.total, digest.comments_stated
    counted = texts("comments", n=found)
    if stated is None or stated == found:
        return counted
    return f"{counted} {texts('comments-stated', n=stated)}"


def _omission(omission: Omission, texts: Texts) -> Span:
    if omission.kind == "fetched":
        host, *came = omission.part.split("|")
        parts = texts.listed(texts(f"fetch-what-{what}") for what in came)
        return plain(texts("fetched", host=host, parts=parts))
    if omission.kind == "not-fetched":
        what, why = omission.part.split("|")
        known = "fetched-first" if omission.found else "not-fetched"
        key = "fetched-some" if omission.stated else known
        numbers = {"found": omission.found, "stated": omission.stated}
        said = {"what": texts(f"fetch-what-{what}"), "why": texts(f"fetch-why-{why}")}
        return plain(texts(key, **numbers, **said))
    open_end = omission.kind == "too-long" and not omission.stated
    key = "too-long-open" if open_end else omission.kind
    part = _in_words(omission.part, texts) if omission.kind == "another-language" else omission.part
    return plain(texts(key, found=omission.found, stated=omission.stated, part=part))


def _in_words(codes: str, texts: Texts) -> str:
    """The names of languages given by their codes."""
    return texts.listed(map(texts.name_of, codes.split(", ")))

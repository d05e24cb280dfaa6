"""Texts that try to make readers of words and links read the same place again and again.

    python -m tools.soak.patterns_words [NAME...]

Prints what each reader needs for half a megabyte and for one of each text, in seconds of CPU; what
grows faster than the text is marked. Nothing in the rooms of comments, links and ranking may.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Final
from urllib.parse import quote

from summarizer import (
    Comment,
    Options,
    Page,
    Sentence,
    classify_comments,
    clean_url,
    digest_page,
    find_links,
    rank_sentences,
)
from summarizer.links import Entity
from summarizer.mood import Video, read_mood

HALF: Final = 500_000
"""Characters of the shorter text; the longer one is twice as long."""

STEEP, NOTICED = 3.0, 0.5
"""Times as long for twice the text, from which on a reader is marked; seconds below which it is
not, since the clock is coarse."""

SLOW, PATIENCE = 10.0, 60.0
"""Seconds for one text from which on a reader is marked however it grows, and is ended."""

_PIECES: Final = {
    "letter": "a",
    "two short sentences": "A. B. ",
    "Chinese sentence": "漢。",
    "Chinese": "漢",
    "laughing face": "😂",
    "family of joined emoji": "👩‍👩‍👧",
    "heart with its selector": "❤️",
    "accented letter": "a\u0301",
    "combining mark": "\u0301",
    "Hindi vowel sign": "\u093f",
    "zero width space": "\u200b",
    "direction mark": "\u202e",
    "soft hyphen": "\u00ad",
    "glued addresses": "https://a.com/",
    "glued schemes": "http://",
    "sign of a scheme": "://",
    "www": "www.",
    "labels": "a.",
    "glued top-level names": ".com",
    "glued hosts": "a.com",
    "hosts as paths": "a.com/",
    "hosts with slashes": "//a.com ",
    "host glued to Japanese": "x.jp日本",
    "address glued to Chinese": "http://a.com/日本",
    "punycode labels": "xn--a.",
    "punycode mark": "xn--",
    "Cyrillic labels": "ж.",
    "umlaut": "ä",
    "numbers with dots": "1.1.",
    "numbers with commas": "1,1",
    "opening bracket": "(",
    "closing bracket": ")",
    "brackets": "()",
    "unbalanced brackets": "((a)",
    "square bracket": "[",
    "Markdown links": "[a](http://a.com) ",
    "Markdown without end": "[a](",
    "reStructuredText": "`a <b> ",
    "escaped letter": "%41",
    "escaped percent sign": "%25",
    "percent sign": "%",
    "escaped Chinese": "%E6%BC%A2",
    "at sign": "@",
    "mentions": "@a ",
    "mail addresses": "a@b.",
    "users": "http://a@",
    "number sign": "#",
    "hashtags": "#a ",
    "dots": "...",
    "ellipsis": "…",
    "hyphen": "-",
    "dash": "—",
    "spaced dash": " - ",
    "hyphenated": "a-",
    "apostrophe": "'",
    "elisions": "l'",
    "lost apostrophe": "don t ",
    "quote": '"',
    "scare quotes": "“a” ",
    "blank": " ",
    "newline": "\n",
    "blank lines": "a\n\n",
    "line separator": "\u2028",
    "laughter": "haha",
    "laughing letter": "k",
    "Russian smile": ")) ",
    "Thai laughter": "5",
    "Japanese laughter": "w",
    "sarcasm mark": "/s ",
    "call to subscribe": "check out my ",
    "advice to invest": "invest mr ",
    "number to call": "telegram +1 ",
    "denial": "no, ",
    "question mark": "?",
    "question words": "why ",
    "questions": "Why is it so? ",
    "roll call": "anyone here ",
    "parameters": "&a=b",
    "trackers": "&utm_source=a",
    "segments": "/ref=a",
    "slashes": "/",
    "backslash": "\\",
    "underscore": "_",
    "star": "*",
    "colon": ": ",
    "emoticon": ";)",
    "arrow": "→",
    "names": "Anna Bell ",
    "praise": "so good ",
    "negated praise": "not never so good ",
    "turns": "good but bad ",
    "shouting": "VERY good! ",
    "pointers": "click here ",
    "joints": "and ",
    "timestamps": "1:23 ",
    "abbreviations": "Mr. ",
    "tags": "<b>",
    "character references": "&amp;",
    "lone surrogate": "\ud800",
    "null": "\x00",
    "Arabic ligature": "ﷺ",
    "letter that grows in small letters": "İ",
    "base64": "u=a1aHR0",
}
"""Name of a text -> what it repeats."""


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _numbered(form: str) -> Callable[[int], str]:
    """Pieces that all differ, by a number in letters."""

    def build(size: int) -> str:
        pieces, length = [], 0
        for number in count():
            pieces.append(form.format(_letters(number)))
            length += len(pieces[-1])
            if length >= size:
                break
        return "".join(pieces)[:size]

    return build


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _shuffled(form: str, words: int, lines: int) -> Callable[[int], str]:
    """Lines of ``form`` that hold ``words`` each of a vocabulary of so many ``lines``."""

    def build(size: int) -> str:
        chance = random.Random(1)
        stock = [_letters(1000 + number) for number in range(lines)]
        length = len(form) + words * len(f"{stock[0]} ")
        return "\n".join(
            form.format(" ".join(chance.sample(stock, words))) for _ in range(size // length)
        )

    return build


def _redirectors(size: int) -> str:
    """A redirector in a redirector, deeper than anybody follows."""
    url = "https://example.com/" + "a" * size
    for _ in range(7):
        url = f"https://www.google.com/url?q={quote(url, safe='')}"
    return url[:size]


PATTERNS: Final[dict[str, Callable[[int], str]]] = {
    **{name: _repeated(piece) for name, piece in _PIECES.items()},
    "words that all differ": _numbered("{} "),
    "sentences that all differ": _numbered("The {} of it. "),
    "hosts that all differ": _numbered("https://{}.com/ "),
    "parameters that all differ": _numbered("&{}=1"),
    "names that all differ": _numbered("Anna {0}x Bell {0}y "),
    "questions that all differ": _numbered("Why does the {} open so late? "),
    "questions that share their words": _shuffled("Why does the {}?", 10, 40),
    "remarks that share their words": _shuffled("The {}", 10, 4000),
    "names that share their words": _shuffled("A{}", 8, 60),
    "redirectors": _redirectors,
}
"""Name -> what builds the text of about so many characters."""


def parts_of(text: str, size: int = 80) -> list[str]:
    """The lines of ``text``, long ones in pieces of ``size``: comments or sentences."""
    lines = filter(None, text.split("\n"))
    return [line[i : i + size] for line in lines for i in range(0, len(line), size)]


def _labelled(text: str) -> str:
    """Each part of ``text`` before a link of its own."""
    parts = enumerate(parts_of(text, 230))
    return "".join(f"{part} https://a.com/{number}\n" for number, part in parts)


def _entities(text: str) -> list[Entity]:
    """A link at every twentieth character."""
    return [Entity(at, 4, f"https://a.com/{at}") for at in range(0, len(text), 20)]


def _digest(texts: list[str]) -> None:
    digest_page(Page(comments=tuple(map(Comment, texts))), Options())


def _discussed(text: str) -> None:
    """Comments under a summary of all that they say."""
    said = [Sentence(i, part) for i, part in enumerate(parts_of(text))]
    read_mood([Comment(part) for part in parts_of(text)], Video(said))


READERS: Final[dict[str, Callable[[str], object]]] = {
    "find_links": find_links,
    "find_links, a line each": lambda text: find_links("\n".join(parts_of(text))),
    "find_links, labels": lambda text: find_links(_labelled(text)),
    "find_links, entities": lambda text: find_links(text, _entities(text)),
    "clean_url": lambda text: clean_url(f"https://example.com/{text}"),
    "clean_url, the host": lambda text: clean_url(f"https://{text}"),
    "clean_url, a redirector": lambda text: clean_url(f"https://google.com/url?q=http://{text}"),
    "classify_comments, one": lambda text: classify_comments([text]),
    "classify_comments, many": lambda text: classify_comments(parts_of(text)),
    "classify_comments, long": lambda text: classify_comments(parts_of(text, 2000)),
    "rank_sentences, one": lambda text: rank_sentences([text, "A short one.", text[::-1]]),
    "rank_sentences, many": lambda text: rank_sentences(parts_of(text)),
    "digest of one comment": lambda text: _digest([text]),
    "digest of many comments": lambda text: _digest(parts_of(text)),
    "digest of long comments": lambda text: _digest(parts_of(text, 2000)),
    "comments on a summary": _discussed,
}
"""Name -> what reads the text."""


def measured(reader: Callable[[str], object], pattern: Callable[[int], str]) -> tuple[float, float]:
    """Seconds of CPU for the half and for the whole text."""
    return _seconds(reader, pattern(HALF)), _seconds(reader, pattern(2 * HALF))


def _seconds(reader: Callable[[str], object], text: str) -> float:
    """Seconds of CPU; infinite where it takes more than `PATIENCE`."""
    begin = time.process_time()
    signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        reader(text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begin


def _give_up(*_: object) -> None:
    raise TimeoutError


def is_steep(half: float, whole: float) -> bool:
    """Whether what took ``half`` seconds for the half took too many for the whole."""
    return whole > SLOW or (whole > NOTICED and whole > STEEP * half)


def _lines(names: list[str]) -> Iterator[str]:
    for name in names or PATTERNS:
        for reader, read in READERS.items():
            half, whole = measured(read, PATTERNS[name])
            mark = " STEEP" if is_steep(half, whole) else ""
            yield f"{name:<34} {reader:<26} {half:8.2f} {whole:8.2f}{mark}"


def main(names: list[str]) -> None:
    """Print a line for each text and reader."""
    for line in _lines(names):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

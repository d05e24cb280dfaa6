"""Punctuated text to sentences: Punkt's boundaries, and the full stops of other scripts.

Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

Span = tuple[int, int]
"""Begin and end in the text."""

PUNKT_NAMES = {
    "cs": "czech", "da": "danish", "nl": "dutch", "en": "english", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "it": "italian",
    "ml": "malayalam", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ru": "russian",
    "sl": "slovene", "es": "spanish", "sv": "swedish", "tr": "turkish",
}  # fmt: skip

LONGEST_ABBREVIATION = 20

# Full stops that Punkt does not know: Chinese and Japanese, Arabic, Urdu, Hindi, Burmese, Khmer,
# Armenian, Ethiopic.
_STOP = re.compile(r"[。！？｡؟۔।॥။។։።]+[\"'”’»」』）)\]]*")
# After "e.g." or "a.m." a small letter goes on with the sentence.
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[^\W\d_]\.){2,}$")


def cut_punctuated(text: str, language: str | None = None) -> Iterator[Span]:
    """The sentences of ``text`` that hold a letter or a digit, in order, without blanks around.

    White space in ``text`` is folded.
    """
    for begin, end in _joined(text, _by_punkt(text, language)):
        stops = [begin, *(stop.end() for stop in _STOP.finditer(text, begin, end)), end]
        for first, after in pairwise(stops):
            if any(map(str.isalnum, text[first:after])):
                yield first + text.startswith(" ", first), after


def _by_punkt(text: str, language: str | None) -> Iterator[Span]:
    import punkt

    name = PUNKT_NAMES.get(language or "", "english")
    yield from punkt.tokenizer_for(name).span_tokenize(text)


def _joined(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """``spans``, with those joined that an abbreviation has parted."""
    last: Span | None = None
    for begin, end in spans:
        if last and text[begin].islower() and _abbreviated(text, *last):
            last = last[0], end
            continue
        if last:
            yield last
        last = begin, end
    if last:
        yield last


def _abbreviated(text: str, begin: int, end: int) -> bool:
    """Whether an abbreviation ends ``text`` there; no more is read than one may be long."""
    return _ABBREVIATION.search(text, max(begin, end - LONGEST_ABBREVIATION), end) is not None

"""Punctuated text to sentences: Punkt's boundaries, and the full stops of other scripts.

Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.language_names import punkt_name
from summarizer.sentences.abbreviations import LONGEST, goes_on, may_end

Span = tuple[int, int]
"""Begin and end in the text."""

# Full stops that Punkt does not know: Chinese and Japanese, Arabic, Urdu, Hindi, Burmese, Khmer,
# Armenian, Ethiopic. In Japanese "to" or "tte" after a quote goes on with the sentence.
_STOP = re.compile(r"[。！？｡؟۔।॥။។։።]++(?![\"'”’»」』）)\]]+[とっ])[\"'”’»」』）)\]]*")
# Where a sentence may end though Punkt goes on: after dots, if a capital follows.
_DOTS = re.compile(r"[.…][\"'”’»)\]]* ")
_QUOTES = "\"'“”’»«"
NOUNS_LARGE = frozenset({"de", "lb"})
"""Languages in which a capital does not tell that a sentence begins."""


def cut_punctuated(text: str, language: str | None = None) -> Iterator[Span]:
    """The sentences of ``text`` that hold a letter or a digit, in order, without blanks around.

    White space in ``text`` is folded.
    """
    for begin, end in _joined(text, _by_punkt(text, language), language):
        for first, after in pairwise([begin, *_stops(text, begin, end, language), end]):
            if any(map(str.isalnum, text[first:after])):
                yield first + text.startswith(" ", first), after


def _by_punkt(text: str, language: str | None) -> Iterator[Span]:
    import punkt

    name = punkt_name(language) or "english"
    # A German quote closes with the mark that opens an English one.
    yield from punkt.tokenizer_for(name).span_tokenize(text.replace("“", '"'))


def _joined(text: str, spans: Iterator[Span], language: str | None) -> Iterator[Span]:
    """``spans``, with those joined that are one sentence."""
    last: Span | None = None
    for begin, end in spans:
        if last and _goes_on(text, last, begin, language):
            last = last[0], end
            continue
        if last:
            yield last
        last = begin, end
    if last:
        yield last


def _goes_on(text: str, span: Span, following: int, language: str | None) -> bool:
    """Whether the sentence in ``span`` goes on at ``following``."""
    begin, end = span
    if text[end - 1] == ".":
        return goes_on(text[max(begin, end - LONGEST) : end - 1], text[following], language)
    return text[end - 1] in _QUOTES and text[following].islower()


def _stops(text: str, begin: int, end: int, language: str | None) -> list[int]:
    """Where a sentence ends inside of what Punkt takes for one."""
    ends = [stop.end() for stop in _STOP.finditer(text, begin, end)]
    if language not in NOUNS_LARGE:
        found = _DOTS.finditer(text, begin, end - 1)
        ends += [dots.end() - 1 for dots in found if _may_end(text, begin, dots, language)]
    return sorted(ends)


def _may_end(text: str, begin: int, dots: re.Match[str], language: str | None) -> bool:
    """Whether the sentence from ``begin`` may end with ``dots``, by what stands around them."""
    if not text[dots.end()].isupper():
        return False
    before = text[max(begin, dots.start() - LONGEST) : dots.start()]
    return text[dots.start()] == "…" or before.endswith("..") or may_end(before, language)

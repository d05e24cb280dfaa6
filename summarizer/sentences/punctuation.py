"""Punctuated text to sentences: Punkt's boundaries, and the full stops of other scripts.

Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from summarizer.language_names import punkt_name
from summarizer.sentences.abbreviations import LONGEST, goes_on, may_end, names_go_on

if TYPE_CHECKING:
    from punkt import PunktSentenceTokenizer

Span = tuple[int, int]
"""Begin and end in the text."""

# Full stops that Punkt does not know: Chinese and Japanese, Arabic, Urdu, Hindi, Burmese, Khmer,
# Armenian, Ethiopic. In Japanese "to" or "tte" after a quote goes on with the sentence.
_STOP = re.compile(r"[。！？｡؟۔।॥။។։።]++(?![\"'”’»」』）)\]]+[とっ])[\"'”’»」』）)\]]*")
# Where a sentence may end though Punkt goes on: after dots, if a capital follows.
_DOTS = re.compile(r"[.…][\"'”’»)\]]* ")
_QUOTES = "\"'“”’»«"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
MOST_STOPS = 30_000
"""Full stops of a page that Punkt looks at, which takes time: as many as forty hours of speech."""
NOUNS_LARGE = frozenset({"de", "lb"})
"""Languages in which a capital does not tell that a sentence begins."""


def cut_punctuated(
    text: str, language: str | None = None, most: int = MOST_STOPS
) -> Iterator[Span]:
    """The sentences of ``text`` that hold a letter or a digit, in order, without blanks around.

    White space in ``text`` is folded. What stands after ``most`` full stops is one sentence.
    """
    for begin, end in _joined(text, _by_punkt(text, language, most), language):
        for first, after in pairwise([begin, *_stops(text, begin, end, language), end]):
            if any(map(str.isalnum, text[first:after])):
                yield first + text.startswith(" ", first), after


def count_stops(text: str) -> int:
    """How many marks of ``text`` end a sentence in most languages."""
    return sum(map(text.count, ".?!"))


def _by_punkt(text: str, language: str | None, most: int) -> Iterator[Span]:
    read = text if count_stops(text) <= most else text[: _end_of_word(text, most)]
    tokenizer = _tokenizer(punkt_name(language) or "english")
    if any(end in read for end in tokenizer.rules.sent_end_chars):
        # A German quote closes with the mark that opens an English one.
        yield from tokenizer.span_tokenize(read.replace("“", '"'))
    elif read:
        yield 0, len(read)
    if len(read) < len(text):
        yield len(read), len(text)


def _end_of_word(text: str, stops: int) -> int:
    """Where the word that holds the last of so many ``stops`` of ``text`` ends."""
    if not stops:
        return 0
    last = next(islice(re.finditer("[.?!]", text), stops - 1, None))
    end = text.find(" ", last.start())
    return end if end >= 0 else len(text)


@lru_cache(maxsize=4)
def _tokenizer(name: str) -> PunktSentenceTokenizer:
    import punkt

    return punkt.tokenizer_for(name)


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
        before = text[max(begin, end - LONGEST) : end - 1]
        word = _WORD.match(text, following)
        return goes_on(before, text[following], language) or bool(
            word and text[following].isupper() and names_go_on(before, word[0], language)
        )
    return text[end - 1] in _QUOTES and text[following].islower()


def _stops(text: str, begin: int, end: int, language: str | None) -> list[int]:
    """Where a sentence ends inside of what Punkt takes for one."""
    ends = [stop.end() for stop in _STOP.finditer(text, begin, end)]
    if language not in NOUNS_LARGE:
        found = islice(_DOTS.finditer(text, begin, end - 1), MOST_STOPS)
        ends += [dots.end() - 1 for dots in found if _may_end(text, begin, dots, language)]
    return sorted(ends)


def _may_end(text: str, begin: int, dots: re.Match[str], language: str | None) -> bool:
    """Whether the sentence from ``begin`` may end with ``dots``, by what stands around them."""
    if not text[dots.end()].isupper():
        return False
    before = text[max(begin, dots.start() - LONGEST) : dots.start()]
    return text[dots.start()] == "…" or before.endswith("..") or may_end(before, language)

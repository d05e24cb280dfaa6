"""The first prose of a description: what the publisher says of the video, without its promotion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from summarizer.choice.phrases import is_aside, leads_on
from summarizer.model import Cue
from summarizer.rank.tokens import is_single, words_of
from summarizer.sentences import split_sentences

MOST_SENTENCES, MOST_CHARACTERS = 3, 400
LEAST_WORDS, LEAST_CHARACTERS = 4, 8
"""A sentence of fewer words, or characters in a script without blanks, is a label."""
WRAPPED = 50
"""Characters from which on a line may have been broken for its length."""
LISTED = 3
"""Lines in a row that make a list: ingredients, steps, tracks."""
READ = 5000
"""Characters of a description in which its first prose stands."""

# An address, a handle, a tag, a time, a bullet or a picture, a label, a copyright line, and what
# leads to an address on the next line.
_NOT_PROSE = re.compile(
    r"https?:|www\.|\w\.(?:com|org|net|ly|me|be|tv|gg)\b|\w@\w|(?<!\w)[@#]\w|^\W{0,3}\d{1,2}:\d\d"
    r"|^\s*[-•*►▶→➤✓|–—\u2600-\u27bf\U0001f000-\U0001faff]|^[^.!?。]{0,40}:(?:\s|$)|^\W*[©®]|[:：]$",
    re.IGNORECASE,
)

_ENDED = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]]*$")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")


def lead_of(description: str, language: str | None = None) -> tuple[str, ...]:
    """The first sentences of prose of ``description``, word for word; () where it has none."""
    chosen: list[str] = []
    for text in _prose(description[:READ], language):
        room = MOST_CHARACTERS - sum(map(len, chosen))
        if len(chosen) == MOST_SENTENCES or len(text) > room:
            break
        chosen.append(text)
    return tuple(chosen)


def _prose(description: str, language: str | None) -> Iterator[str]:
    """Sentences of the first lines of prose that stand together."""
    found = False
    lines = _unwrapped(description)
    for line, hemmed, listed in zip(lines, _hemmed(lines), _listed(lines), strict=True):
        sentences = [] if hemmed or listed else list(_sentences(line, language))
        if sentences:
            yield from sentences
        elif found and line.strip():
            return
        found = found or bool(sentences)


def _unwrapped(description: str) -> list[str]:
    """The lines, those joined again that were broken for their length inside a sentence."""
    lines: list[str] = []
    for line in description.splitlines():
        above = lines[-1] if lines else ""
        if line[:1].islower() and len(above) >= WRAPPED and above[-1].isalpha():
            lines[-1] = f"{above} {line}"
        else:
            lines.append(line)
    return lines


def _hemmed(lines: Sequence[str]) -> list[bool]:
    """Whether each line stands between two with an address: then it belongs to their list."""
    linked = [False, *("http" in line or "www." in line for line in lines), False]
    return [above and below for above, below in zip(linked, linked[2:], strict=False)]


def _listed(lines: Sequence[str]) -> Iterator[bool]:
    """Whether each line is an item of a list: several short ones in a row, none a sentence."""
    for is_item, run in groupby(map(_is_item, lines)):
        number = len(list(run))
        yield from [is_item and number >= LISTED] * number


def _is_item(line: str) -> bool:
    line = line.strip()
    return bool(_NUMBERED.match(line)) or (0 < len(line) < WRAPPED and not _ENDED.search(line))


def _sentences(line: str, language: str | None) -> Iterator[str]:
    """The prose of a line up to the first sentence that is none."""
    for sentence in split_sentences([Cue(line)], language):
        text = sentence.text
        if _NOT_PROSE.search(text) or is_aside(text) or leads_on(text) or not _says(text):
            return
        yield text


def _says(text: str) -> bool:
    """Whether ``text`` is long enough, and not shouted."""
    words = words_of(text)
    singles = sum(map(is_single, words)) > len(words) / 2
    return len(words) >= (LEAST_CHARACTERS if singles else LEAST_WORDS) and not text.isupper()

"""What commenters ask most: questions that share their words count as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from summarizer.data import rows
from summarizer.model import Quote
from summarizer.mood.quotes import distinct, quote
from summarizer.mood.voices import LONGEST_QUOTE, Voice

SHOWN = 3
_MARKS = ("?", "？", "؟", ";?")
_AFTER = " )!.…\"'”"
_SENTENCE_END = re.compile(r"[.!?？؟。！](?:\s|$)|[。！？]")
_SAME = 2
"""Telling words that two questions share when they ask the same."""


def asked_most(voices: Sequence[Voice]) -> tuple[Quote, ...]:
    """Up to `SHOWN` questions, the one asked by most people first, then by likes.

    What has the words and the mark of a question comes before what has only one of them.
    """
    asked = {id(voice): _asks(voice) for voice in voices if len(voice.text) <= LONGEST_QUOTE}
    questions = [voice for voice in voices if asked.get(id(voice)) and voice.quotable]
    again = _asked_again(questions)
    ranked = sorted(
        questions,
        key=lambda v: (-asked[id(v)], -again[id(v)], -v.likes, len(v.text), v.text),
    )
    return tuple(quote(voice) for voice in distinct(ranked, SHOWN))


def _asks(voice: Voice) -> int:
    """2 for the words and the mark of a question, 1 for one of them, 0 for no question."""
    marked = voice.text.rstrip(_AFTER).endswith(_MARKS)
    if not marked and not _patterns()["open"].match(voice.text):
        return 0
    text = voice.text.casefold().replace("’", "'")
    if _matches("roll", text):
        return 0
    if not marked:
        return 1
    last = _SENTENCE_END.split(text.rstrip("".join(_MARKS) + _AFTER))[-1].strip()
    if voice.language not in {None, *_patterns()} or _matches(voice.language or "en", last):
        return 2
    return 0 if voice.language == "en" else 1


def _matches(key: str, text: str) -> bool:
    return _patterns()[key].search(text) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Language, or kind of question -> how it sounds."""
    return {key: re.compile(pattern, re.IGNORECASE) for key, pattern in rows("questions")}


def _asked_again(questions: Sequence[Voice]) -> dict[int, int]:
    """How many other questions share `_SAME` words with each."""
    with_word: dict[str, set[int]] = defaultdict(set)
    for place, voice in enumerate(questions):
        for key in voice.keys:
            with_word[key].add(place)
    return {id(voice): _sharing(voice, with_word) for voice in questions}


def _sharing(voice: Voice, with_word: dict[str, set[int]]) -> int:
    shared: dict[int, int] = defaultdict(int)
    for key in voice.keys:
        for place in with_word[key]:
            shared[place] += 1
    return max(sum(count >= _SAME for count in shared.values()) - 1, 0)

"""What commenters ask most: questions that share their words count as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarizer.model import Quote
from summarizer.mood.quotes import distinct, quote
from summarizer.mood.voices import Voice

SHOWN = 3
_MARKS = ("?", "？", "؟", ";?")
_FEWEST_WORDS = 2
_SAME = 2
"""Telling words that two questions share when they ask the same."""


def asked_most(voices: Sequence[Voice]) -> tuple[Quote, ...]:
    """Up to `SHOWN` questions, the one asked by most people first, then by likes."""
    questions = [voice for voice in voices if _asks(voice)]
    again = _asked_again(questions)
    ranked = sorted(questions, key=lambda v: (-again[id(v)], -v.likes, len(v.text), v.text))
    return tuple(quote(voice) for voice in distinct(ranked, SHOWN))


def _asks(voice: Voice) -> bool:
    ends = voice.text.rstrip(" )!.…\"'”").endswith(_MARKS)
    return ends and voice.quotable and len(voice.keys) >= _FEWEST_WORDS


def _asked_again(questions: Sequence[Voice]) -> dict[int, int]:
    """How many other questions share `_SAME` words with each."""
    with_word: dict[str, set[int]] = defaultdict(set)
    for place, voice in enumerate(questions):
        for key in voice.keys:
            with_word[key].add(place)
    return {id(voice): _sharing(voice, with_word) - 1 for voice in questions}


def _sharing(voice: Voice, with_word: dict[str, set[int]]) -> int:
    shared: dict[int, int] = defaultdict(int)
    for key in voice.keys:
        for place in with_word[key]:
            shared[place] += 1
    return sum(count >= _SAME for count in shared.values())

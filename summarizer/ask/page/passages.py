"""Sentences that answer as passages, each with the sentences that it needs beside it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.ask.answers import Answer, Passage
from summarizer.ask.page.context import Context
from summarizer.model import Sentence

APART = 2
"""Sentences between two passages that stay two."""


def passages_of(
    sentences: Sequence[Sentence],
    found: Sequence[Answer],
    context: Context,
    *,
    in_order: bool = False,
) -> tuple[Passage, ...]:
    """The answers as passages, as they come or ``in_order`` of the text; nothing stands twice.

    An answer that stands in the passage of a better one is no passage of its own.
    """
    shown: set[int] = set()
    ranges: dict[Answer, range] = {}
    for answer in found:
        if answer.index not in shown:
            ranges[answer] = _free(answer.index, context, shown)
            shown.update(ranges[answer])
    joined = _joined(ranges)
    best_first = sorted(joined, key=list(ranges).index)
    wanted = sorted(joined, key=lambda answer: answer.index) if in_order else best_first
    return tuple(_passage(sentences, answer, joined[answer]) for answer in wanted)


def _joined(ranges: dict[Answer, range]) -> dict[Answer, range]:
    """Passages of which hardly a sentence parts one from the next are one, of the better answer."""
    joined: dict[Answer, range] = {}
    last: Answer | None = None
    for answer, own in sorted(ranges.items(), key=lambda item: item[1].start):
        if last and own.start - joined[last].stop < APART:
            whole = range(joined.pop(last).start, own.stop)
            last = max(last, answer, key=lambda one: one.score)
            joined[last] = whole
        else:
            last = answer
            joined[last] = own
    return joined


def _free(index: int, context: Context, shown: set[int]) -> range:
    """The sentences of the passage around number ``index``, up to those already ``shown``."""
    first = context.first(index)
    last = context.last(index, first)
    before = [i for i in range(first, index) if i in shown]
    after = [i for i in range(index + 1, last + 1) if i in shown]
    return range(max(before, default=first - 1) + 1, min(after, default=last + 1))


def _passage(sentences: Sequence[Sentence], answer: Answer, own: range) -> Passage:
    sentence = sentences[answer.index]
    return Passage(
        sentence.text,
        sentences[own.start].start,
        answer.score,
        tuple(sentences[own.start : answer.index]),
        tuple(sentences[answer.index + 1 : own.stop]),
        sentence.speaker,
        sentence.chapter,
    )

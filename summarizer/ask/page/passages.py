"""Sentences that answer as passages, each with the sentence that it leans on or that replies."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.ask.answers import Answer, Passage
from summarizer.choice.phrases import Kind, asks, kinds_of
from summarizer.model import Sentence


def passages_of(
    sentences: Sequence[Sentence], found: Sequence[Answer], language: str | None
) -> tuple[Passage, ...]:
    """The answers as passages; no sentence is shown twice."""
    shown = {answer.index for answer in found}
    passages: list[Passage] = []
    for answer in found:
        around = _around(sentences, answer.index, language)
        before, after = (i if i not in shown else None for i in around)
        shown |= {i for i in (before, after) if i is not None}
        passages.append(_passage(sentences, answer, before, after))
    return tuple(passages)


def _around(
    sentences: Sequence[Sentence], index: int, language: str | None
) -> tuple[int | None, int | None]:
    """The sentence that number ``index`` leans on, and the one that replies to it."""
    text = sentences[index].text
    leans = index > 0 and kinds_of([text], language)[0] in {Kind.REFERS, Kind.FRAGMENT}
    replied = index + 1 < len(sentences) and asks(text)
    return index - 1 if leans else None, index + 1 if replied else None


def _passage(
    sentences: Sequence[Sentence], answer: Answer, before: int | None, after: int | None
) -> Passage:
    sentence = sentences[answer.index]
    first = sentence if before is None else sentences[before]
    return Passage(
        sentence.text,
        first.start,
        answer.score,
        "" if before is None else first.text,
        "" if after is None else sentences[after].text,
        sentence.speaker,
        sentence.chapter,
    )

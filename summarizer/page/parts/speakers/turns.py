"""The texts of a transcript cut where somebody else begins to speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from summarizer.page.parts.speakers.evidence import sure_names
from summarizer.page.parts.speakers.labels import MAY_NAME, Label, Place, find_labels
from summarizer.page.parts.speakers.people import people_of
from summarizer.page.parts.speakers.shapes import NAMES, fold
from summarizer.page.parts.speakers.verdicts import Sure, Verdict, judge
from summarizer.sentences.bare import lacks_stops

MOST_LABELS = 10_000
"""Labels of a page, and texts that may have some, that are looked at: a day's talk has fewer."""

_MARK = re.compile(r"(?:^|(?<=\s))>{2,3}\s?")


class Part(NamedTuple):
    """Words of one speaker without the label: ``name`` is None where none is given.

    ``goes_on``: the speaker is the one before.
    """

    text: str
    name: str | None = None
    goes_on: bool = True
    start: float | None = None


def cut_turns(texts: Sequence[str], about: str = "") -> list[tuple[Part, ...]] | None:
    """Each of ``texts``, all of a transcript, in turns; None where nobody is named.

    Words may be missing where a label ends a text. ``about`` is what else the page says: its title
    and description.
    """
    if not MAY_NAME.search("".join(texts)):
        return None
    labels = list(_labels(texts))
    if not any(label.shape in NAMES for some in labels for label in some):
        return None
    if not lacks_stops(texts):
        labels = list(_in_context(labels, texts))
    sure = sure_names(labels, people_of(texts, about), "\n".join(texts))
    if not sure.names:
        return None
    return [tuple(_parts(text, some, sure)) for text, some in zip(texts, labels, strict=True)]


def _labels(texts: Sequence[str]) -> Iterator[list[Label]]:
    """The labels of each of ``texts``; after `MOST_LABELS` no more are looked for."""
    left = MOST_LABELS
    for text in texts:
        found = [*islice(find_labels(text), left)] if left and MAY_NAME.search(text) else None
        left -= 0 if found is None else max(1, len(found))
        yield found or []


def _in_context(labels: Sequence[list[Label]], texts: Sequence[str]) -> Iterator[list[Label]]:
    """``labels``, those that a sentence goes on with across two texts as such."""
    before = ""
    for some, text in zip(labels, texts, strict=True):
        goes_on = before[-1:].isalnum() or before.endswith(",")
        if goes_on and some and some[0].place is Place.LINE and not some[0].opens:
            behind = fold(before.rsplit(maxsplit=1)[-1])
            yield [some[0]._replace(place=Place.INSIDE, behind=behind), *some[1:]]
        else:
            yield some
        before = text.rstrip() or before


def _parts(text: str, labels: Sequence[Label], sure: Sure) -> Iterator[Part]:
    part, at = Part(""), 0
    for label in labels:
        verdict = judge(label, sure)
        if verdict is Verdict.NOTHING:
            continue
        if words := text[at : label.begin].strip():
            yield from _at_marks(part._replace(text=words))
        is_named = verdict is Verdict.NAMES
        part = Part("", label.name if is_named else None, goes_on=False, start=label.start)
        at = label.end if is_named else label.begin
    yield from _at_marks(part._replace(text=text[at:].strip()))


def _at_marks(part: Part) -> Iterator[Part]:
    """``part``, and what is said behind turn marks in it, by nobody that is named."""
    first, *rest = _MARK.split(part.text)
    if first.strip() or not rest:
        yield part._replace(text=first.strip())
    yield from (Part(text.strip(), goes_on=False) for text in rest)

"""The texts of a transcript cut where somebody else begins to speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from summarizer.page.parts.speakers.labels import Label, find_labels
from summarizer.page.parts.speakers.people import people_of
from summarizer.page.parts.speakers.verdicts import Sure, Verdict, judge, sure_names


class Part(NamedTuple):
    """Words of one speaker without the label: ``name`` is None where none is given.

    ``goes_on``: the speaker is the one before.
    """

    text: str
    name: str | None = None
    goes_on: bool = True
    start: float | None = None


Cutter = Callable[[str], Sequence[Part]]
"""What cuts a text into turns; words may be missing where a label ends it."""


def turn_cutter(texts: Sequence[str], about: str = "") -> Cutter | None:
    """What cuts one of ``texts``, all of a transcript, into turns; None where nobody is named.

    ``about`` is what else the page says: its title and description.
    """
    labels = [find_labels(text) for text in texts]
    if not any(labels):
        return None
    sure = sure_names(labels, people_of(texts, about))
    known = dict(zip(texts, labels, strict=True))
    return (lambda text: tuple(_parts(text, known[text], sure))) if sure.names else None


def _parts(text: str, labels: Sequence[Label], sure: Sure) -> Iterator[Part]:
    open_part, at = Part(""), 0
    for label in labels:
        following = text[label.end :].lstrip("\"'“‘«„([¿¡*_ ")
        verdict = judge(label, sure, following)
        if verdict is Verdict.NOTHING:
            continue
        if words := text[at : label.begin].strip():
            yield open_part._replace(text=words)
        is_named = verdict is Verdict.NAMES
        open_part = Part("", label.name if is_named else None, goes_on=False, start=label.start)
        at = label.end if is_named else label.begin
    yield open_part._replace(text=text[at:].strip())

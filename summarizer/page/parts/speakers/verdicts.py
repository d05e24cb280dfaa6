"""What a label does where it stands: names who speaks, leaves it open, or is said like the rest."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from summarizer.page.parts.speakers.labels import Label, Place, Written
from summarizer.page.parts.speakers.shapes import NAMES, Shape
from summarizer.sentences.sounds import is_sound_word


class Verdict(Enum):
    """What a label does."""

    NAMES = auto()
    """It says who speaks from here on."""
    INTERRUPTS = auto()
    """Somebody else may speak from here on: who is not known."""
    NOTHING = auto()
    """It is said like all other words."""


class Sure(NamedTuple):
    """The keys of the names that are sure; ``brackets``: some stand so, without a colon."""

    names: frozenset[str] = frozenset()
    brackets: bool = False


def judge(label: Label, sure: Sure) -> Verdict:
    """What ``label`` does in a transcript whose ``sure`` names are known."""
    if not sure.names or label.shape is Shape.HEADING:
        return Verdict.NOTHING
    is_sure = label.key in sure.names
    if label.place is Place.INSIDE:
        begins = label.opens or label.shape is Shape.CAPITALS
        return Verdict.NAMES if is_sure and begins and not label.is_told else Verdict.NOTHING
    if is_sure:
        return Verdict.NAMES
    return Verdict.INTERRUPTS if _may_name(label, sure) else Verdict.NOTHING


def _may_name(label: Label, sure: Sure) -> bool:
    """Whether a label that is not sure may still name who speaks."""
    if label.written is Written.BRACKETS:
        is_cased = label.shape in NAMES - {Shape.UNCASED}
        return sure.brackets and is_cased and not any(map(is_sound_word, label.key.split()))
    if label.written is Written.ABOVE:
        return False
    return label.place is Place.LINE or label.shape is not Shape.PHRASE

"""Which labels of a transcript name who speaks, told by all of them together.

A name is sure where its form leaves no doubt ("Speaker 1"), where it returns among others that do,
or where somebody introduces it. Where some names are sure, what looks like another one is in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from summarizer.page.parts.speakers.labels import Label, Place, Written
from summarizer.page.parts.speakers.shapes import NAMES, Shape, fold, speaker_words
from summarizer.sentences.sounds import is_sound_word

_FEWEST = 3
_TURNS = 12
"""Texts for each one that begins with a name, at most."""
_LAID_OUT = 0.6
"""Share of texts that begin with a label, from which on each that does is a turn."""
_PROPER = frozenset({Shape.CAPITALS, Shape.FULL, Shape.ROLE})


class Verdict(Enum):
    """What a label does."""

    NAMES = auto()
    """It says who speaks from here on."""
    INTERRUPTS = auto()
    """Somebody else may speak from here on: who is not known."""
    NOTHING = auto()
    """It is said like all other words."""


class Sure(NamedTuple):
    """The names that are sure, folded; ``brackets``: some stand in brackets without a colon."""

    names: frozenset[str] = frozenset()
    brackets: bool = False


class People(NamedTuple):
    """Names that a page gives in other places: of people introduced, and of whatever has names."""

    introduced: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()


def names_return(names: Sequence[str], fewest: float) -> bool:
    """Whether there are enough names, and few different ones: people, not labels."""
    return len(names) >= max(_FEWEST, fewest) and 2 * len(set(names)) <= len(names) + 1


def sure_names(labels: Sequence[Sequence[Label]], people: People) -> Sure:
    """The names of those who speak in a transcript, by the labels of each of its texts."""
    named = [label for some in labels for label in some if _is_called(label)]
    counts = Counter(key_of(label) for label in named if not _is_told(label))
    keys = {key_of(label) for label in named if label.place < Place.INSIDE}
    sure = {key_of(label) for label in named if _shows_itself(label, counts)}
    sure |= _in_capitals(named, counts, len(labels)) | _returning(named, counts, len(labels))
    sure |= _laid_out(labels) | (keys & people.introduced)
    known = keys & people.mentioned
    if len(known) > 1 and any(counts[key] > 1 for key in known):
        sure |= known
    sure |= _above(labels)
    roles = {key_of(label) for label in named if label.shape is Shape.ROLE}
    if sure or len(roles) > 1 or any(counts[role] > 1 for role in roles):
        sure |= roles
    brackets = _in_brackets(labels, sure | people.introduced)
    sure |= brackets
    return Sure(frozenset(sure | _parts_of_names(keys, sure)), bool(brackets))


def judge(label: Label, sure: Sure, following: str) -> Verdict:
    """What ``label`` does before the words ``following``."""
    if not sure.names or label.shape is Shape.HEADING:
        return Verdict.NOTHING
    if label.place is Place.INSIDE:
        return Verdict.NAMES if _is_turn(label, sure, following) else Verdict.NOTHING
    if key_of(label) in sure.names:
        return Verdict.NAMES
    return Verdict.INTERRUPTS if _may_name(label, sure) else Verdict.NOTHING


def key_of(label: Label) -> str:
    """The name as it is compared."""
    return " ".join(map(fold, label.words))


def _is_called(label: Label) -> bool:
    """Whether it is a name before a colon."""
    return label.shape in NAMES and label.written is Written.COLON


def _may_name(label: Label, sure: Sure) -> bool:
    """Whether a label that is not sure may still name who speaks."""
    if label.written is Written.BRACKETS:
        is_cased = label.shape in NAMES - {Shape.UNCASED}
        return sure.brackets and is_cased and not any(map(_is_sound, label.words))
    if label.written is Written.ABOVE:
        return False
    return label.place is Place.LINE or label.shape is not Shape.PHRASE


def _is_turn(label: Label, sure: Sure, following: str) -> bool:
    """Whether a name inside a sentence begins a turn: sure, and a sentence behind it."""
    if _is_told(label) or key_of(label) not in sure.names or not following:
        return False
    return label.shape is Shape.CAPITALS or not following[0].islower()


def _is_told(label: Label) -> bool:
    """Whether a name inside a sentence is spoken of: "I told Anna: go"."""
    return label.place is Place.INSIDE and label.behind in speaker_words("before a quote")


def _shows_itself(label: Label, counts: Counter[str]) -> bool:
    """Whether a label leaves no doubt by its form."""
    if label.place is Place.INSIDE:
        return False
    if label.shape is Shape.NUMBERED or fold(label.words[0]) in speaker_words("person"):
        return True
    return label.marked and (label.shape in _PROPER or counts[key_of(label)] > 1)


def _in_capitals(named: Sequence[Label], counts: Counter[str], texts: int) -> set[str]:
    """The names in capitals, where these are a habit."""
    capitals = (label for label in named if label.shape is Shape.CAPITALS)
    keys = {key_of(label) for label in capitals if label.place < Place.INSIDE}
    often = len(keys) > 1 and _TURNS * sum(counts[key] for key in keys) >= texts
    return keys if often or any(counts[key] > 1 for key in keys) else set()


def _returning(named: Sequence[Label], counts: Counter[str], texts: int) -> set[str]:
    """The names that are said again, where at least two are, and often enough."""
    heads = {key_of(label): label.shape for label in named if label.place < Place.INSIDE}
    again = {key for key in heads if counts[key] > 1}
    often = sum(counts[key] for key in again) >= max(_FEWEST, texts / _TURNS)
    if len(again) > 1 and often:
        return again
    full = {key for key, shape in heads.items() if shape is Shape.FULL}
    return again & full if len(full) > 1 else set()


def _laid_out(labels: Sequence[Sequence[Label]]) -> set[str]:
    """The names at the beginnings of texts, where nearly all texts begin with one that returns."""
    first = [some[0] for some in labels if some and some[0].place is Place.LINE]
    names = [key_of(label) for label in first if _is_called(label)]
    is_layout = len(names) >= _LAID_OUT * len(labels) and names_return(names, _FEWEST)
    return set(names) if is_layout else set()


def _above(labels: Sequence[Sequence[Label]]) -> set[str]:
    """The names on lines of their own above the words of a cue."""
    names = [key_of(some[0]) for some in labels if some and some[0].written is Written.ABOVE]
    return set(names) if names_return(names, len(labels) / _TURNS) else set()


def _in_brackets(labels: Sequence[Sequence[Label]], known: set[str] | frozenset[str]) -> set[str]:
    """The names in brackets: known ones, roles, or two that return and are no sounds."""
    first = (some[0] for some in labels if some and some[0].written is Written.BRACKETS)
    bare = [label for label in first if label.shape in NAMES]
    counts = Counter(key_of(label) for label in bare)
    certain = {key_of(x) for x in bare if x.shape is Shape.NUMBERED or key_of(x) in known}
    roles = {key_of(label) for label in bare if label.shape is Shape.ROLE}
    again = {key_of(x) for x in bare if counts[key_of(x)] > 1 and not any(map(_is_sound, x.words))}
    if len(again) > 1 and _TURNS * sum(counts[key] for key in again) >= len(labels):
        certain |= again
    return certain | roles if certain or len(roles) > 1 else certain


def _is_sound(word: str) -> bool:
    """Whether a word in brackets may be a sound that the table lacks: "Humming"."""
    folded = fold(word)
    return is_sound_word(folded) or folded.endswith("ing")


def _parts_of_names(keys: set[str], sure: set[str]) -> set[str]:
    """The ``keys`` that are one word of a sure name, or have a sure name as one word."""
    ends = {part for name in sure for part in _ends(name)}
    return {key for key in keys if key in ends or not sure.isdisjoint(_ends(key))}


def _ends(name: str) -> Sequence[str]:
    """The first and the last word of a name of several."""
    words = [word for word in name.split() if word not in speaker_words("title")]
    return (words[0], words[-1]) if words and " " in name else ()

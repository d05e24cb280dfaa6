"""Which names of a transcript are surely those of who speaks, told by all its labels together.

A name is sure where its form leaves no doubt ("Speaker 1"), where it returns among others that do,
or where somebody introduces it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.page.parts.speakers.labels import Label, Place, Written
from summarizer.page.parts.speakers.shapes import (
    NAMES,
    STOPS,
    Shape,
    is_addressed,
    speaker_words,
)
from summarizer.page.parts.speakers.verdicts import Sure
from summarizer.sentences.sounds import is_sound_word

_FEWEST = 3
_TURNS = 12
"""Texts for each one that begins with a name, at most."""
_LAID_OUT = 0.75
"""Share of lines that begin with a label, from which on each that does is a turn."""
_FEWEST_ONCE, _ALL, _SPOKEN = 4, 0.9, 0.5
"""Turns of people who speak once each, share of lines that are such, of those that are spoken."""

_SHOUTED = 0.7
"""Share of capitals among the letters of a transcript that is all in capitals."""
_INITIALS = 3
"""Letters of a person's initials at most."""

_PROPER = frozenset({Shape.CAPITALS, Shape.FULL, Shape.ROLE})
_MANNERS = ("ing", "ly")
"""How words end that say in brackets how something is said: "Humming", "Quietly"."""


class People(NamedTuple):
    """Names that a page gives in other places: of people introduced, and of whatever has names."""

    introduced: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()


class _Named(NamedTuple):
    """The labels before a colon that may be names, and how often each begins a turn."""

    labels: Sequence[Label]
    counts: Counter[str]
    texts: int
    lines: int

    def keys(self, *shapes: Shape) -> set[str]:
        """The names of ``shapes`` that stand where a turn may begin."""
        return {x.key for x in self.labels if x.place < Place.INSIDE and x.shape in shapes}

    def returning(self, keys: Iterable[str]) -> set[str]:
        """Those of ``keys`` that are said again."""
        return {key for key in keys if self.counts[key] > 1}

    def is_often(self, keys: Iterable[str]) -> bool:
        """Whether the ``keys`` begin enough of the texts."""
        return _TURNS * sum(self.counts[key] for key in keys) >= self.texts


def names_return(names: Sequence[str], fewest: float) -> bool:
    """Whether there are enough names, and few different ones: people, not labels."""
    return len(names) >= max(_FEWEST, fewest) and 2 * len(set(names)) <= len(names) + 1


def sure_names(labels: Sequence[Sequence[Label]], people: People, text: str) -> Sure:
    """The names of those who speak in a transcript, by the ``labels`` of each of its texts.

    ``text`` is all of them, a line each at least.
    """
    named = _named(labels, text.count("\n") + 1)
    keys = named.keys(*NAMES)
    sure = {label.key for label in named.labels if _shows_itself(label, named)}
    sure |= _returning(named) | _laid_out(named) | _above(labels) | _said_once(named, text)
    sure |= _in_capitals(named) | _glued(named) if not _is_shouted(text) else set()
    sure |= (keys & people.introduced) | _mentioned(named, keys & people.mentioned)
    roles = named.keys(Shape.ROLE)
    if sure or len(roles) > 1 or named.returning(roles):
        sure |= roles
    brackets = _in_brackets(labels, sure | people.introduced)
    sure |= brackets
    return Sure(frozenset(sure | _parts_of_names(keys, sure)), bool(brackets))


def _named(labels: Sequence[Sequence[Label]], lines: int) -> _Named:
    called = [x for some in labels for x in some if _is_called(x)]
    capitals = (Shape.CAPITALS, Shape.NUMBERED, Shape.ROLE)
    turns = (x.key for x in called if not x.is_told and (x.opens or x.shape in capitals))
    return _Named(called, Counter(turns), len(labels), lines)


def _is_shouted(text: str) -> bool:
    """Whether all is in capitals, so that these say nothing."""
    large = sum(map(str.isupper, text))
    return large > _SHOUTED * (large + sum(map(str.islower, text)))


def _is_called(label: Label) -> bool:
    """Whether it is a name before a colon."""
    return label.shape in NAMES and label.written is Written.COLON


def _shows_itself(label: Label, named: _Named) -> bool:
    """Whether a label leaves no doubt by its form."""
    if label.place is Place.INSIDE:
        return False
    if label.shape is Shape.NUMBERED or label.key.split()[0] in speaker_words("person"):
        return True
    return label.marked and (label.shape in _PROPER or named.counts[label.key] > 1)


def _in_capitals(named: _Named) -> set[str]:
    """The names in capitals, where these are a habit; one said once opens as a sentence does."""
    heads = [x for x in named.labels if x.place < Place.INSIDE and x.name.upper() == x.name]
    keys = {x.key for x in heads if x.shape in _PROPER and (x.opens or named.counts[x.key] > 1)}
    often = len(keys) > 1 and named.is_often(keys)
    return keys if often or named.returning(keys) else set()


def _glued(named: _Named) -> set[str]:
    """The initials that stand right behind a sentence, where two people's do, be it once each.

    "PS:" and its like may stand so too, but of those no other is on the same page.
    """
    heads = (x for x in named.labels if x.place is Place.GLUED and x.shape is Shape.CAPITALS)
    keys = {x.key for x in heads if x.opens and len(x.key) <= _INITIALS and x.key.isalpha()}
    return keys if len(keys) > 1 else set()


def _returning(named: _Named) -> set[str]:
    """The names that are said again, where at least two are, and often enough."""
    heads = {x.key for x in named.labels if not x.is_told and x.shape in NAMES}
    again = named.returning(heads)
    if len(again) > 1 and sum(named.counts[key] for key in again) > _FEWEST:
        return again if named.is_often(again) else again & named.keys(Shape.FULL)
    return set()


def _laid_out(named: _Named) -> set[str]:
    """The names at the beginnings of lines, where nearly all lines begin with one that returns.

    Two in a row that are said but once may be a list.
    """
    heads = [label for label in named.labels if label.place is Place.LINE and label.opens]
    names = [label.key for label in heads]
    if len(names) < _LAID_OUT * named.lines or not names_return(names, _FEWEST):
        return set()
    once = [named.counts[name] < 2 for name in names]  # noqa: PLR2004 - once
    listed = [any(once[max(i - 1, 0) : i] + once[i + 1 : i + 2]) for i in range(len(once))]
    return {name for i, name in enumerate(names) if not (once[i] and listed[i])}


def _said_once(named: _Named, text: str) -> set[str]:
    """The names, be each said once, where all lines begin with one and go on as people speak.

    They speak in the first person, ask, or one says what a speaker is: "Host".
    """
    heads = [label for label in named.labels if label.place is Place.LINE and label.opens]
    if len(heads) < max(_FEWEST_ONCE, _ALL * named.lines):
        return set()
    shapes = {label.shape for label in heads}
    if Shape.ROLE not in shapes and not shapes <= _PROPER | {Shape.NUMBERED}:
        return set()
    lines = [line for line in text.split("\n") if line]
    ended = sum(line.endswith(STOPS) for line in lines) > _LAID_OUT * len(lines)
    spoken = Shape.ROLE in shapes or sum(map(is_addressed, lines)) >= _SPOKEN * len(lines)
    return {label.key for label in heads} if ended and spoken else set()


def _mentioned(named: _Named, keys: set[str]) -> set[str]:
    """The names that the page mentions, where there are several, and one returns."""
    return keys if len(keys) > 1 and named.returning(keys) else set()


def _above(labels: Sequence[Sequence[Label]]) -> set[str]:
    """The names on lines of their own above the words of a cue."""
    names = [some[0].key for some in labels if some and some[0].written is Written.ABOVE]
    return set(names) if names_return(names, len(labels) / _TURNS) else set()


def _in_brackets(labels: Sequence[Sequence[Label]], known: set[str] | frozenset[str]) -> set[str]:
    """The names in brackets: known ones, roles, or two that return and are no sounds."""
    first = (some[0] for some in labels if some and some[0].written is Written.BRACKETS)
    bare = [label for label in first if label.shape in NAMES]
    counts = Counter(label.key for label in bare)
    certain = {x.key for x in bare if x.shape is Shape.NUMBERED or x.key in known}
    roles = {label.key for label in bare if label.shape is Shape.ROLE}
    again = {key for key in counts if counts[key] > 1 and not any(map(_is_manner, key.split()))}
    if len(again) > 1 and _TURNS * sum(counts[key] for key in again) >= len(labels):
        certain |= again
    certain |= _dashed(bare) | _all_bracketed(bare, len(labels))
    return certain | roles if certain or len(roles) > 1 else certain


def _dashed(bare: Sequence[Label]) -> set[str]:
    """The names in brackets behind a dash, where one is a role or several differ."""
    dashed = {x.key: x.shape for x in bare if x.marked and not any(map(_is_manner, x.key.split()))}
    return {*dashed} if len(dashed) > 1 or Shape.ROLE in dashed.values() else set()


def _all_bracketed(bare: Sequence[Label], texts: int) -> set[str]:
    """The names in brackets of people who may speak once each, where all texts begin so."""
    people = {Shape.FULL, Shape.NUMBERED, Shape.ROLE}
    is_all = len(bare) >= max(_FEWEST, _ALL * texts)
    return {x.key for x in bare} if is_all and all(x.shape in people for x in bare) else set()


def _is_manner(word: str) -> bool:
    """Whether a word in brackets may be a sound that the table lacks, or a manner."""
    return is_sound_word(word) or word.endswith(_MANNERS)


def _parts_of_names(keys: set[str], sure: set[str]) -> set[str]:
    """The ``keys`` that are one word of a sure name, or have a sure name as one word."""
    ends = {part for name in sure for part in _ends(name)}
    return {key for key in keys if key in ends or not sure.isdisjoint(_ends(key))}


def _ends(name: str) -> Sequence[str]:
    """The first and the last word of a name of several."""
    words = [word for word in name.split() if word not in speaker_words("title")]
    return (words[0], words[-1]) if words and " " in name else ()

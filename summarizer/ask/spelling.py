"""Terms that are written nearly as another: mistyped, misheard, joined to one word, derived."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

SHORTEST = 4
"""Letters from which on one that is wrong leaves the word known."""
LONG = 6
"""Letters from which on any mistake may be made; in shorter words, two change places."""
MISTYPED, JOINED, ALIKE = 0.85, 0.7, 0.6
"""How much the match of such a term counts beside that of the term itself."""
LINKING = 2
"""Letters that may stand between the parts of a compound, as in "Linde-n-holz"."""
LEAST_DICE = 0.6
"""Share of their trigrams that words which are alike have in common, as "recolor" and "color"."""

FEWEST_SOUNDS, SURE_SOUNDS = 3, 4
"""Sounds from which on words with the same ones sound alike if they begin alike, and anyhow."""
_SOUNDS = str.maketrans("bfpvcgjkqsxzdtlmnr", "111122222222334556")
"""The classes of consonants of Soundex (Russell, 1918)."""
_VOWELS = frozenset("aeiou")


class Spelling:
    """Finds the terms of a vocabulary that are nearly another one.

    Two words are one mistake apart if they are the same with at most one letter left out of each
    (the deletion neighbourhoods of SymSpell): left out, put in, replaced, or two swapped. Where no
    word is, those count that are alike by the Dice coefficient of their trigrams.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._known = frozenset(term for term in vocabulary if len(term) >= SHORTEST)
        self._shortened: dict[str, list[str]] = defaultdict(list)
        self._holding: dict[str, list[str]] = defaultdict(list)
        for term in sorted(self._known):
            for form in _shortened(term):
                self._shortened[form].append(term)
            for trigram in _trigrams(term):
                self._holding[trigram].append(term)

    def near(self, term: str) -> dict[str, float]:
        """The terms that are nearly ``term``, each with how much it counts, 0 to 1."""
        if len(term) < SHORTEST or not term.isalpha():
            return {}
        forms = (known for form in _shortened(term) for known in self._shortened.get(form, ()))
        mistyped = {known: MISTYPED for known in forms if _may_be(known, term)}
        return mistyped or self._parts(term) or self._alike(term)

    def heard(self, term: str) -> list[str]:
        """Other terms that sound like ``term``: recognised speech has "halfick" for "Halvik"."""
        sounds = _sounds(term)
        if len(sounds) < FEWEST_SOUNDS:
            return []
        sure = len(sounds) >= SURE_SOUNDS
        return [
            known
            for known in self._sounding.get(sounds, ())
            if known != term and (sure or known[0] == term[0])
        ]

    def _parts(self, term: str) -> dict[str, float]:
        """The two terms that ``term`` is made of, with up to two letters between them."""
        for at in range(SHORTEST, len(term) - SHORTEST + 1):
            first = [term[:end] for end in range(at, at - 1 - LINKING, -1)]
            known = [part for part in first if part in self._known]
            if known and term[at:] in self._known:
                return {known[0]: JOINED, term[at:]: JOINED}
        return {}

    def _alike(self, term: str) -> dict[str, float]:
        """The terms that share many trigrams with ``term``; the more, the more they count."""
        own = _trigrams(term)
        shared = Counter(known for trigram in own for known in self._holding.get(trigram, ()))
        dice = {
            known: 2 * count / (len(own) + len(_trigrams(known)))
            for known, count in shared.items()
            if 2 * count >= LEAST_DICE * len(own) and known.isalpha()
        }
        return {known: ALIKE * share for known, share in dice.items() if share >= LEAST_DICE}

    @cached_property
    def _sounding(self) -> dict[str, list[str]]:
        sounding: dict[str, list[str]] = defaultdict(list)
        for term in sorted(self._known):
            sounding[_sounds(term)].append(term)
        return sounding


def _may_be(known: str, term: str) -> bool:
    """Whether ``known`` may be meant; a short word has many others one letter away."""
    if len(term) < LONG:
        return sorted(known) == sorted(term)
    return known.isalpha()


def _shortened(term: str) -> Iterator[str]:
    """``term``, and what is left without each of its letters in turn."""
    yield term
    yield from dict.fromkeys(term[:i] + term[i + 1 :] for i in range(len(term)))


def _trigrams(term: str) -> frozenset[str]:
    """Each three letters of ``term`` side by side, its begin and end marked."""
    marked = f"^{term}$"
    return frozenset(marked[i : i + 3] for i in range(len(marked) - 2))


def _sounds(term: str) -> str:
    """Whether ``term`` begins with a vowel, and the classes of its consonants.

    Of two consonants of a class side by side one counts.
    """
    classes = [c if c.isdigit() else "" for c in term.translate(_SOUNDS) if c not in "hwy"]
    first = "v" if term[:1] in _VOWELS else ""
    return first + "".join(
        c for c, before in zip(classes, ["", *classes], strict=False) if c != before
    )

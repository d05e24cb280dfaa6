"""Who made the video, by the names that the page and its profiles give, and what is called so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from summarizer.links.kinds.address_facts import AddressFacts, plain_name
from summarizer.links.kinds.words import word_groups_in

_MOST_NAMES = 20
_SHORTEST = 4
_ALIKE = 0.5
"""How much of a name the other must make up to be the same maker's."""


class Maker(NamedTuple):
    """``names``: the channel's and those of profiles; ``calls``: what invites to follow somebody.

    All plain: small letters without blanks.
    """

    names: tuple[str, ...]
    calls: tuple[str, ...]

    def is_called(self, name: str) -> bool:
        """Whether ``name`` is one of the maker's, or nearly, or stands in a call to follow."""
        if len(name) < _SHORTEST:
            return False
        called = len(name) > _SHORTEST and any(name in call for call in self.calls)
        return called or any(_alike(name, known) for known in self.names)


def find_maker(facts: Iterable[AddressFacts], labels: Sequence[str], name: str = "") -> Maker:
    """The maker of a page with these links and labels, called ``name`` where that is known."""
    profiles = (fact.last for fact in facts if "social" in fact.named and "video" not in fact.named)
    names = dict.fromkeys(n for n in (plain_name(name), *profiles) if len(n) >= _SHORTEST)
    calls = (plain_name(label) for label in labels if "social" in word_groups_in(label))
    return Maker(tuple(islice(names, _MOST_NAMES)), tuple(islice(calls, _MOST_NAMES)))


def _alike(name: str, known: str) -> bool:
    short, long = sorted((name, known), key=len)
    return short in long and len(short) >= _ALIKE * len(long)

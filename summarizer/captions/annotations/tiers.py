"""Tiers of annotations become cues: those with what people say, in the order of their times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.captions.cues import Block, by_time, page_of
from summarizer.captions.speech import Entry, cues_of
from summarizer.model import Page

_SENTENCES = 0.5
"""Share of annotations with a blank, from which on they are more than words."""


class Annotation(NamedTuple):
    """What a tier says from ``start`` on, in seconds."""

    start: float | None
    text: str


class Tier(NamedTuple):
    """Annotations of one kind; ``root`` names the tier that this one, or its parent, hangs on."""

    name: str
    root: str
    speaker: str | None
    said: Sequence[Annotation]


def read_tiers(tiers: Iterable[Tier], title: str | None = None) -> Page | None:
    """The speech in ``tiers``: of those with one root the one that says most; None without any."""
    spoken: dict[str, Tier] = {}
    for tier in tiers:
        if any(map(str.isalpha, "".join(one.text for one in tier.said))):
            best = spoken.get(tier.root)
            spoken[tier.root] = tier if best is None or _rank(tier) > _rank(best) else best
    chosen = [tier for tier in spoken.values() if _has_sentences(tier)]
    if not chosen and spoken:
        return _read_words(max(spoken.values(), key=_letters), title)
    blocks = [Block(one.start, (one.text,), tier.speaker) for tier in chosen for one in tier.said]
    return page_of(by_time(blocks), title)


def _read_words(tier: Tier, title: str | None) -> Page | None:
    """The speech of a tier with one word an annotation."""
    entries: list[Entry] = [(one.start, one.text, None) for one in tier.said if one.text.strip()]
    cues = cues_of(entries, in_seconds=True)
    return Page(title=title, transcript=cues) if cues else None


def _rank(tier: Tier) -> tuple[bool, bool, int]:
    """A tier of sentences first, then the one that others hang on: those translate it."""
    return _has_sentences(tier), tier.name == tier.root, _letters(tier)


def _has_sentences(tier: Tier) -> bool:
    texts = [one.text.strip() for one in tier.said if one.text.strip()]
    return sum(" " in text for text in texts) >= _SENTENCES * len(texts) > 0


def _letters(tier: Tier) -> int:
    return sum(len(one.text) for one in tier.said)

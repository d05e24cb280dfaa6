"""Entities made to fit together: no quote in a quote, nothing inside code, no crossing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from bot.local.text.entities import Entity, entity_order

_STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_QUOTES = {"blockquote", "expandable_blockquote"}
_CODE = {"code", "pre"}
_Span = tuple[int, int]


def fit_together(entities: Iterable[Entity]) -> list[Entity]:
    """The entities that Telegram keeps, in order; styles are cut where they would cross."""
    kept = sorted(entities, key=entity_order)
    quotes = _apart([e for e in kept if e["type"] in _QUOTES])
    solid = _apart([e for e in kept if e["type"] not in _QUOTES | _STYLES])
    solid = [e for e in solid if not any(_crosses(_span(e), _span(q)) for q in quotes)]
    walls = [_span(e) for e in solid]
    code = [_span(e) for e in solid if e["type"] in _CODE]
    cuts = sorted({edge for span in (*walls, *map(_span, quotes)) for edge in span})
    styles = [
        {"type": kind, "offset": start, "length": end - start}
        for kind in sorted(_STYLES)
        for start, end in _styled(kind, kept, cuts)
        if not any(_inside((start, end), span) for span in code)
    ]
    return sorted([*quotes, *solid, *styles], key=entity_order)


def without(found: Iterable[Entity], entities: Iterable[Entity]) -> list[Entity]:
    """Of the links found in the text, those that no marked link or code touches."""
    taken = [_span(e) for e in entities if e["type"] not in _STYLES | _QUOTES]
    quotes = [_span(e) for e in entities if e["type"] in _QUOTES]
    free = [e for e in found if not any(_overlap(_span(e), span) for span in taken)]
    return [e for e in free if not any(_crosses(_span(e), quote) for quote in quotes)]


def moved(entities: Iterable[Entity], by: int, size: int) -> list[Entity]:
    """The entities of a text that lost ``by`` units in front and now has ``size``."""
    spans = [(e, max(e["offset"] - by, 0), min(_span(e)[1] - by, size)) for e in entities]
    return [e | {"offset": a, "length": b - a} for e, a, b in spans if a < b]


def _span(entity: Entity) -> _Span:
    return entity["offset"], entity["offset"] + entity["length"]


def _apart(entities: list[Entity]) -> list[Entity]:
    """The entities that begin after the last one kept."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity["offset"] >= _span(kept[-1])[1]:
            kept.append(entity)
    return kept


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(inner: _Span, outer: _Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _crosses(inner: _Span, outer: _Span) -> bool:
    """Whether the two overlap without the first lying inside the second."""
    return _overlap(inner, outer) and not _inside(inner, outer)


def _styled(kind: str, entities: Iterable[Entity], cuts: list[int]) -> Iterator[_Span]:
    """Where the text has that style, in pieces that end at the cuts."""
    for whole in _joined(_span(e) for e in entities if e["type"] == kind):
        yield from _pieces(whole, cuts)


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    joined: list[_Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _pieces(span: _Span, cuts: list[int]) -> list[_Span]:
    edges = [span[0], *(cut for cut in cuts if span[0] < cut < span[1]), span[1]]
    return list(pairwise(edges))

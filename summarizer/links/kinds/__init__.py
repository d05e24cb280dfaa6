"""Links in their contexts in, what each is for out: the kind for which most evidence speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import get_args

from summarizer.data import rows
from summarizer.links.find import Span
from summarizer.links.kinds.address_facts import facts_of
from summarizer.links.kinds.evidence import Page, evidence_of
from summarizer.links.kinds.maker import find_maker
from summarizer.links.label import LinkContext
from summarizer.model import LinkKind

__all__ = ["kinds_of"]

_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)


def kinds_of(
    spans: Sequence[Span], contexts: Sequence[LinkContext], maker: str = ""
) -> list[LinkKind]:
    """The kind of each of ``spans``, which stand in ``contexts``, on a page of ``maker``.

    Each piece of evidence gives points to kinds (the table link_evidence). What a link is by its
    own evidence is evidence for the links beside it.
    """
    facts = [facts_of(span.address) for span in spans]
    known = [fact for fact in facts if fact]
    page = Page(
        find_maker(known, [context.label for context in contexts], maker),
        Counter(fact.owner for fact in known if "short" not in fact.named),
    )
    shared = _shared_labels(contexts)
    found = [
        list(evidence_of(fact, context, page, shared=at in shared)) if fact else []
        for at, (fact, context) in enumerate(zip(facts, contexts, strict=True))
    ]
    alone = [_likeliest(evidence) for evidence in found]
    together = [
        _likeliest([*evidence, *_beside(at, contexts, alone)]) for at, evidence in enumerate(found)
    ]
    return ["cut" if span.truncated else kind for span, kind in zip(spans, together, strict=True)]


def _shared_labels(contexts: Sequence[LinkContext]) -> set[int]:
    """The links whose label is also that of the link before or behind: it names their list."""
    pairs = enumerate(pairwise(contexts))
    alike = [at for at, (one, other) in pairs if one.label and one.label == other.label]
    return {at for first in alike for at in (first, first + 1)}


def _beside(at: int, contexts: Sequence[LinkContext], alone: Sequence[LinkKind]) -> Iterator[str]:
    """The kinds of the links before and behind that stand under the same heading."""
    for other in (at - 1, at + 1):
        if 0 <= other < len(alone) and contexts[other].heading == contexts[at].heading:
            yield f"beside: {alone[other]}"


def _likeliest(evidence: Iterable[str]) -> LinkKind:
    """The kind with most points, of equals the one that the model names first."""
    points = dict.fromkeys(_KINDS, 0.0)
    for name in evidence:
        for kind, worth in _worth().get(name, ()):
            points[kind] += worth
    return max(_KINDS, key=points.__getitem__)


@cache
def _worth() -> dict[str, list[tuple[LinkKind, float]]]:
    """The kinds that a piece of evidence speaks for and the points it gives, by its name."""
    known: dict[str, LinkKind] = {kind: kind for kind in _KINDS}
    return {
        name: [(known[kind], float(points)) for kind, points in map(str.split, given.split(", "))]
        for name, given in rows("link_evidence")
    }

"""Links of a text: found, cleaned, labelled, sorted by kind, checked."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.links.clean import clean_url
from summarizer.links.find import Entity, Span, find_spans
from summarizer.links.kinds import kinds_of
from summarizer.links.label import LinkContext, contexts_of
from summarizer.links.lookalike import suspicious
from summarizer.links.merge import merge_links
from summarizer.links.phrase import only_points
from summarizer.links.safety import shows_another, warning_of
from summarizer.model import Link, LinkKind

__all__ = ["Entity", "clean_url", "find_links", "merge_links", "suspicious"]


def find_links(text: str, entities: Iterable[Entity] = (), maker: str = "") -> tuple[Link, ...]:
    """The links of ``text`` in order, one for each time it gives an address.

    ``entities`` are those that Telegram marked: (offset, length, address or None), in UTF-16 units;
    they go before what is found in the same place, and their own text is their label unless it only
    points ("here"). ``maker`` is the channel, whose own site is no source.
    `merge_links` folds repeated addresses.
    """
    spans = find_spans(text, entities)
    contexts = contexts_of(text, spans)
    return tuple(map(_link, spans, contexts, kinds_of(spans, contexts, maker)))


def _link(span: Span, context: LinkContext, kind: LinkKind) -> Link:
    url = clean_url(span.address)
    warning = warning_of(span.address, url)
    if span.address == span.written:
        return Link(url, span.written, context.label, kind, warning=warning)
    if shows_another(span.written, url):
        return Link(url, span.written, "", kind, warning="its text shows another address")
    own = " ".join(span.written.split())
    label = (only_points(own) and context.label) or own
    return Link(url, span.written, label, kind, warning=warning)

"""What speaks for a kind: each piece by the name that the table link_evidence knows it by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.links.kinds.address_facts import AddressFacts, plain_name
from summarizer.links.kinds.maker import Maker
from summarizer.links.kinds.words import word_groups_in
from summarizer.links.label import LinkContext

_REPEATED = 2
# The narrowest of a host's kinds counts: youtube.com is social, youtube.com/watch is a video.
_BY_HOST = ("live", "affiliate", "video", "store", "smart", "social", "source")
_PLATFORMS = frozenset({"video", "social"})
# A code in capitals or quotes behind the word for one, or a share or sum taken off a price.
_PROMO_CODE = re.compile(
    r"\b(?:[Cc]od[eo]|CODE|[Cc]ódigo|[Cc]up[oó]n|[Cc]upom|[Cc]odice|[Kk]od[eu]?|[Rr]abattcode|"
    r"[Пп]ромокод|优惠码|優惠碼|コード|쿠폰|كود(?: خصم)?)"
    r"(?:\W{0,3}[A-ZÄÖÜÑА-ЯЁ0-9]{3,20}\b|\W{0,2}[\"'“‘«„]\w)"
    r"|\d ?[%€$£] ?(?:off|OFF|Off)\b|[$€£]\d{1,4} (?:off|OFF|Off)\b"
)


class Page(NamedTuple):
    """What the page says of all its links: who made it, how often it gives each owner's host."""

    maker: Maker
    owners: Counter[str]


def evidence_of(
    facts: AddressFacts, context: LinkContext, page: Page, *, shared: bool
) -> Iterator[str]:
    """The names of what speaks for or against a kind of the link with ``facts``.

    ``shared``: its label is that of a whole list, and says less of each link.
    """
    host = next((kind for kind in _BY_HOST if kind in facts.named), None)
    yield from ("a link", f"host: {host}", f"shape: {facts.shape}")
    if host in _PLATFORMS:
        if "live" in word_groups_in(context.label):
            yield "live on a platform"
        return
    if facts.pays:
        yield "pays"
    yield from (f"path: {kind}" for kind in facts.words)
    yield from _of_words(context, "list" if shared else "label")
    if host != "smart":
        yield from _of_ownership(facts, page)


def _of_words(context: LinkContext, label: str) -> Iterator[str]:
    said = word_groups_in(context.label)
    yield from (f"{label}: {group}" for group in said)
    yield from (f"near: {group}" for group in word_groups_in(context.near) - said)
    yield from (f"heading: {group}" for group in word_groups_in(context.heading) - said)
    if _PROMO_CODE.search(context.near):
        yield "promo code"


def _of_ownership(facts: AddressFacts, page: Page) -> Iterator[str]:
    maker = page.maker
    if maker.is_called(plain_name(facts.owner.partition(".")[0])):
        yield from ("maker's host", f"maker's {facts.shape}")
        return
    if maker.is_called(plain_name(facts.host.partition(".")[0])):
        yield "maker's name in host"
    if page.owners[facts.owner] >= _REPEATED:
        yield "host again"
    if facts.last in maker.names and facts.shape != "short":
        yield "maker's profile" if facts.is_profile else "maker's name in path"
    if any(map(maker.is_called, facts.values)):
        yield "maker's name in query"

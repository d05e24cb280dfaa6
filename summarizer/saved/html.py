"""One saved HTML page: what it shows first, what its scripts hold second, its text last."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.datafiles.comments import said
from summarizer.datafiles.layouts import innertube
from summarizer.datafiles.literals import read_literals
from summarizer.datafiles.records import read_records
from summarizer.datafiles.values import parse, parse_at
from summarizer.merge import filled
from summarizer.model import Omission, Page, UnreadableError
from summarizer.page import read_text
from summarizer.saved.article_links import article_links
from summarizer.saved.cost import affordable
from summarizer.saved.rendered import rendered
from summarizer.saved.timed import read_timed
from summarizer.saved.words import linked_text
from summarizer.video_url import canonical, video_id, without_site

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LONGEST = 10_000_000
"""Characters of a page that are read, pictures inside left out."""

LONGEST_TEXT = 2_000_000
"""Characters of it that are read where no layout is known, as of text that is pasted."""

_START = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"<(?:div|span|p|a|script|meta|table|ul|h\d)[\s>]", re.IGNORECASE)
_DATA = re.compile(r"ytInitial(?:PlayerResponse|Data)(?:[\"']\])?\s{0,9}=\s{0,9}(?=[{'\"])")
_GATES = 'form[action*="consent."], .g-recaptcha, #captcha-page, form[action*="das_captcha"]'
_FEW = 5
_PICTURE = re.compile(r"data:[\w/+.-]{3,40};base64,[A-Za-z0-9+/=]{100,}")
_MOST_DATA = 6
_SENTENCE = 25
"""Characters of a line that is none of a site's labels."""

_KINDS = ("VideoObject", "Article", "Posting", "Movie", "Podcast", "Recipe")
_TEXTS = ("Article", "BlogPosting", "Recipe")
"""Things of JSON-LD that the page itself tells; their descriptions only announce them."""


def sniff(text: str) -> float:
    """How surely ``text`` is a web page's source."""
    head = text[:4000].lstrip("\ufeff \n\t")
    if not head.startswith("<"):
        return 0.0
    if _START.search(head):
        return 0.95
    return 0.6 if len(_TAGS.findall(head)) > _FEW else 0.0


def read_html(text: str, url: str | None = None, title: str | None = None) -> Page:
    """The page in HTML source; ``url`` and ``title`` are what a wrapper says of it.

    Raises UnreadableError where the page is a gate, an empty shell, or too large.
    """
    whole = _PICTURE.sub("", text)
    text = affordable(whole[:LONGEST])
    page = _read(text, url, title)
    if len(text) == len(whole):
        return page
    cut = Omission("too-long", len(text), len(whole))
    return replace(page, omissions=(*page.omissions, cut))


def _read(text: str, url: str | None, title: str | None) -> Page:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    head = _head(tree, url, title)
    shown = rendered(tree) or read_timed(tree)
    item = _linked_data(tree)
    page = filled([shown, _embedded(text, head.url), _described(item) if item else None, head])
    is_text = not shown and item is not None and str(item.get("@type")).endswith(_TEXTS)
    if page.transcript or ((page.comments or page.description) and not is_text):
        return replace(page, url=head.url or page.url)
    return _article(tree, replace(page, url=head.url))


def _head(tree: LexborHTMLParser, url: str | None, title: str | None) -> Page:
    """What the page says of itself in its head."""
    address = url or _attribute(tree, 'link[rel="canonical"]', "href")
    address = address or _attribute(tree, 'meta[property="og:url"]', "content")
    named = _attribute(tree, 'meta[property="og:title"], meta[name="title"]', "content")
    tab = tree.css_first("title")
    named = named or title or (tab.text() if tab else "")
    channel = _attribute(tree, '[itemprop="author"] [itemprop="name"]', "content")
    return Page(
        title=without_site(" ".join(named.split())) or None,
        channel=channel,
        url=canonical(address) if address and address.startswith("http") else None,
    )


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    for node in tree.css(selector):
        if value := (node.attributes.get(name) or "").strip():
            return value
    return None


def _embedded(text: str, url: str | None) -> Page | None:
    """What YouTube's scripts hold, unless it is another video's: a page once left behind."""
    found = [match.span() for match in islice(_DATA.finditer(text), _MOST_DATA)]
    ends = [*(begin for begin, _ in found[1:]), len(text)]
    answers = [_answer(text, at, end) for (_, at), end in zip(found, ends, strict=False)]
    if not any(answers):
        return None
    page = innertube.read(answers)
    here, there = video_id(url or ""), video_id((page.url if page else None) or "")
    return None if here and there and here != there else page


def _answer(text: str, at: int, before: int) -> object:
    """The value at ``at``: JSON, or JSON inside a string as the mobile site writes it.

    Such a string ends ``before`` the next value begins, so that no text is read again.
    """
    if text[at] == "{":
        return parse_at(text, at)
    end = text.find("</script", at, before)
    inner = read_literals(text[at : end if end > 0 else before]).value
    first = inner[0] if isinstance(inner, list) and inner else inner
    value = parse(first) if isinstance(first, str) else None
    return value.value if value else None


def _linked_data(tree: LexborHTMLParser) -> dict[str, object] | None:
    """The first video, article or posting that the page's JSON-LD describes."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        found = parse(node.text())
        value = found.value if found else None
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and str(item.get("@type")).endswith(_KINDS):
                return item
    return None


def _described(item: dict[str, object]) -> Page:
    """What JSON-LD says of its ``item``, with its comments."""
    comments = read_records({"comments": item.get("comment")})
    name = item.get("headline") or item.get("name")
    who = item.get("author")
    channel = who.get("name") if isinstance(who, dict) else who
    page = Page(
        title=name if isinstance(name, str) else None,
        channel=channel if isinstance(channel, str) else None,
        description=said(item.get("description")),
    )
    return filled([page, comments])


def _article(tree: LexborHTMLParser, head: Page) -> Page:
    """Any other page, as its text would be copied."""
    if tree.css_matches(_GATES):
        raise UnreadableError("saved-before-entry")
    linked = linked_text(tree)
    text = linked.text
    if head.url and video_id(head.url) and not _says_something(text, head.title):
        raise UnreadableError("saved-empty")
    read = read_text(text[:LONGEST_TEXT])
    links = () if read.comments else article_links(linked, head.url, head.channel or "")
    page = filled([replace(head, channel=head.channel or read.channel, links=links), read])
    if len(text) <= LONGEST_TEXT:
        return page
    cut = Omission("too-long", LONGEST_TEXT, len(text))
    return replace(page, omissions=(*page.omissions, cut))


def _says_something(text: str, title: str | None) -> bool:
    """Whether a sentence stands below the title: an empty page of a video site has only labels."""
    lines = text[:LONGEST_TEXT].split("\n")
    return any(len(line) >= _SENTENCE and line != title for line in lines)

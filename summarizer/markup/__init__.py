"""XML that is neither captions nor a web page comes in; a Page goes out, or it is refused."""

from __future__ import annotations

import re
from itertools import islice

from summarizer.markup import discussions, feeds
from summarizer.markup.elements import as_document, first_name
from summarizer.model import Page, UnreadableError
from summarizer.page.parts import is_tagged
from summarizer.xmlstream import events

__all__ = ["read", "sniff"]

_SURE = 0.97
"""More than a web page has: one may stand inside such a file."""

_UNKNOWN, _WORDED = 0.96, 0.55
"""The same; less than a piece of a web page where there are paragraphs."""

_PARAGRAPHS = 5

_HEAD = 100_000
_LOOKED_AT = 3000
_FEWEST = 3
# Names that begin a piece of a web page, https://html.spec.whatwg.org/#elements-3.
_HTML = re.compile(
    r"a|abbr|address|article|aside|audio|b|blockquote|body|br|button|canvas|caption|center|cite"
    r"|code|col|dd|del|details|div|dl|dt|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i"
    r"|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|noscript|ol|p|picture|pre|q|s"
    r"|script|section|small|span|strong|style|sub|summary|sup|table|tbody|td|template|textarea|th"
    r"|thead|time|title|tr|u|ul|var|video|wbr",
    re.IGNORECASE,
)

_REFUSAL = UnreadableError("xml-unknown")


def sniff(text: str) -> float:
    """How surely ``text`` is such XML."""
    if discussions.sniff(text) or feeds.sniff(text):
        return _SURE
    if not _is_xml(text):
        return 0.0
    return _WORDED if text.count("<p>", 0, _HEAD) > _PARAGRAPHS else _UNKNOWN


def read(text: str) -> Page:
    """The page in XML; UnreadableError where it is of no kind that is known."""
    page = discussions.read(text) if discussions.sniff(text) else None
    page = page or (feeds.read(text) if feeds.sniff(text) else None)
    if page is None:
        raise _REFUSAL
    return page


def _is_xml(text: str) -> bool:
    """Whether elements of other names than those of web pages open and close in ``text``."""
    name = first_name(text)
    if not name or _HTML.fullmatch(name):
        return False
    if text[:_HEAD].lstrip("\ufeff \n").startswith("<?xml"):
        return True
    if "-" in name:  # an element of a web page's own
        return False
    if is_tagged(text):
        return False
    kinds = [event.kind for event in islice(events(as_document(text[:_HEAD])), 1, _LOOKED_AT)]
    opened, closed = kinds.count("start"), kinds.count("end")
    is_whole = closed == opened + 1  # that which was put around it too
    return opened > 0 and (is_whole or (opened >= _FEWEST and 2 * closed >= opened))

"""The title of a document: stated among its properties, or drawn above its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from zipfile import ZipFile

from summarizer.containers.unpack import read_member
from summarizer.model import Page, UnreadableError
from summarizer.xmlstream import Event, events

_LONGEST = 200
_MOST_XML = 200_000
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 4
_NEAR = 40
"""Paragraphs at the beginning among which a title is looked for."""
LARGER = 1.15
"""Times as high as the letters of the text."""
_USUAL = 22
"""Half points of letters whose size is not said."""
_STYLES = re.compile(r"T[ií]?t(?:el|le|re|ulo|olo|lo)?\d?", re.IGNORECASE)
"""Word's own style, without the letters that its name of a style leaves out: "Ttulo"."""
_OWN_NAME = "title"
"""What Word calls that style in every language, where its styles are listed."""
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
# What programs write by themselves: their own name, the file's name, "Document 1".
_NO_TITLE = re.compile(
    r"(?:microsoft|power ?point|word|google|libre ?office|open ?office)\b.{0,30}"
    r"\b(?:document|presentation|docs?|slides?|writer|impress|template)s?\W*\d*"
    r"|microsoft (?:word|power ?point|publisher|excel) - .*"
    r"|(?:untitled|unnamed|new|blank|no|without)\b.{0,20}|.{1,20}\b(?:template|vorlage)"
    r"|(?:document|presentation|slide|page|layout|folie|print|scan|image|diapositiva)\W*\d*"
    r"|.*\.(?:docx?|odt|rtf|pptx?|pdf|indd|tex|dvi|txt|html?|pages|qxd|fm|ps|cdr|eps)"
    r"|[a-z]:[\\/].*|https?://.*|file:.*",
    re.IGNORECASE,
)


def is_title(text: str) -> bool:
    """Whether ``text`` is what a person called a document: several words, no name of a file."""
    if len(text) > _LONGEST or _NO_TITLE.fullmatch(text.strip()):
        return False
    return len(_WORD.findall(text)) >= _FEWEST_WORDS or (
        len(_UNSPACED.findall(text)) >= _FEWEST_LETTERS
    )


def titled(page: Page, title: str) -> Page:
    """``page``, by that title where its text has none."""
    folded = " ".join(title.split())
    return page if page.title or not is_title(folded) else replace(page, title=folded)


def take_title(page: Page, title: str, drawn: str) -> Page:
    """``page`` by that title, taken out of its text where it opens it; a video's keeps its own.

    ``drawn`` is the largest line of the text, ``""`` where none is larger.
    """
    folded = " ".join(title.split())
    if (page.title and (page.comments or page.description)) or not is_title(folded):
        return page
    named = replace(page, title=folded if drawn or not page.title else page.title)
    first = page.transcript[0].text if page.transcript else ""
    if page.chapters or " ".join(first.split()) not in {folded, drawn} - {""}:
        return named
    return replace(named, transcript=page.transcript[1:])


def title_styles(stream: Iterable[Event]) -> frozenset[str]:
    """The styles of titles among Word's list of styles, by what a paragraph calls them."""
    found, style = set[str](), ""
    for kind, name, attributes in stream:
        if kind == "start" and name == "style":
            style = attributes.get("styleId", "")
        elif kind == "start" and name == "name" and attributes.get("val", "").lower() == _OWN_NAME:
            found.add(style)
    return frozenset(found)


def drawn_title(stream: Iterable[Event], styles: frozenset[str] = frozenset()) -> str:
    """The paragraph in Word's style of a title, else the one in the largest letters, or ``""``.

    ``styles`` are what the document calls that style.
    """
    near = [*islice(_dressed(stream), _NEAR)]
    named = (text for style, _, text in near if style in styles or _STYLES.fullmatch(style))
    styled = next(named, "")
    usual = Counter(size for _, size, _ in near).most_common(1)
    if styled or not usual:
        return styled
    _, largest, text = max(near, key=lambda one: one[1])
    return text if largest >= LARGER * (usual[0][0] or _USUAL) else ""


def _dressed(stream: Iterable[Event]) -> Iterator[tuple[str, int, str]]:
    """Of each paragraph with words its style, the size of its letters in half points, its text."""
    style, size, words = "", 0, list[str]()
    for kind, name, attributes in stream:
        if kind == "text":
            words.append(name)
        elif kind == "start" and name == "pStyle":
            style = attributes.get("val", "")
        elif kind == "start" and name == "sz" and attributes.get("val", "").isdecimal():
            size = max(size, int(attributes["val"][:4]))
        elif kind == "end" and name == "p":
            text = " ".join("".join(words).split())
            if text:
                yield style, size, text
            style, size, words = "", 0, []


def stated_title(pack: ZipFile, member: str) -> str:
    """The Dublin Core title in a member that holds a document's properties, else ``""``."""
    if member not in pack.namelist():
        return ""
    is_here, words = False, list[str]()
    try:
        for kind, name, _ in events(read_member(pack, member, _MOST_XML)):
            if kind == "text" and is_here:
                words.append(name)
            elif kind != "text":
                is_here = kind == "start" and name == "title" and not words
    except UnreadableError:
        return ""
    return "".join(words)

"""Titles that documents state among their properties, where these are titles."""

from __future__ import annotations

import re
from dataclasses import replace
from zipfile import ZipFile

from summarizer.containers.unpack import read_member
from summarizer.model import Page, UnreadableError
from summarizer.xmlstream import events

_LONGEST = 200
_MOST_XML = 200_000
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 4
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

"""The words and links of an e-mail: its plain part, or its HTML where that says more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message
from itertools import islice
from typing import NamedTuple

from summarizer.links import find_links
from summarizer.mail.history import drop_history, is_small_print, new_lines
from summarizer.mime import body_of
from summarizer.model import Link
from summarizer.saved.fragment import labelled_links, tree_of
from summarizer.saved.words import visible_text

LONGEST = 300_000
"""Characters of an e-mail's words that are read: what people write is far shorter."""

_LONGEST_HTML = 3_000_000
_MOST_LINKS = 300
_STUB = 0.3
"""Share of the HTML's letters below which the plain part only says where to look."""

_WRAPPED = 50
"""Characters of a line that the program broke, and not its writer."""

_WIDEST = 90
_OWN_LINE = re.compile(r"\s|[-*•·–>#|]|\d{1,3}[.):]|https?://|\(?\d{1,2}:\d{2}")


class Body(NamedTuple):
    """New words of an e-mail, one paragraph a line, and the links of its HTML."""

    text: str
    links: tuple[Link, ...] = ()


def read_body(mail: Message, *, forward: bool, is_text: bool) -> Body:
    """The body of a parsed message; ``is_text``: it was text, not bytes, before."""
    plain = _part(mail, "text/plain", is_text=is_text)
    html = _part(mail, "text/html", is_text=is_text)
    if not html:
        return plain_body(plain, forward=forward)
    shown = _html_body(html, forward=forward)
    said = plain_body(plain, forward=forward)
    is_stub = _letters(said.text) < _STUB * _letters(shown.text)
    return shown if is_stub else Body(said.text, shown.links)


def plain_body(text: str, *, forward: bool) -> Body:
    """The new words of plain text."""
    lines = [line.rstrip("\r") for line in text[:LONGEST].split("\n")]
    return Body("\n".join(_paragraphs(new_lines(lines, forward=forward))).strip())


def attachments(mail: Message) -> Iterator[str]:
    """The names of the files that are attached."""
    for part in mail.walk():
        name = part.get_filename()
        if name and part.get_content_disposition() == "attachment":
            yield " ".join(name.split())[:200]


def _part(mail: Message, kind: str, *, is_text: bool) -> str:
    parts = (part for part in mail.walk() if part.get_content_type() == kind)
    shown = (part for part in parts if part.get_content_disposition() != "attachment")
    return next((text for part in shown if (text := body_of(part, is_text=is_text)).strip()), "")


def _html_body(html: str, *, forward: bool) -> Body:
    tree = tree_of(html[:_LONGEST_HTML])
    drop_history(tree, forward=forward)
    links = _links(list(islice(labelled_links(tree), _MOST_LINKS)))
    lines = visible_text(tree)[:LONGEST].split("\n")
    return Body("\n".join(new_lines(lines, forward=forward)).strip(), links)


def _links(labelled: list[tuple[str, str]]) -> tuple[Link, ...]:
    kept = [(label, url) for label, url in labelled if not is_small_print(label)]
    return find_links("\n\n".join(f"{label}: {url}" if label else url for label, url in kept))


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines that a mail program broke, joined again."""
    widths = [len(line) for line in lines if "://" not in line]
    wrapped = max(widths, default=0) <= _WIDEST
    whole, last = "", ""
    for line in lines:
        goes_on = wrapped and line and len(last) >= _WRAPPED and not _OWN_LINE.match(line)
        if goes_on:
            whole = f"{whole} {line}"
        else:
            yield whole
            whole = line
        last = line
    yield whole


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))

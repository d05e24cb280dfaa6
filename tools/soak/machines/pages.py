"""The pages that people paste, each with a title of its own, and what its digest must say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Final

from handlers.message import Texts, render
from summarizer import digest_page, read_page
from tests.handlers.pages import BREAD, long_page
from tools.soak.machines.telegram import plain

TEXTS: Final = (BREAD, *(long_page(remarks) for remarks in (25, 55, 85, 120)))
"""Of one part to five, as the clients cut them."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A page: its digest begins with the title, and ``size`` is the second line."""

    title: str
    text: str
    size: str


def page(number: int, text: str = BREAD) -> Pasted:
    """The page with a title that no other has."""
    title = f"Film {number} on {text.partition(chr(10))[0]}"
    return Pasted(title, f"Film {number} on {text}", _size(text))


@cache
def _size(text: str) -> str:
    """How much is read, in the words of a digest."""
    html = render(digest_page(read_page(text)), Texts()).html
    return plain(unescape(re.sub(r"<[^>]+>", "", html)).split("\n")[1])

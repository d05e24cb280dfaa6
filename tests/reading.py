"""How many words of a reply its reader meets: in sight, and with everything unfolded."""

from __future__ import annotations

from tests import tdlib

FOLDED = "textEntityTypeExpandableBlockQuote"
IN_SIGHT = 3
"""Lines of a folded quote that Telegram shows."""


def read_words(html: str) -> tuple[int, int]:
    """The words in sight and those of all, the section of links apart.

    A word is what stands between blanks and holds a letter or a digit.
    """
    unfolded, folded = "", ""
    for text, is_folded in _runs(*tdlib.parse(html)):
        unfolded += text
        folded += "\n".join(text.split("\n")[:IN_SIGHT]) if is_folded else text
    return _count(folded), _count(unfolded)


def _runs(text: str, entities: list[tdlib.Entity]) -> list[tuple[str, bool]]:
    """The text in order, cut where a folded quote begins and ends."""
    data, reached, runs = text.encode("utf-16-le"), 0, []
    for begin, end, kind in entities:
        if kind == FOLDED:
            runs += [(data[2 * reached : 2 * begin], False), (data[2 * begin : 2 * end], True)]
            reached = end
    runs.append((data[2 * reached :], False))
    return [(run.decode("utf-16-le"), is_folded) for run, is_folded in runs]


def _count(text: str) -> int:
    before, links, after = text.partition("\n\nLinks\n")
    rest = before + "\n" + (after.partition("\n\n")[2] if links else after)
    return sum(any(letter.isalnum() for letter in word) for word in rest.split())

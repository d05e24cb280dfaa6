"""The words that a text gives each of its links: before, behind, between, above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.links.find import Span
from summarizer.links.phrase import first_phrase, has_letters, is_address, last_phrase

_LONGEST_HEADING = 8  # words
_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
# The text of a link in Markdown, in reStructuredText.
_NAMED = re.compile(r"(?:\[([^\[\]]{1,300})\]\(|`([^`<>]{1,300})<)\s*\Z")
_HEADING = re.compile(r"\A\s{0,3}#{1,6}\s+")
_ONE_LINK = 2  # gaps: before and behind it
_BEFORE = 240  # characters that may matter on one side of a link
_NEAR = 120  # characters that may tell its kind


class LinkContext(NamedTuple):
    """A link's ``label``; what stands ``near`` it on its line; the ``heading`` of its list."""

    label: str = ""
    near: str = ""
    heading: str = ""


class _Above(NamedTuple):
    """What stands above a line: text that may label its links, the last heading, blank lines."""

    text: str = ""
    heading: str = ""
    blanks: int = 0


def contexts_of(text: str, spans: Sequence[Span]) -> list[LinkContext]:
    """The context of each of ``spans``, in their order; linear in the length of ``text``."""
    contexts: list[LinkContext] = []
    above = _Above()
    for line, inside in _lines(text, spans):
        if inside:
            contexts += _on_line(line, inside, above)
            above = _below_links(above, line, inside)
        else:
            above = _below_words(above, line)
    return contexts


def _lines(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each line up to the last link, and where its links begin and end in it."""
    ahead = iter([(span.start, span.end) for span in spans])
    following = next(ahead, None)
    for start, end in _borders(text):
        if not following:
            return
        inside = []
        while following and following[0] < end:
            inside.append((following[0] - start, min(following[1], end) - start))
            following = next(ahead, None)
        yield text[start:end], inside


def _borders(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _LINE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text) + 1


def _below_words(above: _Above, line: str) -> _Above:
    if not line.strip():
        return above._replace(blanks=above.blanks + 1, text="" if above.blanks else above.text)
    if not has_letters(line):
        return _Above()
    line = _HEADING.sub("", line)
    short = len(line) < _BEFORE and len(line.split()) <= _LONGEST_HEADING
    return _Above(line[-_BEFORE:], line.strip() if short else "")


def _below_links(above: _Above, line: str, inside: list[tuple[int, int]]) -> _Above:
    """A list goes on under its heading; a label above serves until a line has its own words."""
    alone = not has_letters(line[max(0, inside[0][0] - _BEFORE) : inside[0][0]])
    return _Above(above.text if alone else above.heading, above.heading)


def _on_line(line: str, inside: list[tuple[int, int]], above: _Above) -> list[LinkContext]:
    gaps = _gaps(line, inside)
    labels = _labels(gaps, above)
    nears = [f"{gaps[i][-_NEAR:]} {gaps[i + 1][:_NEAR]}" for i in range(len(inside))]
    return [
        LinkContext(label, near, above.heading) for label, near in zip(labels, nears, strict=True)
    ]


def _gaps(line: str, inside: list[tuple[int, int]]) -> list[str]:
    """What stands before, between and behind the links of a line."""
    starts = [0, *(end for _, end in inside)]
    ends = [*(start for start, _ in inside), len(line)]
    return [_short(line[start:end]) for start, end in zip(starts, ends, strict=True)]


def _short(gap: str) -> str:
    """``gap``, its middle left out where it is long."""
    return gap if len(gap) <= 2 * _BEFORE else f"{gap[:_BEFORE]} \n {gap[-_BEFORE:]}"


def _labels(gaps: list[str], above: _Above) -> list[str]:
    if has_letters(gaps[0]):
        return _before_each(gaps, last_phrase(_part(gaps[0])) or last_phrase(above.text))
    if has_letters(gaps[-1]) and (len(gaps) == _ONE_LINK or not above.text):
        return [first_phrase(gap) or last_phrase(above.text) for gap in gaps[1:]]
    return _before_each(gaps, last_phrase(above.text))


def _before_each(gaps: list[str], first: str) -> list[str]:
    """Labels that stand before their links; a link without words of its own shares the last."""
    labels = [first]
    for gap in gaps[1:-1]:
        labels.append(last_phrase(_part(gap), joined=True) or labels[-1])
    return labels


def _part(gap: str) -> str:
    """The text of a link of Markdown that goes on behind ``gap``, or else what comes before it."""
    named = _NAMED.search(gap)
    if named is None:
        return gap
    text: str = named[1] or named[2]
    return gap[: named.start()] if is_address(text) else text

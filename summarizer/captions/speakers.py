"""Who speaks: voice tags, turn marks and names before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from summarizer.page.parts import Part, cut_turns

_VOICE = re.compile(r"<v(?:\.[\w.-]{1,60})?[ \t]+([^<>\n]{1,100})>|(</v>)")
_TURN = re.compile(r"(?:^|(?<=\s))>{2,3}\s{0,3}")
_DASH = re.compile(r"[-–—]\s+(?=[^\W\d_])")
# A name on a line of its own: up to four words, the first with a capital, and no stop.
_ALONE = re.compile(r"[^\W\d_a-z][^\s:]{0,24}(?: [^\s:]{1,24}){0,3}(?<![.,!?…])")
_FEWEST = 3
_MOST = 1_000
"""Turns that are told apart in one line."""


class Line(NamedTuple):
    """A line without markup; ``turn`` says that a new speaker begins.

    ``written`` is the line with its markup, where its words have times.
    """

    text: str
    speaker: str | None = None
    turn: bool = False
    written: str = ""


Spoken = list[tuple[float | None, list[Line]]]


def voices(lines: Iterable[str]) -> Iterator[tuple[str | None, str]]:
    """The pieces of ``lines`` that WebVTT's ``<v Name>`` tags set apart, with the name."""
    speaker: str | None = None
    for line in lines:
        begin = 0
        tags = _VOICE.finditer(line) if "<v" in line or "</v" in line else iter(())
        for tag in islice(tags, _MOST):
            yield speaker, line[begin : tag.start()]
            speaker = " ".join(tag[1].split()) if tag[1] else None
            begin = tag.end()
        yield speaker, line[begin:]


def named(blocks: Spoken, *, lasting: bool) -> Spoken:
    """``blocks`` with turn marks (``>>``, dashes) and sure names taken out of the text.

    A name holds until the next turn; so does a voice where voices are ``lasting``, else for its
    own line only.
    """
    blocks = [(start, [*chain.from_iterable(map(_turns, x))]) for start, x in _below_names(blocks)]
    cut = cut_turns([x.text for _, some in blocks for x in some if x.speaker is None])
    turns = iter(cut) if cut else None
    speaker: str | None = None
    turn = False
    told: Spoken = []
    for start, lines in blocks:
        parts: list[Line] = []
        for part in chain.from_iterable(_parted(line, turns) for line in lines):
            if part.turn or (lasting and part.speaker):
                speaker = part.speaker
            turn = turn or part.turn
            if part.text:
                parts.append(part._replace(speaker=part.speaker or speaker, turn=turn))
                turn = False
        told.append((start, parts))
    return told


def _below_names(blocks: Spoken) -> Spoken:
    """``blocks`` without the name on the first line of each, as video editors export speech."""
    heads = [lines[0].text for _, lines in blocks if len(lines) > 1]
    again = len(heads) >= _FEWEST and 2 * len(set(heads)) <= len(heads) + 1
    if not again or len(heads) < len(blocks) or not all(map(_ALONE.fullmatch, heads)):
        return blocks
    return [
        (start, [line._replace(speaker=head) for line in lines[1:]])
        for (start, lines), head in zip(blocks, heads, strict=True)
    ]


def _turns(line: Line) -> Iterator[Line]:
    if ">>" not in line.text:
        yield line
        return
    first, *rest = _TURN.split(line.text, _MOST)
    if first.strip():
        yield line._replace(text=first.strip())
    for text in rest:
        yield Line(text.strip(), None, turn=True)


def _parted(line: Line, turns: Iterator[Sequence[Part]] | None) -> Iterator[Line]:
    """The turns of ``line``, which are the next of ``turns``, without the names that begin them."""
    if turns is None or line.speaker is not None:
        yield line
        return
    for number, part in enumerate(next(turns)):
        dash = _DASH.match(part.text)
        turn = not part.goes_on or dash is not None or (line.turn and number == 0)
        text = part.text[dash.end() :] if dash else part.text
        yield line._replace(text=text, speaker=part.name, turn=turn)

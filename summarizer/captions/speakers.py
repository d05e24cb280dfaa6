"""Who speaks: voice tags, turn marks and names before a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_VOICE = re.compile(r"<v(?:\.[\w.-]{1,60})?[ \t]+([^<>\n]{1,100})>|(</v>)")
_TURN = re.compile(r"(?:^|(?<=\s))>{2,3}\s{0,3}")
# Up to four words before a colon, the first with a capital; "MAN 2:", "Dr. O'Neil:", "Anna (off):".
_NAME = re.compile(
    r"(?:[-–—]\s?)?((?:[^\W\d_][\w.'’&-]{0,24}[ ]?){1,4}(?:\d{1,2})?"
    r"(?:\s?[(\[][^()\[\]\n]{1,30}[)\]])?)\s?[:：](?:\s+|$)"
)
# A name on a line of its own: up to four words, the first with a capital, and no stop.
_ALONE = re.compile(r"[^\W\d_a-z][^\s:]{0,24}(?: [^\s:]{1,24}){0,3}(?<![.,!?…])")
_FEWEST = 3
_MOST = 0.3


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
        for tag in _VOICE.finditer(line) if "<v" in line or "</v" in line else ():
            yield speaker, line[begin : tag.start()]
            speaker = " ".join(tag[1].split()) if tag[1] else None
            begin = tag.end()
        yield speaker, line[begin:]


def named(blocks: Spoken, *, lasting: bool) -> Spoken:
    """``blocks`` with turn marks (``>>``) and proven names taken out of the text.

    A name before a colon is proven by the whole file: in capitals beside others like it, of two
    words and used again, or on a third of the lines. A name holds until the next turn; so does a
    voice where voices are ``lasting``, else for its own line only.
    """
    blocks = _below_names(blocks)
    names = _proven([line.text for _, lines in blocks for line in lines])
    speaker: str | None = None
    told: Spoken = []
    for start, lines in blocks:
        parts: list[Line] = []
        for line in lines:
            for part in _turns(line):
                here = _without_name(part, names)
                if here.turn or (lasting and here.speaker):
                    speaker = here.speaker
                parts.append(here._replace(speaker=here.speaker or speaker))
        told.append((start, [part for part in parts if part.text]))
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
    first, *rest = _TURN.split(line.text)
    if first.strip():
        yield line._replace(text=first.strip())
    for text in rest:
        yield Line(text.strip(), None, turn=True)


def _without_name(line: Line, names: frozenset[str]) -> Line:
    match = _NAME.match(line.text) if names and line.speaker is None else None
    if not match or match[1].strip() not in names:
        return line
    return Line(line.text[match.end() :], match[1].strip(), turn=True)


def _proven(texts: list[str]) -> frozenset[str]:
    matches = (_NAME.match(_TURN.sub("", text)) for text in texts)
    counts = Counter(match[1].strip() for match in matches if match)
    capitals = {name for name in counts if name.upper() == name != name.lower()}
    proven = capitals if sum(counts[name] for name in capitals) > 1 else set()
    titled = {name for name in counts if name[0].isupper() and counts[name] > 1}
    proven |= {name for name in titled if " " in name and name.istitle()}
    if sum(counts[name] for name in titled) >= _MOST * len(texts):
        proven |= titled
    return frozenset(proven)

"""People as LinkedIn shows them to screen readers: each part of a head on a line of its own.

A name comes doubled, with its picture's label above it and a degree behind it, "• 2nd"; a post's
age in short and in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.page.interface import (
    BLANK,
    Line,
    Mark,
    find_marks,
    next_full,
    previous_full,
    read_line,
)

_LONGEST = 260
_DEGREE = r"[•·]\s{0,2}(?:[1-3]\D{0,6}|[^\W\d_]{2,14})"
# "• 2ndPremium • 2nd" and "Verified • 2nd": the badge is said, and the degree again.
_DEGREES = re.compile(
    r"(?:[^\W\d_]{3,14} (?=[•·]))?([•·]\s{0,2}[1-3]\D{0,6}?)(?:[^\W\d_]{3,14}\s[•·]\s.{1,8})?"
)
_NAMED = re.compile(rf"(?P<name>\S.{{1,58}}?)\s{{1,3}}(?P<degree>{_DEGREE})")
_SURE = re.compile(
    r".{0,80}[•·]\s{0,2}[1-3](?:st|nd|rd|th|\.|er|re|e|ème|º|ª|°|-[йе]|次|度|촌)?\+?"
)
_AGE = re.compile(r"\d{1,2}\s?[^\W\d_]{1,8}\.?")
_TAG = re.compile(r"(?i:hash ?tag)\s?#(?=\w)")
_FEWEST_DOUBLED = 4
_LONGEST_LABEL, _SHORTEST_SAID = 50, 5
"""Characters of a picture's label beside the name."""


def tidy_profiles(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with each name, degree and age alone, where people have degrees."""
    if not any(_is_sure(line.text) for line in lines):
        return list(lines)
    plain = [line for given in lines for line in _plain(given)]
    told = [BLANK if _is_label(plain, i) else line for i, line in enumerate(plain)]
    return [_dated(line) if _is_below_person(told, i) else line for i, line in enumerate(told)]


def _is_sure(text: str) -> bool:
    return ("•" in text or "·" in text) and len(text) <= _LONGEST and bool(_SURE.fullmatch(text))


def _plain(line: Line) -> Iterator[Line]:
    text = line.text
    if not text or len(text) > _LONGEST:
        yield _untagged(line)
    elif degrees := _DEGREES.fullmatch(text):
        yield read_line(degrees[1])
    elif (age := text.partition(" •")[0].strip()) != text and _is_age(age):
        yield _dated(read_line(age))
    elif named := _NAMED.fullmatch(text):
        yield read_line(_once(named["name"]))
        yield read_line(named["degree"])
    elif (once := _once(text)) != text:
        yield read_line(once)
    else:
        yield _untagged(line)


def _is_age(text: str) -> bool:
    return Mark.AGE in find_marks(text) or _AGE.fullmatch(text) is not None


def _dated(line: Line) -> Line:
    return line._replace(marks=line.marks | {Mark.AGE}, gives_subscribers=False)


def _is_below_person(lines: Sequence[Line], at: int) -> bool:
    """Whether the line has the shape of an age, and stands below a degree and a headline."""
    if not _AGE.fullmatch(lines[at].text):
        return False
    headline = previous_full(lines, at - 1, 2)
    above = lines[previous_full(lines, headline - 1, 2)] if headline > 0 else BLANK
    return above.says(Mark.BADGE) or _DEGREES.fullmatch(above.text) is not None


def _once(text: str) -> str:
    """``text``, or its first half where the second says the same."""
    half = len(text) // 2
    is_doubled = half >= _FEWEST_DOUBLED and text[:half] == text[len(text) - half :]
    return text[:half] if is_doubled and len(text) == 2 * half else text


def _untagged(line: Line) -> Line:
    """The line without the word that says of a tag that it is one: "hashtag#mills"."""
    return read_line(_TAG.sub("#", line.text)) if "#" in line.text else line


def _is_label(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the label of a picture: the name below with words around it."""
    below = next_full(lines, at + 1)
    name = lines[below].text if below < len(lines) else ""
    said = len(lines[at].text) - len(name)
    is_near = _SHORTEST_SAID <= said <= _LONGEST_LABEL and len(name) >= _FEWEST_DOUBLED
    degree = next_full(lines, below + 1)
    has_degree = degree < len(lines) and _DEGREES.fullmatch(lines[degree].text) is not None
    is_poster = degree < len(lines) and lines[degree].says(Mark.BADGE)
    return is_near and name in lines[at].text and (has_degree or is_poster)

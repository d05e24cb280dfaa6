"""Questions with their answers, as Stack Exchange sets them: the author's name below each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.model import Comment, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line, join, next_full, parse_amount
from summarizer.page.parts import describe

_LONGEST = 200
_SIGNED = re.compile(r"(asked|answered) (\S.{5,40}(?:\d:\d\d|ago))")
_FOOT = re.compile(
    r"share|share ?\|? ?improve this (?:question|answer).{0,30}|improve this (?:question|answer)"
    r"|edited \S.{5,60}",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"Ask Question|Asked .{3,40}|Active .{3,40}|Modified .{3,40}|Viewed .{1,20} times"
    r"|\d{1,5} Answers?|Sorted by:|Highest score \(default\)|Reset to default|\+\d{1,4}"
    r"|(?:Trending|Date (?:modified|created)) ?\(.{3,40}\)|active ?oldest ?votes|Save this .{3,20}"
    r"|(?:This question|This answer|Show activity).{3,80}|up ?vote.{0,60}|down ?vote.{0,60}"
    r"|Follow|Follow .{3,40}|(?:Community|Log in|Sign up) .{0,40}|Closed\. .{3,200}"
)
_TAG = re.compile(r"[a-z\d][a-z\d.+#-]{1,34}")
_AVATAR = re.compile(r".{1,60}['’]s user avatar")
_ADD = re.compile(r"add a comment(?: *\|.{0,40})?|show \d{1,3} more comments?", re.IGNORECASE)
_BY = re.compile(r"[–-] (?P<name>\S.{0,60}?)(?: {1,3}(?P<age>\S.{5,30}\d:\d\d))?")
_BESIDE = re.compile(r"(?P<text>.{10,}?) [–-] (?P<name>\S.{0,40}?) (?P<age>\S.{5,30}\d:\d\d)")
_DATE = re.compile(r"[^\W\d]{3,9} \d{1,2}(?:, \d{4}|,? '\d{2})? at \d{1,2}:\d{2}")


class Signature(NamedTuple):
    """Line ``at`` says when a question or an answer was written, a line below it by whom."""

    at: int
    is_answer: bool
    age: str


def weigh_questions(landmarks: Landmarks) -> float:
    """1 where a question and an answer are signed as that site does, else 0."""
    signed = _signatures(landmarks)
    kinds = {one.is_answer for one in signed}
    texts = (landmarks.lines[i].text for i in landmarks.full)
    return 1.0 if len(kinds) > 1 and any(_ADD.fullmatch(x[:_LONGEST]) for x in texts) else 0.0


def read_questions(landmarks: Landmarks) -> Page:
    """The question as the description, its answers and all remarks as the discussion."""
    lines = landmarks.lines
    signed = _signatures(landmarks)
    bounds = [_end_of_remarks(lines, one.at, end) for one, end in _between(signed, len(lines))]
    title = lines[landmarks.full[0]].text
    begin = landmarks.full[0] + 1
    comments: list[Comment] = []
    description = ""
    for one, end in zip(signed, bounds, strict=True):
        body = list(_body(lines[begin : one.at]))
        name, remarks = _author(lines, one.at + 1)
        if one.is_answer:
            votes = next((x.amount for x in lines[begin : one.at] if x.amount is not None), None)
            comments.append(Comment(join(body), name, votes, one.age))
        else:
            description = describe(_without_tags(body))
        comments += _remarks(lines[remarks:end])
        begin = end + 1
    return Page(title, description=description, comments=tuple(c for c in comments if c.text))


def _signatures(landmarks: Landmarks) -> list[Signature]:
    found = ((i, _SIGNED.fullmatch(landmarks.lines[i].text[:_LONGEST])) for i in landmarks.full)
    return [Signature(i, sign[1] == "answered", sign[2]) for i, sign in found if sign]


def _between(signed: Sequence[Signature], end: int) -> Iterator[tuple[Signature, int]]:
    """Each signature and where the next one stands."""
    return zip(signed, [*(one.at for one in signed[1:]), end], strict=True)


def _end_of_remarks(lines: Sequence[Line], at: int, end: int) -> int:
    """The line that asks for another remark, below which the next answer begins."""
    ends = (i for i in range(at + 1, end) if _ADD.fullmatch(lines[i].text[:_LONGEST]))
    return next(ends, min(at + 1, end))


def _body(lines: Sequence[Line]) -> Iterator[Line]:
    """The words of a question or an answer: between counters and buttons."""
    begun = False
    for line in lines:
        text = line.text[:_LONGEST]
        if begun and _FOOT.fullmatch(text):
            return
        if begun or not (not text or line.amount is not None or _HEAD.fullmatch(text)):
            begun = True
            yield line


def _without_tags(lines: Sequence[Line]) -> list[Line]:
    kept = list(lines)
    while kept and (not kept[-1].text or _TAG.fullmatch(kept[-1].text)):
        kept.pop()
    return kept


def _author(lines: Sequence[Line], at: int) -> tuple[str | None, int]:
    """Who signed above line ``at``, and where remarks may begin."""
    name = next_full(lines, at)
    if name < len(lines) and _AVATAR.fullmatch(lines[name].text[:_LONGEST]):
        name = next_full(lines, name + 1)
    reputation = next_full(lines, name + 1)
    return (lines[name].text[:_LONGEST] if name < len(lines) else None), reputation + 1


def _remarks(lines: Sequence[Line]) -> Iterator[Comment]:
    """The remarks below an answer: words, then "– name" and a date."""
    said: list[Line] = []
    for line in lines:
        beside = _BESIDE.fullmatch(line.text)
        signed = _BY.fullmatch(line.text[:_LONGEST])
        if beside or (signed and said):
            found = beside or signed
            words = [*said, Line(beside["text"])] if beside else said
            text = join(words)
            if found and text:
                yield Comment(text, found["name"], age=found["age"], reply=True)
            said = []
        elif not _DATE.fullmatch(line.text[:_LONGEST]) and parse_amount(line.text) is None:
            said.append(line)

"""Logs of chat programs: the program is told by the lines with which its messages begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from summarizer.model import Omission, Page
from summarizer.page.kinds.chats.authors import is_numbered
from summarizer.page.kinds.chats.called import called
from summarizer.page.kinds.chats.first_words import rest_of_names
from summarizer.page.kinds.chats.heads import Program, programs
from summarizer.page.kinds.chats.messages import to_comment
from summarizer.page.kinds.chats.sent import with_sent_links

MOST_MESSAGES = 50_000
"""Messages that are read: more than a digest can speak of."""

_SAMPLE = 400
"""Lines with words in which a program shows."""

_FIRST = 30
"""Lines with an hour that are looked at."""

_ABOVE = 12
"""Lines with words that may stand above the first message."""

_LEAST = 0.1
"""Share of the lines that begin a message: some people write much."""

_CLOCK = re.compile(r"\d[:.]\d\d")
_REACH = 120
"""Characters of a line in which the hour of its head stands."""

# What Discord's exporter sets below a message, up to the next blank line.
_BLOCK = re.compile(r"\{(?:Attachments|Embed|Stickers|Reactions|Invite|Inline Emoji)\}")


@dataclass(slots=True)
class _Message:
    author: str
    lines: list[str] = field(default_factory=list)


def find_program(lines: Sequence[str]) -> Program | None:
    """The program whose messages most of ``lines`` are; None where it is not sure."""
    sample = list(islice((line for line in lines if line), _SAMPLE))
    timed = [i for i, line in enumerate(sample) if _has_hour(line)][:_FIRST]
    if not timed or timed[0] > _ABOVE:
        return None
    counted = [(_count(program, sample, timed), program) for program in programs()]
    most, best = max(counted, key=lambda pair: pair[0])
    return best if most else None


def read_log(lines: Sequence[str], program: Program) -> Page:
    """The messages of ``program`` as a discussion."""
    begun = _messages(lines, program)
    messages: Iterable[_Message] = islice(begun, MOST_MESSAGES)
    if program.has_first_words:
        messages = _with_whole_names(list(messages))
    found = (to_comment(one.author, one.lines) for one in messages)
    comments = tuple(comment for comment in found if comment)
    is_all = next(begun, None) is None
    omissions = () if is_all else (Omission("too-long", len(comments)),)
    title = called(lines, program, {comment.author or "" for comment in comments})
    return with_sent_links(Page(title=title, comments=comments, omissions=omissions))


def _with_whole_names(messages: Sequence[_Message]) -> Iterator[_Message]:
    rests = rest_of_names((one.author, one.lines[0]) for one in messages)
    for one in messages:
        if rest := rests.get(one.author):
            text = one.lines[0].removeprefix(rest).strip()
            yield _Message(f"{one.author} {rest}", [text, *one.lines[1:]])
        else:
            yield one


def _count(program: Program, sample: Sequence[str], timed: Sequence[int]) -> int:
    """The messages in the ``timed`` lines if they are sure to be those of ``program``, else 0."""
    heads = [(i, head) for i in timed if (head := program.read(sample[i]))]
    authors = [head.author for _, head in heads if head.author]
    if len(authors) < program.fewest or heads[0][0] > _ABOVE:
        return 0
    if len(heads) < _LEAST * (timed[-1] + 1) or any(map(is_numbered, authors)):
        return 0
    return len(authors) if _stands_above(program, sample[: heads[-1][0]]) else 0


def _has_hour(line: str) -> bool:
    """Whether a head may begin here: each has an hour, which few other lines have."""
    return bool(_CLOCK.search(line, 0, _REACH))


def _stands_above(program: Program, top: Sequence[str]) -> bool:
    above = program.above
    return above is None or any(above.match(line) for line in top)


def _messages(lines: Sequence[str], program: Program) -> Iterator[_Message]:
    """Each message with its lines; what a program says itself ends the one above it."""
    last: _Message | None = None
    inside = False
    for line in lines:
        head = program.read(line) if _has_hour(line) else None
        if head:
            if last:
                yield last
            last = _Message(head.author, [head.text]) if head.author else None
            inside = False
        elif last:
            inside = bool(line) and (inside or bool(_BLOCK.fullmatch(line)))
            last.lines += [] if inside else [line]
    if last:
        yield last

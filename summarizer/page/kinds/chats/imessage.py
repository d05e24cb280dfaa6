"""Messages as imessage-exporter writes them: a moment, a name below it, what is said.

https://github.com/ReagentX/imessage-exporter: an answer stands under what it answers, and again
in its own place; who liked a message stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_MOMENT = r"(?P<moment>[A-Z][a-z]{2} \d{2}, \d{4} {1,2}\d{1,2}:\d{2}:\d{2} [AP]M)"
_HEAD = re.compile(rf"{_MOMENT}(?: \((?:Read|Delivered)[^()\n]{{0,120}}\))?")
_EVENT = re.compile(rf"{_MOMENT} (?P<event>[^(\s].{{0,300}})")
_NAME = re.compile(r"[^\n]{1,80}(?<![.!?…])")
_EDITED = re.compile(r"Edited .{2,60} (?:later|after sending): (?P<text>.*)")
_FILE = re.compile(r"(?:~?/|[A-Za-z]:\\|attachments/)[^\n]{0,400}\.\w{2,8}(?: \([^()]{1,40}\))?")
_NOTE = re.compile(
    r"This message responded to an earlier message\.|This message was deleted from .{0,40}"
    r"|Sent with [A-Z]\w{2,12}(?: \w{2,12})?|Attachment missing!|.{1,80} unsent this message.{0,80}"
    r"|.{1,80} unsent a message.{0,80}|(?:Started|Stopped) sharing location!|SharePlay Message"
)
_ANSWERS = "This message responded to an earlier message."
_REACTIONS = frozenset({"Tapbacks:", "Reactions:"})
_FEWEST = 2


def with_joined_heads(lines: Sequence[str]) -> list[str]:
    """``lines`` with moment and name on one line, "[moment] name:", if two messages begin so.

    What the program adds is left out, and the second copy of an answer.
    """
    heads = [i for i in range(len(lines) - 1) if _is_head(lines, i)]
    if len(heads) < _FEWEST:
        return list(lines)
    events = [i for i, line in enumerate(lines) if line[:1].isupper() and _EVENT.fullmatch(line)]
    starts, named = sorted({*heads, *events}), set(heads)
    told = list(lines[: starts[0]])
    known: set[tuple[str, str]] = set()
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if start not in named:
            told.append(_event(lines[start]))
            continue
        head = _moment(lines[start]), lines[start + 1]
        body = lines[start + 2 : end]
        if not (head in known and _ANSWERS in body):
            told += [f"[{head[0]}] {head[1].replace(':', '')}:", *_said(body)]
        known.add(head)
    return told


def _is_head(lines: Sequence[str], at: int) -> bool:
    text = lines[at]
    is_moment = text[:1].isupper() and _HEAD.fullmatch(text) is not None
    return is_moment and _NAME.fullmatch(lines[at + 1]) is not None


def _moment(line: str) -> str:
    found = _HEAD.match(line) or _EVENT.match(line)
    return " ".join(found["moment"].split()) if found else ""


def _event(line: str) -> str:
    """What somebody did, without a colon, behind which nobody speaks."""
    found = _EVENT.match(line)
    return f"[{_moment(line)}] {found['event'].replace(':', ' ') if found else ''}"


def _said(body: Sequence[str]) -> list[str]:
    """What somebody wrote; of what was edited, the last version."""
    kept = [*_without_reactions(body)]
    edited = [found["text"] for line in kept if (found := _EDITED.fullmatch(line))]
    if edited:
        return edited[-1:]
    return [line for line in kept if not (_NOTE.fullmatch(line) or _FILE.fullmatch(line))]


def _without_reactions(body: Sequence[str]) -> Iterator[str]:
    """The lines but those from "Tapbacks:" up to the next blank one."""
    inside = False
    for line in body:
        inside = line in _REACTIONS or (inside and bool(line))
        if not inside:
            yield line

"""TalkBank's CHAT, .cha (https://talkbank.org/0info/manuals/CHAT.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 3000
_BEGIN = re.compile(r"^@(?:UTF8|Begin)\s*$", re.MULTILINE)
_SAID = re.compile(r"\*([A-Z0-9_]{1,8}):\s?(.*)")
_PEOPLE = re.compile(r"^@Participants:\s?(.{1,2000})$", re.MULTILINE)
# When it is said, in milliseconds; the signs around it are no text and gone.
_TIMES = re.compile(r"\s?(\d{1,9})_\d{1,9}\s*$")
# Remarks of the writer: what is said again, sounds, pauses, how an utterance ends.
_REMARKS = re.compile(
    r"\[[^\[\]]{0,200}\]|&[=~+-]?\S{1,60}|\(\.{1,3}\)|\(\d{1,3}\.\d{0,3}\)|\+[^\s\w]{1,6}|[<>‡„↑↓≠]"
    r"|(?<=\w)@[a-z]{1,3}(?:\$\w{1,9})?|\b(?:xxx|yyy|www|0)\b"
)
_LEFT_OUT = re.compile(r"(?<=\w)\(([^\W\d]{1,12})\)|(?<!\S)\(([^\W\d]{1,12})\)(?=\w)")
_BEFORE_MARK = re.compile(r"\s{1,9}([.?!,;:])")


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    head = text[:_HEAD]
    return 1.0 if _BEGIN.search(head) and _PEOPLE.search(head) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file without the remarks of its writer; None where it holds none."""
    people = _PEOPLE.search(text[:_HEAD])
    names = dict(map(_named, people[1].split(","))) if people else {}
    return page_of(_blocks(text.split("\n"), names))


def _named(entry: str) -> tuple[str, str]:
    """A code and the name behind it, or what the person is: "PER Per Holm Adult"."""
    code, *words = entry.split() or [""]
    return code, " ".join(words[:-1] or words).replace("_", " ")


def _blocks(lines: list[str], names: dict[str, str]) -> Iterator[Block]:
    who, text = "", ""
    for line in [*lines, "@End"]:
        if line.startswith("\t"):
            text = f"{text} {line.strip()}" if who else ""
            continue
        if who:
            yield _block(text, names.get(who) or who)
        found = _SAID.match(line)
        who, text = (found[1], found[2]) if found else ("", "")


def _block(text: str, speaker: str) -> Block:
    times = _TIMES.search(text)
    said = _REMARKS.sub(" ", text[: times.start()] if times else text)
    said = _LEFT_OUT.sub(lambda found: found[1] or found[2], said)
    shown = _BEFORE_MARK.sub(r"\1", " ".join(said.split()))
    return Block(int(times[1]) / 1000 if times else None, (shown,), speaker)

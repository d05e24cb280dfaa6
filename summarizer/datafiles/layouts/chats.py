"""Chats as programs export them to JSON: what people say, apart from what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from summarizer.data import rows
from summarizer.datafiles.columns import Fields
from summarizer.datafiles.comments import comment, said
from summarizer.datafiles.layouts.paths import at
from summarizer.datafiles.values import MOST_PIECES, walk
from summarizer.model import Comment, Omission, Page
from summarizer.page.kinds.chats import is_note, with_sent_links

_SAMPLE = 4000
"""Values that are enough to know a program."""

_NO_KIND = "-"
_ALONE = "."
_LINK = re.compile(
    r"<(?P<sign>[@#!]?)(?P<target>[^<>|\n]{1,2000})(?:\|(?P<label>[^<>\n]{0,500}))?>"
)
_ID = re.compile(r"[UWB][A-Z0-9]{4,20}")
_NAMES = ("real_name", "display_name", "name")

Record = Mapping[str, Any]


class Program(NamedTuple):
    """A row of data/chat_exports.tsv, its lists of names apart; a list alone has the name ""."""

    name: str
    listed: frozenset[str]
    fields: frozenset[str]
    who: str
    what: str
    kind: str
    kinds: frozenset[str]


def sniff(value: object) -> bool:
    """Whether ``value`` is the chat of a known program."""
    return _program(value) is not None


def read(value: object) -> Page | None:
    """What people say in a chat as a discussion; None where nobody says anything."""
    program = _program(value)
    if program is None:
        return None
    names = _names(value) if program.name == "Slack" else {}
    said_in = (_comment(message, program, names) for message in _messages(value, program))
    comments = tuple(islice((one for one in said_in if one), MOST_PIECES + 1))
    omissions = (Omission("too-long", MOST_PIECES),) if len(comments) > MOST_PIECES else ()
    page = Page(comments=comments[:MOST_PIECES], omissions=omissions)
    return with_sent_links(page) if comments else None


@lru_cache(maxsize=1)
def _programs() -> tuple[Program, ...]:
    return tuple(
        Program(
            name,
            frozenset(listed.replace(_ALONE, "").split(" ")),
            frozenset(fields.split()),
            who,
            what,
            kind,
            frozenset(kinds.split()),
        )
        for name, listed, fields, who, what, kind, kinds in rows("chat_exports")
    )


def _program(value: object) -> Program | None:
    """The program whose fields most of the first objects in its list have."""
    first = list(islice(walk(value), _SAMPLE))
    for program in _programs():
        listed = [one for key, one in first if _is_listed(key, one, program)]
        if 2 * sum(program.fields <= one.keys() for one in listed) >= len(listed) > 0:
            return program
    return None


def _messages(value: object, program: Program) -> Iterator[Record]:
    """The objects in the program's lists that have its fields."""
    for key, one in walk(value):
        if _is_listed(key, one, program) and program.fields <= one.keys():
            yield one


def _is_listed(key: str, value: object, program: Program) -> bool:
    """Whether ``value`` is an object in the program's list, or in a list alone."""
    return isinstance(value, dict) and key in program.listed


def _comment(message: Record, program: Program, names: Mapping[str, str]) -> Comment | None:
    """What is said in ``message``; None where the program itself says it, or nothing is."""
    kind = at(message, program.kind)
    if (_NO_KIND if kind is None else str(kind)) not in program.kinds:
        return None
    who = at(message, program.who)
    author = _latin(" ".join(str(who).split())[:200]) if isinstance(who, str) else None
    text = _latin(_plain(said(at(message, program.what)), names))
    kept = "\n".join(line for line in text.split("\n") if not is_note(line, author or "")).strip()
    if not kept:
        return None
    author = names.get(author or "", author)
    if author and program.name == "Slack" and _ID.fullmatch(author):
        author = None
    found = comment(Fields(message)) or Comment(kept)
    return replace(found, text=kept, author=author)


def _latin(text: str) -> str:
    """``text`` as it was, where its bytes were written as letters of Latin-1 (Messenger does)."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _names(value: object) -> dict[str, str]:
    """The name behind each id, from lists of users and from the profiles in messages."""
    found: dict[str, str] = {}
    for _, record in walk(value):
        if isinstance(record, dict) and isinstance(
            who := record.get("user", record.get("id")), str
        ):
            profile = record.get("user_profile") or record.get("profile") or record
            own = (profile.get(name) for name in _NAMES) if isinstance(profile, dict) else ()
            if name := next((one for one in own if isinstance(one, str) and one), None):
                found.setdefault(who, name)
    return found


def _plain(text: str, names: Mapping[str, str]) -> str:
    """``text`` with names and labels where Slack writes ids and addresses in angles."""
    return _LINK.sub(lambda found: _shown(found, names), text) if "<" in text else text


def _shown(found: re.Match[str], names: Mapping[str, str]) -> str:
    target, label = found["target"], found["label"]
    if found["sign"] == "@":
        return "@" + (label or names.get(target) or "…")
    if found["sign"]:
        return ("#" if found["sign"] == "#" else "@") + (label or target.partition("^")[0])
    return label or target.removeprefix("mailto:")

"""Which members of an Office package belong to another one (ECMA-376 part 2, 9)."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import NamedTuple
from zipfile import ZipFile

from summarizer.containers.unpack import read_member
from summarizer.xmlstream import events

_MOST_XML = 2_000_000


class Relation(NamedTuple):
    """The member's path in the package, and the last word of what it is ("slide")."""

    member: str
    kind: str


def relations(pack: ZipFile, member: str) -> dict[str, Relation]:
    """The members that ``member`` names, by the id it knows them by; only those that are there."""
    folder, name = dirname(member), member.rpartition("/")[2]
    path = f"{folder}/_rels/{name}.rels"
    names = frozenset(pack.namelist())
    if path not in names:
        return {}
    found: dict[str, Relation] = {}
    for kind, element, about in events(read_member(pack, path, _MOST_XML)):
        if kind == "start" and element == "Relationship":
            target = beside(member, about.get("Target", ""))
            if target in names:
                found[about.get("Id", "")] = Relation(target, about.get("Type", "").split("/")[-1])
    return found


def beside(member: str, target: str) -> str:
    """The path of ``target`` as ``member`` writes it: from its own folder, or from the root."""
    if target.startswith("/"):
        return normpath(target).lstrip("/")
    return normpath(join(dirname(member), target))

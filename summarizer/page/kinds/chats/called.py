"""What a chat is called, by what its program says above the messages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from summarizer.page.kinds.chats.heads import Head, Program
from summarizer.page.kinds.chats.words import is_note

_TOP = 12
"""Lines in which it stands."""
_GROUP = re.compile(
    r"group|groep|grup|grub|guruh|груп|مجموعة|گروه|समूह|ग्रुप|nhóm|グループ|그룹|群|קבוצ"
    r"|subject|betreff|asunto|sujet|assunto|oggetto|onderwerp|тему|temat",
    re.IGNORECASE,
)
_COMMUNITY = re.compile(r"comm?un|gemeinsch|сообщес|спільнот|社区|社群|コミュ", re.IGNORECASE)
"""What a group may be added to; that has a name of its own."""
_STOPS = (".", "。", "।", "۔")
_QUOTED = re.compile(r"[\"“”„«](?: |\u00a0)?([^\"“”„«»]{1,100}?)(?: |\u00a0)?[\"“”»]")


def called(lines: Sequence[str], program: Program, authors: Collection[str]) -> str | None:
    """The name in "Anna created group "Mill"", else what iOS sets before its first sentence.

    That is no group's where it is one of the ``authors``.
    """
    top = islice(filter(None, lines), _TOP)
    heads = [(line, head) for line in top if (head := program.read(line))]
    named = [names[-1] for line, head in heads if (names := _names_of_group(line, head))]
    if named or not heads:
        return named[-1] if named else None
    first = heads[0][1]
    return first.chat if first.text.endswith(_STOPS) and first.chat not in authors else None


def _names_of_group(line: str, head: Head) -> list[str]:
    """What stands in quotation marks where the program speaks of a group."""
    is_notice = not head.author or is_note(head.text, head.author)
    is_of_group = _GROUP.search(line) and not _COMMUNITY.search(line)
    return _QUOTED.findall(line) if is_notice and is_of_group else []

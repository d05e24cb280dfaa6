"""The new words of an e-mail: without what it quotes, signatures and small print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.mail.words import closes, header, says, starts

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_QUOTED = (
    'blockquote[type="cite"], .gmail_quote, .gmail_quote_container, .gmail_attr, .moz-cite-prefix,'
    " .yahoo_quoted, .protonmail_quote, .OutlookMessageHeader,"
    " #mail-editor-reference-message-container"
)
_ABOVE_QUOTED = "#appendonsend, #divRplyFwdMsg"
"""What Outlook puts above an older message: all that follows is quoted."""

_SIGNED = ".gmail_signature, .moz-signature, .protonmail_signature_block, #Signature"
_HIDDEN = '[style*="display:none"], [style*="display: none"], [style*="max-height:0"], .preheader'

_RULE = re.compile(r"[\s>]{0,8}[-_=*]{2,80}\s?([^-_=*]{3,80}?)\s?[-_=*]{0,80}:?\s{0,4}$")
_LINE = re.compile(r"[-_=*]{10,200}$")
_MARKED = re.compile(r"\s{0,3}[>|]")
_DAY = re.compile(r"\d{4}|\d{1,2}[.:/]\d{1,2}|\d{1,2}\.? \w{3}")
_ADDRESS = re.compile(r"<\S{1,100}@\S{1,100}>")
_SIGNATURE = frozenset({"--", "-- ", "—", "– "})
_LONGEST_FOOT = 300
_MOST_SIGNED, _LONGEST_SIGNED = 12, 80
"""Lines of a signature below the words of leave, and characters of one."""
_NEAR = 4
"""Lines within which a head of an older message has its other fields, or an introduction ends."""


def new_lines(lines: Sequence[str], *, forward: bool) -> list[str]:
    """The lines that are not quoted; of a forward what was forwarded is the message."""
    if forward:
        lines = _forwarded(lines)
    kept: list[str] = []
    for i, line in enumerate(lines):
        if _MARKED.match(line):
            _drop_introduction(kept)
        elif line in _SIGNATURE:
            break
        elif _begins_history(lines, i):
            del kept[len(kept) + 1 - max(1, _introduces(lines[max(0, i - 1) : i + 1])) :]
            break
        elif not _is_small_print(line):
            kept.append(line)
    return kept[: _close(kept)]


def drop_history(tree: LexborHTMLParser, *, forward: bool) -> None:
    """Take out of an e-mail in HTML what it quotes, unless that is the point of it."""
    for node in () if forward else tree.css(_ABOVE_QUOTED)[:1]:
        while following := node.next:
            following.decompose(recursive=True)
        node.decompose(recursive=True)
    unseen = (_SIGNED, _HIDDEN) if forward else (_SIGNED, _HIDDEN, _QUOTED)
    for node in tree.css(", ".join(unseen)):
        node.decompose(recursive=True)


def is_small_print(label: str) -> bool:
    """Whether a link's words are those of the foot of a newsletter."""
    return says("foot", label)


def _close(lines: Sequence[str]) -> int:
    """Where the writer takes leave above a name, a post, numbers; else the end."""
    full = [i for i, line in enumerate(lines) if line.strip()]
    closing = next((i for i in full[:0:-1][:_MOST_SIGNED] if closes(lines[i])), len(lines))
    signed = (line.strip() for line in lines[closing + 1 :])
    is_signed = all(len(x) <= _LONGEST_SIGNED and not x.endswith(("?", "!", ":")) for x in signed)
    return closing if is_signed else len(lines)


def _begins_history(lines: Sequence[str], i: int) -> bool:
    """Whether an older message begins at line ``i``: a rule, its head, or "On ... wrote:"."""
    line = lines[i]
    if (rule := _RULE.match(line)) and says("original", rule[1]):
        return True
    if _is_head(lines, i) or (_LINE.match(line.strip()) and _is_head(lines, i + 1)):
        return True
    following = next((x for x in lines[i + 1 : i + _NEAR] if x.strip()), "")
    names = says("wrote", line.rstrip(":： ")[-60:])
    return names and not _MARKED.match(following) and _introduces(lines[max(0, i - 1) : i + 1]) > 0


def _introduces(lines: Sequence[str]) -> int:
    """How many of the last lines say who is quoted: "On a day, somebody wrote:", or none."""
    *above, line = ["", *lines[-2:]]
    written = line.strip()
    if not written.endswith((":", "：")):
        return 0
    is_dated = bool(_DAY.search(written))
    goes_on = not is_dated and bool(_DAY.search(above[-1])) and len(above[-1]) < _LONGEST_FOOT
    names = says("wrote", written.rstrip(":： ")[-60:]) or bool(_ADDRESS.search(written))
    return 1 if is_dated else 2 * (goes_on and names)


def _is_head(lines: Sequence[str], i: int) -> bool:
    """Whether the head of an older message stands at line ``i``."""
    near = [header(line) for line in lines[i : i + _NEAR + 1]]
    kinds = {found[0] for found in near if found}
    return bool(near) and near[0] is not None and {"from", "subject"} <= kinds


def _forwarded(lines: Sequence[str]) -> Sequence[str]:
    """What was forwarded, with the words above it, without the head between them."""
    rule = next(
        (i for i, x in enumerate(lines) if says("forwarded", x) or _is_head(lines, i)), None
    )
    if rule is None:
        return [re.sub(r"^(?:>\s?){1,9}", "", line) for line in lines]
    at = rule + (not _is_head(lines, rule))
    while at < len(lines) and (not lines[at].strip() or header(lines[at])):
        at += 1
    above = [line for line in lines[:rule] if not _MARKED.match(line)]
    return [*above, *(re.sub(r"^(?:>\s?){1,9}", "", line) for line in lines[at:])]


def _drop_introduction(kept: list[str]) -> None:
    """Take off the line or two that say who is quoted: they end in a colon and name a day."""
    while kept and not kept[-1].strip():
        kept.pop()
    del kept[len(kept) - _introduces(kept[-2:]) :]


def _is_small_print(line: str) -> bool:
    return len(line) <= _LONGEST_FOOT and (starts("sent-from", line) or says("foot", line))

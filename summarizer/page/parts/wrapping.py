"""What people and tools wrap around a transcript: requests to an assistant, notes of recorders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.page.interface import (
    BLANK,
    Line,
    Mark,
    find_marks,
    fold_words,
    is_tool_note,
    phrases_of,
    read_line,
    without_linked_note,
)
from summarizer.page.parts.front_matter import states_page

_TOP, _END = 12, 8
"""Full lines at the top and at the end of a text in which notes and requests stand."""

_LONGEST_REQUEST = 600
_OPENING = 3
"""Lines at the top that may be one request."""

_LONG = 150
"""Characters from which on what stands behind "Transcript:" is the transcript."""

_MOST_LABEL_WORDS = 6
_CLOSING = {'"': '"', "“": '”"', "„": "“”", "«": "»", "「": "」", "『": "』"}
_FENCE = re.compile(r"\"{3}|'{3}|`{3,4}\w{0,10}|~{3}|</?[a-z_]{1,20}>|\[/?[A-Z_]{3,20}\]")
_LABELLED = re.compile(r"[#*_>\s]{0,6}([^:：]{2,80}?)[*_]{0,2}[:：][*_]{0,2}\s{0,3}(.*)", re.DOTALL)
_MARKS = "#*_> "
_TAG = re.compile(r"<[/\w!?]")
_TAG_ALONE = re.compile(r"^[ \t]{0,20}<(/?)([a-z_]{2,30})>[ \t\r]{0,20}$", re.MULTILINE)
_MOST_TAGS, _TAGGED = 16, 100_000
"""Tags of a prompt, and characters in which they are looked for."""

_LONGEST_LABEL = 40
_FEWEST_OF_PLAYER = 2
_TELLING = 4
"""Letters that tell most lines from what a player says, before the whole line is folded."""
_PLAYING = re.compile(r"\d{1,2}:\d{2}(?::\d{2})? / \d{1,2}:\d{2}(?::\d{2})?(?:$|[^\W\d_])")
"""Where a player stands, its buttons glued behind: "0:00 / 8:41Press UP"."""
_HEAD = 400
"""Characters of a line in which a menu may end: a text may be one line."""


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with what is wrapped around the transcript blanked out."""
    said = (without_linked_note(line.text) for line in lines)
    rest = [x if x.text is text else read_line(text) for x, text in zip(lines, said, strict=True)]
    is_asked = _take_tagged(rest)
    _take_player(rest)
    _take_notes(rest)
    is_asked = _take_request_below(rest) or is_asked
    is_asked = _take_request_above(rest) or is_asked
    if _take_label(rest) or is_asked:
        _take_fences(rest)
        _take_quotes(rest)
    return rest


def is_request(text: str) -> bool:
    """Whether ``text`` asks for a summary of what stands beside it, in a known language."""
    if len(text) > _LONGEST_REQUEST:
        return False
    folded = fold_words(text)
    about = any(word in folded for word in _phrases("request of"))
    return about and folded.startswith(_phrases("request"))


def is_tagged(text: str) -> bool:
    """Whether plain ``text`` has tags around its parts, as prompts do: each on a line alone."""
    tags = _TAG.findall(text, 0, _TAGGED)
    alone = _TAG_ALONE.findall(text, 0, _TAGGED)
    pairs = {name for slash, name in alone if slash}
    return 0 < len(tags) == len(alone) <= _MOST_TAGS and {name for _, name in alone} == pairs


def _full(lines: Sequence[Line]) -> list[int]:
    return [i for i, line in enumerate(lines) if line.text]


def _take_tagged(lines: list[Line]) -> bool:
    """Leave only what stands between the tags of a transcript: "<transcript>"."""
    for i in _full(lines)[: 4 * _TOP]:
        tag = _TAG_ALONE.fullmatch(lines[i].text)
        closing = f"</{tag[2]}>" if tag and _is_panel(tag[2]) else ""
        below = range(i, len(lines) if closing else i)
        end = next((n for n in below if lines[n].text == closing), 0)
        if end:
            lines[: i + 1] = [BLANK] * (i + 1)
            lines[end:] = [BLANK] * (len(lines) - end)
            return True
    return False


def _is_panel(name: str) -> bool:
    """Whether a tag is called a transcript: "meeting_transcript"."""
    return any(Mark.PANEL in find_marks(word) for word in (name, *name.split("_")) if word)


def _take_notes(lines: list[Line]) -> None:
    """Blank out a tool's notes at the ends of a text, and the labels of a page below the last."""
    menu = next((i for i in _full(lines)[:_TOP] if _is_below_menu(lines[i].text)), -1) + 1
    lines[:menu] = [BLANK] * menu
    full = _full(lines)
    noted = [i for i in full[:_TOP] + full[-_END:] if is_tool_note(lines[i].text.strip(_MARKS))]
    below = [i for i in full[-_END:] if noted and i > noted[-1]]
    if all(_is_label(lines[i]) for i in below):
        noted += below
    for i in noted:
        lines[i] = BLANK


def _take_player(lines: list[Line]) -> None:
    """Blank out what edX's player says to screen readers, and the labels below its last line.

    Where the player begins and ends its transcript, two lines say so.
    """
    told = [i for i in _full(lines) if _is_player(lines[i].text)]
    if len(told) < _FEWEST_OF_PLAYER:
        return
    end = told[-1] + 1
    below = [i for i in _full(lines) if i >= end]
    if len(below) <= _END and all(_is_label(lines[i]) for i in below):
        end = len(lines)
    for i in {*told, *range(told[-1], end)}:
        lines[i] = BLANK


def _is_player(text: str) -> bool:
    if _PLAYING.match(text):
        return True
    bare = text[:_LONG].strip(_MARKS + "(").casefold()
    if bare[:2] not in _player_beginnings(2):
        return False
    letters = "".join(filter(str.isalnum, bare[: 2 * _TELLING]))[:_TELLING]
    return letters in _player_beginnings(_TELLING) and fold_words(bare).startswith(
        _phrases("player")
    )


def _is_below_menu(text: str) -> bool:
    """Whether a course's menu ends here: "From the course: Milling"."""
    return fold_words(text[:_HEAD]).startswith(_phrases("note below"))


def _is_label(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LABEL and line.text[-1].isalnum() and not line.stamp


def _take_request_above(lines: list[Line]) -> bool:
    """Blank out the request that opens the text, and what it adds above "Transcript:"."""
    full = _full(lines)
    first = lines[full[0]].text if full else ""
    head, _, rest = first.partition(":") if len(first) > _LONG else ("", "", "")
    label = next((n for n, i in enumerate(full[:_TOP]) if _value(lines[i].text) is not None), 0)
    is_above = len(full) > 1 and len(rest) <= _LONG and _opens(lines, full[:label] or full[:1])
    if not (is_above or (len(rest) > _LONG and is_request(head))):
        return False
    lines[full[0]] = read_line("" if is_above else rest.strip())
    for i in full[1:label]:
        lines[i] = lines[i] if states_page(lines[i].text) else BLANK
    return True


def _opens(lines: Sequence[Line], above: Sequence[int]) -> bool:
    """Whether a request opens the lines ``above``: in one, or who to be first, then what to do."""
    opening = [lines[i].text for i in above[:_OPENING]]
    return any(is_request(" ".join(opening[:n])) for n in range(1, len(opening) + 1))


def _take_request_below(lines: list[Line]) -> bool:
    """Blank out a request at the end, and what it adds below."""
    full = _full(lines)
    at = next((i for i in full[1:][-_END:] if is_request(lines[i].text)), None)
    for i in full if at is not None else ():
        if i >= (at or 0):
            lines[i] = BLANK
    return at is not None


def _take_label(lines: list[Line]) -> bool:
    """Take "Transcript:" off the transcript that follows it on the same line."""
    for i in _full(lines)[:_TOP]:
        value = _value(lines[i].text)
        if value and (len(value) > _LONG or value[0] in _CLOSING):
            lines[i] = read_line(value)
            return True
    return False


def _value(text: str) -> str | None:
    """What stands behind the label of a transcript, perhaps nothing; None without the label."""
    found = _LABELLED.fullmatch(text)
    words = found[1].split() if found else []
    if not found or len(words) > _MOST_LABEL_WORDS:
        return None
    is_named = any(Mark.PANEL in find_marks(label) for label in (found[1], *words))
    return found[2].strip() if is_named else None


def _take_fences(lines: list[Line]) -> None:
    """Blank out the marks that set a quoted text off, near its ends."""
    full = _full(lines)
    for i in {*full[:_TOP], *full[-2:]}:
        if _FENCE.fullmatch(lines[i].text):
            lines[i] = BLANK


def _take_quotes(lines: list[Line]) -> None:
    """Take the quotation marks off a transcript that is quoted whole."""
    full = _full(lines)
    quoted = next((i for i in full[:_TOP] if lines[i].text[0] in _CLOSING), None)
    if quoted is None or lines[full[-1]].text[-1] not in _CLOSING[lines[quoted].text[0]]:
        return
    lines[quoted] = read_line(lines[quoted].text[1:])
    lines[full[-1]] = read_line(lines[full[-1]].text[:-1])


@lru_cache(maxsize=2)
def _player_beginnings(letters: int) -> frozenset[str]:
    """The first letters of what a player says, which few other lines begin with."""
    return frozenset(phrase[:letters] for phrase in _phrases("player"))


@lru_cache(maxsize=8)
def _phrases(mark: str) -> tuple[str, ...]:
    """The folded phrases of a row of the table."""
    return tuple(fold_words(p.replace("#", "0")) for _, row in phrases_of(mark) for p in row)

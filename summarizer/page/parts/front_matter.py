"""What stands around a page as its data: front matter, "title: ..." lines, its own address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.data import rows
from summarizer.page.interface import (
    BLANK,
    NOTHING,
    Line,
    field_names,
    fold_words,
    read_line,
)
from summarizer.page.parts.reader_head import take_reader_head
from summarizer.page.parts.title import clean_title

_FIELD = re.compile(r"[-*_>\s]{0,4}(\w[\w \-'’]{0,30}?)[*_]{0,2}\s?[:：][*_]{0,2}\s*(.{0,2000})")
_ADDRESS = re.compile(r"<?((?:https?://|www\.)[^\s<>]{3,2000})>?")
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\((https?://[^()\s]{3,2000})\)")
_LONGEST_FIELD = 2100
"""Characters of the longest line that may be a field."""

_HASH = "# "
_QUOTES = "\"'[]|*_ "
_LONGEST_MATTER = 80
"""Lines of the longest front matter."""

_REPEATED = 20
"""Lines below the fields in which their title may stand again."""

_FEWEST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that a page states about itself, and the lines that are left."""

    lines: list[Line]
    title: str | None = None
    channel: str | None = None
    address: str | None = None
    description: str | None = None


def read_front_matter(lines: Sequence[Line]) -> FrontMatter:
    """The data around the page, its lines blanked out of the rest."""
    rest = list(lines)
    _bare_hashes(rest)
    fields = _take_fenced(rest) or _take_listed(rest) or take_reader_head(rest)
    address = _take_address(rest)
    return FrontMatter(
        rest,
        fields.get("title"),
        fields.get("channel"),
        _as_address(fields.get("address")) or address,
        fields.get("description"),
    )


def find_address(line: str) -> str | None:
    """The address that is all of ``line``, bare or as an image; None for other lines."""
    found = _IMAGE.fullmatch(line) or _ADDRESS.fullmatch(line)
    return found[1] if found else None


def is_field(text: str) -> bool:
    """Whether ``text`` is a field of a page that is neither its title, channel nor address."""
    return _field(text)[0] == "other"


def states_page(text: str) -> bool:
    """Whether ``text`` is a field that says the title, channel or address of a page."""
    kind, value = _field(text)
    return bool(value) and kind not in {"", "other"}


def is_video(address: str) -> bool:
    """Whether ``address`` is that of a video on a known site."""
    bare = re.sub(r"^(?:https?://)?(?:www\.|m\.|music\.)?", "", address[:300], flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    prefixes = _sites().get(host.casefold(), ())
    return any(f"{slash}{path}".startswith(prefix) and len(path) > 1 for prefix in prefixes)


@lru_cache(maxsize=1)
def _sites() -> dict[str, list[str]]:
    sites: dict[str, list[str]] = {}
    for host, prefix in rows("sites"):
        sites.setdefault(host, []).append(prefix)
    return sites


def _bare_hashes(lines: list[Line]) -> None:
    """Take the "# " off a tool's own lines above a page: its title and address come last."""
    end = next((i for i, line in enumerate(lines) if not line.text), 0)
    above = [line.text for line in lines[:end]]
    if not all(text.startswith(_HASH) for text in above):
        return
    bare = [text.removeprefix(_HASH) for text in above]
    if any(find_address(text) for text in bare[-1:]):
        own = max(end - 2, 0)
        lines[:own] = [BLANK] * own
        lines[own:end] = [read_line(text) for text in bare[-2:]]


def _take_fenced(lines: list[Line]) -> dict[str, str]:
    """The fields of the front matter between two lines "---" at the top."""
    first = next((i for i, line in enumerate(lines) if line.text), len(lines))
    if first == len(lines) or lines[first].text != "---":
        return {}
    ends = range(first + 1, min(first + _LONGEST_MATTER, len(lines)))
    end = next((i for i in ends if lines[i].text in {"---", "..."}), None)
    if end is None:
        return {}
    fields = _read_fields(lines[first + 1 : end])
    _blank_out(lines, end, fields)
    return fields


def _read_fields(lines: Sequence[Line]) -> dict[str, str]:
    """What each known field holds; the first entry of a list stands for the list."""
    fields: dict[str, str] = {}
    field: str | None = None
    for line in lines:
        name, value = _field(line.text)
        if name:
            field = name
        else:
            value = line.text.removeprefix("- ")
        value = value.strip(_QUOTES)
        if field and field != "other" and value:
            fields.setdefault(field, value)
    return fields


def _take_listed(lines: list[Line]) -> dict[str, str]:
    """The fields of a block of lines like "Channel: name" at the top, and a title above them."""
    taken: list[int] = []
    above: list[str] = []
    for i, line in enumerate(lines[:_LONGEST_MATTER]):
        name, value = _field(line.text)
        if name and value:
            taken.append(i)
        elif line.text and (taken or above):
            break
        elif line.text:
            above.append(line.text)
    fields = _read_fields([lines[i] for i in taken])
    stated = len(taken) + (1 if above and find_address(fields.get("address", "")) else 0)
    if not fields or (stated < _FEWEST_FIELDS and "title" not in fields):
        return {}
    fields = {"title": clean_title(above[0]), **fields} if above else fields
    _blank_out(lines, taken[-1], fields)
    return fields


def _blank_out(lines: list[Line], end: int, fields: dict[str, str]) -> None:
    """Empty the lines up to ``end``, but for a title that the page does not repeat below."""
    lines[: end + 1] = [BLANK] * (end + 1)
    title = fields.get("title")
    below = (clean_title(line.text) for line in lines[end + 1 : end + _REPEATED])
    if title and title not in below:
        lines[max(end - 1, 0)] = read_line(title)._replace(marks=NOTHING, gives_subscribers=False)


def _field(text: str) -> tuple[str, str]:
    """What the field that ``text`` names holds, and its value; ("", "") for other lines."""
    found = _FIELD.fullmatch(text) if len(text) <= _LONGEST_FIELD else None
    kind = field_names().get(fold_words(found[1]), "") if found else ""
    return (kind, found[2]) if found and kind else ("", "")


def _take_address(lines: list[Line]) -> str | None:
    """The page's own address: alone in one of the first two lines, or, of a video, the last."""
    full = [i for i, line in enumerate(lines) if line.text]
    for number, i in enumerate([*full[:2], *full[-1:]] if len(full) > 1 else []):
        address = find_address(lines[i].text)
        if address and (number == 0 or is_video(address)):
            lines[i] = BLANK
            return address
    return None


def _as_address(value: str | None) -> str | None:
    """``value`` where it is an address, bare or as a Markdown link."""
    found = _ADDRESS.search(value) if value else None
    return found[1].rstrip(")]") if found else None

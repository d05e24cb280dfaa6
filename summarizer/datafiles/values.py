"""Lenient reading of JSON and its like to plain values, and the walk through them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import repeat
from typing import Any, NamedTuple

from summarizer.datafiles.literals import read_literals
from summarizer.decode import normalise
from summarizer.model import UnreadableError

MOST_CONTAINERS = 700_000
"""Objects and lists that fit into the memory a reader may take."""
FEW_CONTAINERS, LEAST_LETTERS = 150_000, 20
"""So many may be as small as they like; of more each has such a number of letters."""

MOST_PIECES = 50_000
"""Comments and cues, more than a digest can speak of; what comes after them is not looked at."""

_MOST_RUNS = 10_000
_LONGEST_EMOJI = 8
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[\s,;]*")
# What makes a text that begins with a bracket worth a lenient look.
_CODE = re.compile(
    r"[\[{(]\s{0,200}(?:[\[{(]|[\"'`]|[\]}]|-?\d|\w{1,60}\s{0,9}[:=(]|/[/*])"
    r"|(?:^|\n)(?:export\s|module\.exports|(?:const|let|var)\s)[^\n]{0,100}[\[{]"
    r"|[A-Za-z_]\w{0,60}\s{0,3}[=(]\s{0,3}[\[{\w]"
)


class Value(NamedTuple):
    """Plain values and whether the text was ``whole`` (else it broke off, or parts were lost)."""

    value: Any
    whole: bool


def parse(text: str) -> Value | None:
    """What the JSON, JSON lines, JavaScript or Python literal in ``text`` says, else None.

    ``NaN`` and its like are None, of doubled keys the last one counts, a text that breaks off
    gives what stands before. Raises UnreadableError where it is too large or too deep.
    """
    most = min(MOST_CONTAINERS, max(FEW_CONTAINERS, len(text) // LEAST_LETTERS))
    if text.count("{") + text.count("[") > most:
        raise UnreadableError("data-too-large")
    values = _json(text)
    if values is not None:
        return Value(_whole_letters(values), whole=True)
    return Value(*found) if (found := _lenient(text)) else None


def parse_at(text: str, at: int) -> object:
    """The JSON value that begins at ``at``, whatever follows it; None where there is none."""
    decoder = json.JSONDecoder(parse_constant=lambda _: None, strict=False)
    try:
        return decoder.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def walk(value: object) -> Iterator[tuple[str, Any]]:
    """Every (key, value) inside ``value`` in reading order, itself first; deep values are safe."""
    stack: list[Iterator[tuple[str, Any]]] = [iter([("", value)])]
    while stack:
        if (pair := next(stack[-1], None)) is None:
            stack.pop()
            continue
        yield pair
        key, item = pair
        if isinstance(item, dict):
            stack.append((str(k), v) for k, v in item.items())
        elif isinstance(item, list):
            stack.append(zip(repeat(key), item, strict=False))


def text_of(value: object) -> str:
    """The words in a string, a list of pieces, or an object that wraps them; else ``""``.

    Knows YouTube's ``runs`` and ``simpleText``, Telegram's and others' mixed lists.
    """
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, list):
        return normalise("".join(_piece(item) for item in value[:_MOST_RUNS]))
    return normalise(_piece(value))


def _piece(item: object) -> str:
    """The words of one piece; wrappers are few levels deep."""
    for _ in range(6):
        if isinstance(item, str):
            return item
        if isinstance(item, list):
            return "".join(p if isinstance(p, str) else _run(p) for p in item[:_MOST_RUNS])
        if not isinstance(item, dict):
            return ""
        item = next((item[k] for k in _WRAPPERS if item.get(k)), None) or _run(item)
    return ""


_WRAPPERS = ("text", "simpleText", "runs", "content", "message", "plain", "body", "label")


def _run(run: object) -> str:
    """One of YouTube's runs: words, or an emoji by its sign or short name."""
    if not isinstance(run, dict):
        return ""
    if isinstance(text := run.get("text"), str):
        return text
    emoji = run.get("emoji")
    if not isinstance(emoji, dict):
        return ""
    names = emoji.get("shortcuts")
    sign = str(emoji.get("emojiId") or "")
    return (
        sign
        if 0 < len(sign) <= _LONGEST_EMOJI
        else str(names[0])
        if isinstance(names, list) and names
        else ""
    )


def _json(text: str) -> object:
    """One JSON value, or a list of those that stand one after another; None if it is not JSON."""
    decoder = json.JSONDecoder(parse_constant=lambda _: None, strict=False)
    found: list[Any] = []
    at = 0
    try:
        while (at := _after_blank(text, at)) < len(text):
            value, at = decoder.raw_decode(text, at)
            found.append(value)
    except (ValueError, RecursionError):
        return None
    if len(found) > 1 and not all(isinstance(value, dict | list) for value in found):
        return None
    return found[0] if len(found) == 1 else found or None


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _lenient(text: str) -> tuple[Any, bool] | None:
    start = text.lstrip()[:3000]
    if not _CODE.match(start) and not _CODE.search(start):
        return None
    found = read_literals(text)
    if found.prose or not found.value:
        return None
    value = found.value
    if isinstance(value, dict) and not start.startswith("{"):
        named = list(value.values())  # the names of variables say nothing
        value = named[0] if len(named) == 1 else named
    return _whole_letters(value), found.whole


def _whole_letters(value: object) -> object:
    """``value`` without halves of letters that no text may hold."""
    try:
        dumped = json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        return None
    if not _SURROGATE.search(dumped):
        return value
    whole = dumped.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return json.loads(whole)

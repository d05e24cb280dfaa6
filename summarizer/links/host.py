"""How much of a run of letters and dots is the name of a host."""

from __future__ import annotations

import re
from functools import cache

from summarizer.links.address import INVISIBLE
from summarizer.links.suffix import is_public_suffix, is_tld
from summarizer.links.tables import table_words

_IPV4 = re.compile(
    r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
)
_ASCII_START = re.compile(r"[a-z0-9-]+", re.IGNORECASE)
_ASCII_END = re.compile(r"[a-z0-9][a-z0-9-]*\Z", re.IGNORECASE)
_SYMBOLS = re.compile(r"[^\w\u0300-\u036f-]+")
_LONGEST_HOST = 253
_LONGEST_LABEL = 63
_LOOKED_BACK = 8  # labels
_LAST_LATIN = "\u036f"  # diacritics and all
_FEWEST = 2  # labels of a name, letters of an unknown top-level name


def host_length(run: str) -> int:
    """How many characters of ``run`` are a host after a scheme; 0: none."""
    if run == "localhost" or _IPV4.fullmatch(run):
        return len(run)
    labels = run.split(".")
    count, last = _up_to_known_top(labels)
    if not count and _may_be_top(labels[-1]):
        count, last = len(labels), labels[-1]
    return _length(labels[:count], last)


def find_host(run: str, *, has_path: bool) -> tuple[int, int]:
    """Where in ``run`` a host without a scheme begins and how long it is; length 0: none."""
    if _IPV4.fullmatch(run):
        return 0, len(run)
    written = run.split(".")
    if not any(label[:1].isalpha() for label in written[1:]):  # "v1.5": no name begins with a digit
        return 0, 0
    labels = _before_glued_text(written)
    begin = _decoration(labels[0], labels[-1])
    labels[0] = labels[0][begin:]
    count, top = _up_to_known_top(labels)
    if not count or (count < len(labels) and not _new_sentence(labels, count, top)):
        return 0, 0
    if not has_path and _looks_like_prose(labels[:count], top):
        return 0, 0
    return begin, _length(labels[:count], top)


def _before_glued_text(labels: list[str]) -> list[str]:
    """``labels`` up to the first that a text without blanks is glued to."""
    glued = (n for n, label in enumerate(labels[1:], _FEWEST) if _known_start(label))
    return labels[: next(glued, len(labels))]


def _up_to_known_top(labels: list[str]) -> tuple[int, str]:
    """How many labels make a name, and its last one, cut where another script is glued to it."""
    for count in range(len(labels), max(1, len(labels) - _LOOKED_BACK), -1):
        if _is_known(labels[:count]):
            return count, labels[count - 1]
        if glued := _known_start(labels[count - 1]):
            return count, glued
    return _glued_foreign_top(labels)


def _known_start(label: str) -> str:
    """A top-level name with a text of another script glued to it: "com" of "com日本語"."""
    start = _ASCII_START.match(label)
    if not start or label[start.end() : start.end() + 1] <= _LAST_LATIN:
        return ""
    return start[0] if is_tld(start[0]) else ""


def _is_known(labels: list[str]) -> bool:
    """Whether names are registered under the last label, or under the last two as "org.za"."""
    return is_tld(labels[-1]) or is_public_suffix(".".join(labels[-2:]).lower())


def _glued_foreign_top(labels: list[str]) -> tuple[int, str]:
    """A name of another script glued to the text behind it."""
    label = labels[-1]
    if label.isascii() or len(labels) < _FEWEST:
        return 0, ""
    known = (label[:n] for n in range(min(len(label) - 1, 20), 1, -1) if is_tld(label[:n]))
    top = next(known, "")
    return (len(labels), top) if top else (0, "")


def _may_be_top(label: str) -> bool:
    return len(label) >= _FEWEST and label.replace("-", "").isalpha()


def _length(labels: list[str], last: str) -> int:
    """The length of the host of ``labels``, the last one cut to ``last``; 0 where it is none."""
    host = ".".join([*labels[:-1], last])
    whole = [INVISIBLE.sub("", label) for label in [*labels[:-1], last]]
    fine = len(labels) >= _FEWEST and len(host) <= _LONGEST_HOST and all(map(_may_be_label, whole))
    return len(host) if fine and not any("_" in label for label in whole[-2:]) else 0


def _may_be_label(label: str) -> bool:
    edges = label[:1] + label[-1:]
    if label.startswith("xn--") and not label.isascii():
        return False
    return 0 < len(label) <= _LONGEST_LABEL and "-" not in edges and "_" not in edges


def _decoration(first: str, last: str) -> int:
    """How many characters before the first label only stand there: dashes, emoji, other scripts."""
    symbols = _SYMBOLS.match(first)
    begin = symbols.end() if symbols and symbols.end() < len(first) else 0
    begin += len(first[begin:]) - len(first[begin:].lstrip("-"))
    if last[:1].isascii() and not first.isascii():
        ending = _ASCII_END.search(first, begin)
        if ending and ending.start() > begin and _unspaced(first[ending.start() - 1]):
            return ending.start()
    return begin


def _unspaced(letter: str) -> bool:
    """Whether ``letter`` is of a script written without blanks, or of Korean."""
    return letter >= "\u2e80" or "\u0e00" <= letter <= "\u0eff"


def _new_sentence(labels: list[str], count: int, top: str) -> bool:
    """Whether what follows the name begins a sentence without a blank: "example.com.Then"."""
    return top != labels[count - 1] or not labels[count][:1].islower()


def _looks_like_prose(labels: list[str], top: str) -> bool:
    """Two sentences without a blank between, or the name of a file."""
    if top[:1].isupper() and not top.isupper() and top.lower() == top[:1].lower() + top[1:]:
        return True
    if len(set(map(str.isupper, top))) > 1 and top.isascii():
        return False
    stem, ending = ".".join(labels[:-1]).lower(), top.lower()
    return (
        ending in _names("file")
        or (ending in _names("perhaps a file") and stem in _names("file stem"))
        or f"{stem}.{ending}" in _names("no address")
    )


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(table_words("link_file_names", key))

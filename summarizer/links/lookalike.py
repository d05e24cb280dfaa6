"""Whether a host's letters may be taken for another's.

After UTS #39 (single script or highly restrictive, Latin beside Chinese, Japanese or Korean only
in ASCII), RFC 5891-5893 through idna, and the public IDN policies of Chromium and Firefox.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import idna

from summarizer.data import rows
from summarizer.links.cache import remembered
from summarizer.links.suffix import registrable_domain

_TOGETHER = (
    frozenset({"Latn", "Hani", "Hira", "Kana"}),
    frozenset({"Latn", "Hani", "Bopo"}),
    frozenset({"Latn", "Hani", "Hang"}),
)
_JAPANESE = {"Hira", "Kana", "Hani"}
_KANA_TWIN = re.compile(r"[へべぺヘベペ]")
_KANA_HABITS = re.compile(
    r"(?<![ぁ-ゖァ-ヺー])ー|(?<![ァ-ヺー])[ヽヾ]|(?<![ぁ-ゖ])[ゝゞ]"  # they prolong a sign
    r"|(?<=[a-z])[ノンソゾ丶丿丨一](?=[a-z]|\Z)|(?:\A|(?<=-))[ノンソゾ丶丿丨一](?=[a-z])"
    r"|(?<=[a-z])・|・(?=[a-z])"
)
_DOTTED = re.compile(r"[ijlı]\u0307|[ıȷ][\u0300-\u036f]")
_MARK_TWICE = re.compile(r"([\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u109f])\1")
_LATIN_MIDDLE = re.compile(r"(?<!l)·|·(?!l)")
_SHORTEST_NAME = 4


@remembered
def suspicious(host: str) -> bool:
    """Whether ``host``, in letters or as "xn--", may be made to look like another.

    Also true where a label is no valid IDNA 2008 name, since browsers show it as they like.
    """
    if host.isascii() and "xn--" not in host.lower():
        return False
    try:
        labels = [_readable(label) for label in host.rstrip(".").split(".")]
    except (idna.IDNAError, UnicodeError):
        return True
    return any(_deceives(label, labels[-1]) for label in labels) or _imitates(labels)


def _readable(label: str) -> str:
    """``label`` in its own letters, mapped as browsers map it (UTS #46)."""
    if label.lower().startswith("xn--"):
        return idna.ulabel(label.lower())
    mapped = idna.uts46_remap(label, std3_rules=False)
    if not mapped.isascii():
        idna.check_label(mapped)
    return mapped


def _deceives(label: str, top: str) -> bool:
    return not label.isascii() and any(wrong(label, top) for wrong in _RULES)


def _mixes_scripts(label: str, _: str) -> bool:
    scripts = {_script(c) for c in label if not c.isascii() or c.isalpha()} - {"Zyyy"}
    if "" in scripts:
        return True
    if len(scripts) > 1 and any(_script(c) == "Latn" and not c.isascii() for c in label):
        return True
    return len(scripts) > 1 and not any(scripts <= allowed for allowed in _TOGETHER)


def _has_odd_marks(label: str, _: str) -> bool:
    apart = unicodedata.normalize("NFD", label)
    odd = _MARK_TWICE.search(apart) or _DOTTED.search(label)
    return bool(odd) or ("·" in label and bool(_LATIN_MIDDLE.search(label)))


def _has_odd_kana(label: str, _: str) -> bool:
    if _KANA_HABITS.search(label):
        return True
    rest = {_script(c) for c in _KANA_TWIN.sub("", label)} & {"Hira", "Kana"}
    twins = {_script(c) for c in _KANA_TWIN.findall(label)}
    return bool(twins) and len(rest) == 1 and not twins <= rest


def _looks_like_a_number(label: str, _: str) -> bool:
    return all(c.isdigit() or c == "-" or _shapes().get(c, "").isdigit() for c in label)


def _looks_like_latin(label: str, top: str) -> bool:
    """Whole-script confusable: each letter has an ASCII twin, under a name that is not at home."""
    letters = [c for c in label if not c.isascii()]
    scripts = {_script(c) for c in letters} - {"Zyyy"}
    if scripts & {"Latn", *_JAPANESE} or not top.isascii():
        return False
    alike = all(_shapes().get(c, "").isalpha() for c in letters)
    return alike and not any(top in _home_tlds().get(script, ()) for script in scripts)


_RULES: tuple[Callable[[str, str], bool], ...] = (
    _mixes_scripts,
    _has_odd_marks,
    _has_odd_kana,
    _looks_like_a_number,
    _looks_like_latin,
)


def _imitates(labels: list[str]) -> bool:
    """Whether the registered name is a well-known one but for marks and twins of letters."""
    name = registrable_domain(".".join(labels)).partition(".")[0]
    if name.isascii():
        return False
    apart = unicodedata.normalize("NFD", name)
    plain = "".join(_shapes().get(c, c) for c in apart if not unicodedata.combining(c))
    return len(plain) >= _SHORTEST_NAME and plain in _brands()


def _script(character: str) -> str:
    """The ISO 15924 code of an everyday script, "Zyyy" of several, "" of none."""
    return "Latn" if "a" <= character <= "z" else _scripts().get(ord(character), "")


@cache
def _scripts() -> dict[int, str]:
    table = dict.fromkeys((ord(c) for c in "-_0123456789"), "Zyyy")
    for script, ranges in rows("link_scripts"):
        for low, _, high in (part.partition("-") for part in ranges.split(" ")):
            table.update(dict.fromkeys(range(int(low, 16), int(high or low, 16) + 1), script))
    return table


@cache
def _shapes() -> dict[str, str]:
    """A letter and what it looks like in ASCII."""
    return {letter: shape for shape, letters in rows("link_lookalikes") for letter in letters}


@cache
def _home_tlds() -> dict[str, frozenset[str]]:
    """The top-level names under which a script is at home."""
    return {script: frozenset(tops.split()) for script, tops in rows("link_script_homes")}


@cache
def _brands() -> frozenset[str]:
    return frozenset(name for row in rows("link_brands") for name in row[1].split())

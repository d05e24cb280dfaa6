"""Which form of a text a number takes: Unicode's plural rules, read from ``plurals.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final

OTHER: Final = "other"
"""The category of every number that meets no condition."""

_RULES: Final = Path(__file__).with_name("languages") / "plurals.tsv"
_RELATION = re.compile(r"(?P<operand>[niv])(?: % (?P<divisor>\d+))? (?P<not>!)?= (?P<range>[\d.]+)")


def category(language: str, number: int | Decimal) -> str:
    """The category of ``number`` with the fraction digits that it shows (UTS #35, part 3)."""
    operands = _operands(Decimal(number))
    conditions = _rules()[language].items()
    return next((name for name, rule in conditions if _meets(rule, operands)), OTHER)


def categories(language: str) -> tuple[str, ...]:
    """All categories of a language, in the order of its rules, then ``other``."""
    return (*_rules()[language], OTHER)


def _operands(number: Decimal) -> Mapping[str, Decimal]:
    """``n`` the absolute value, ``i`` its whole part, ``v`` how many fraction digits are shown."""
    value, exponent = abs(number), number.as_tuple().exponent
    shown = -exponent if isinstance(exponent, int) else 0
    return {"n": value, "i": Decimal(int(value)), "v": Decimal(max(0, shown))}


def _meets(rule: str, operands: Mapping[str, Decimal]) -> bool:
    """Whether all relations of one of the alternatives hold."""
    return any(
        all(_holds(relation, operands) for relation in alternative.split(" and "))
        for alternative in rule.split(" or ")
    )


def _holds(relation: str, operands: Mapping[str, Decimal]) -> bool:
    found = _RELATION.fullmatch(relation)
    if found is None:
        raise ValueError(f"no relation of a plural rule: {relation}")
    value = operands[found["operand"]]
    if found["divisor"]:
        value %= int(found["divisor"])
    low, _, high = found["range"].partition("..")
    is_in = value == int(value) and int(low) <= value <= int(high or low)
    return is_in != bool(found["not"])


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, Mapping[str, str]]:
    """Language -> category -> condition."""
    rules: dict[str, dict[str, str]] = {}
    for line in _RULES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            languages, name, condition = line.split("\t")
            for language in languages.split():
                own = rules.setdefault(language, {})
                if condition:
                    own[name] = condition
    return rules

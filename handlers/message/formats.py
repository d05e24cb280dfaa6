"""How a language writes numbers, shares, days, lists and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

_LATIN = "0123456789"
_LAST_GROUP = 3


@dataclass(frozen=True, slots=True)
class Format:
    """The ``[format]`` of a language's table (the customs are those of Unicode CLDR).

    Whole numbers of ``group_from`` digits on are grouped: the last three, then ``group_size`` each.
    """

    name: str
    """What its speakers call the language."""
    group: str
    group_from: int
    percent: str
    list: str
    date: str
    quotes: tuple[str, str]
    group_size: int = 3
    digits: str = _LATIN
    right_to_left: bool = False

    @classmethod
    def read(cls, table: Mapping[str, object]) -> Format:
        """The format that a table states; its names have dashes."""
        given = {key.replace("-", "_"): value for key, value in table.items()}
        quotes = given.pop("quotes", ())
        return cls(**given, quotes=tuple(quotes))  # type: ignore[arg-type]

    def number(self, number: int) -> str:
        """A whole number, grouped."""
        digits = str(abs(number))
        sign = "-" if number < 0 else ""
        if len(digits) >= self.group_from:
            digits = self.group.join(self._groups(digits))
        return sign + self._own(digits)

    def share(self, share: float) -> str:
        """A share from 0 to 1 in percent, rounded to a whole number."""
        return self.percent.format(n=self._own(f"{100 * share:.0f}"))

    def day(self, date: float) -> str:
        """The day of a moment in seconds of the epoch, as in 2026-01-31."""
        day = datetime.fromtimestamp(date, UTC)
        return self._own(self.date.format(year=day.year, month=day.month, day=day.day))

    def listed(self, parts: Iterable[str]) -> str:
        """The parts in a row."""
        return self.list.join(parts)

    def _groups(self, digits: str) -> Iterable[str]:
        head, last = digits[:-_LAST_GROUP], digits[-_LAST_GROUP:]
        first = len(head) % self.group_size
        starts = range(first, len(head), self.group_size)
        return [
            *filter(None, [head[:first]]),
            *(head[i : i + self.group_size] for i in starts),
            last,
        ]

    def _own(self, text: str) -> str:
        return text.translate(str.maketrans(_LATIN, self.digits))

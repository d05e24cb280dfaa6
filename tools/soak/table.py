"""The table that the soak test prints."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of trouble: how much of it there was, and what went wrong.

    ``repeats`` counts identical replies given twice outside the one instant in which nobody can
    know, ``unknowable`` those within it.
    """

    what: str
    how_many: str
    lost: int = 0
    repeats: int = 0
    unknowable: int = 0
    invalid: int = 0
    crashes: int = 0
    note: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing happened that must not."""
        return not (self.lost or self.repeats or self.invalid or self.crashes)


def heading() -> str:
    """The first two lines."""
    names = [field.name.replace("_", " ") for field in fields(Row)]
    return f"{_line(names)}\n{_line(['---'] * len(names))}"


def line(row: Row) -> str:
    """The row as Markdown."""
    return _line([str(value) for value in astuple(row)])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"

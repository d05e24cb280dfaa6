"""How good the project's answers are, beside the bounds that ``make check`` holds them to.

On sets labelled for its own tests, and on the kit of real pages where that lies beside the
checkout. All figures are percents.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.bench import labelled

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared" / "bench"
BOUNDS = ROOT / "tests" / "quality.toml"
KIT_PARTS = ("pages", "captions", "summary", "mood", "links", "reader", "moments", "points")


@dataclass(frozen=True, slots=True)
class Bound:
    """The least that a figure may be, or the most if it is one of those that should be small."""

    limit: float
    most: bool = False

    def holds(self, value: float) -> bool:
        """Whether ``value`` is on the right side."""
        return value <= self.limit if self.most else value >= self.limit

    def __str__(self) -> str:
        return f"{'at most' if self.most else 'at least'} {self.limit:g}"


def bounds(part: str) -> dict[str, Bound]:
    """The bounds of ``own`` or of ``kit`` by the name of the figure."""
    tables = tomllib.loads(BOUNDS.read_text(encoding="utf-8"))[part]
    least = {name: Bound(limit) for name, limit in tables["at_least"].items()}
    return least | {name: Bound(limit, most=True) for name, limit in tables["at_most"].items()}


def kit() -> dict[str, float]:
    """The figures of the kit's quick sample, by its own scorers."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        command = [sys.executable, str(KIT / "run.py"), "--quick", "--json", str(out), *KIT_PARTS]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        parts = json.loads(out.read_text(encoding="utf-8")).values()
    return {name: value for part in parts for name, value in part["figures"].items()}


def figures() -> Iterator[tuple[str, float, str]]:
    """Name, value and bound of each figure that has one."""
    parts = {"own": labelled.figures} | ({"kit": kit} if KIT.is_dir() else {})
    for part, measure in parts.items():
        measured = measure()
        for name, bound in bounds(part).items():
            yield f"{part}: {name}, %", measured[name], str(bound)

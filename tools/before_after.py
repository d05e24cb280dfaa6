"""Prints what two checkouts show of a file, to be read side by side.

python -m tools.before_after OTHER FILE...   OTHER is the folder of another version
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]


def main(other: str, *names: str) -> None:
    """Print the summary of each file as the other version gives it, then as this one does."""
    for name in names:
        path = Path(name).resolve()
        for title, folder in (("before", Path(other)), ("after", HERE)):
            print(f"== {path.name}, {title}")
            for sentence in summary_of(path, folder):
                print(f"{sentence['start'] or 0:7.1f}  {sentence['text']}")
            print()


def summary_of(path: Path, checkout: Path) -> list[dict[str, Any]]:
    """The sentences that the version in ``checkout`` shows of ``path``."""
    command = [sys.executable, "-m", "bot", "digest", "--json", str(path)]
    ran = subprocess.run(command, cwd=checkout, check=True, capture_output=True, text=True)
    summary: list[dict[str, Any]] = json.loads(ran.stdout)["digest"]["summary"]
    return summary


if __name__ == "__main__":
    main(*sys.argv[1:])

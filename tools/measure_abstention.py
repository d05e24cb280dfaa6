"""How often comments are counted, and how much surer those are: its coverage and accuracy.

    python -m tools.measure_abstention FOLDER

FOLDER holds sets of labelled comments, ``NAME.jsonl.gz`` with rows ``{"text": …, "label": "pos"}``.
Prints for each the share that is counted as positive, neutral or negative, the accuracy of the
best guess over all comments, and the accuracy of those counted.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from summarizer.model import Comment
from summarizer.mood import classify_comments
from summarizer.mood.annotated import annotate
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.screening import TokenizedComment


def main(folder: Path) -> None:
    """One line a set, and the mean."""
    lines = [_measure(path) for path in sorted(folder.glob("*.jsonl.gz"))]
    print(f"{'set':<18}{'counted':>9}{'all':>8}{'sure':>8}{'gain':>8}")
    mean = [sum(column) / len(lines) for column in zip(*(line[1] for line in lines), strict=True)]
    for name, (counted, every, sure) in [*lines, ("mean", mean)]:
        print(f"{name:<18}{counted:9.1f}{every:8.1f}{sure:8.1f}{sure - every:8.1f}")


def _measure(path: Path) -> tuple[str, list[float]]:
    """Percent counted, percent right of all, percent right of those counted."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts, gold = [row["text"] for row in rows], [row["label"] for row in rows]
    said = [label[:3] for label in classify_comments(texts)]
    kept = [TokenizedComment(Comment(text), tokenize(text)) for text in texts]
    poles = [one.pole[:3] for one in annotate(kept)]
    counted = [(a, b) for a, b in zip(gold, poles, strict=True) if b in ("pos", "neu", "neg")]
    every = sum(a == b for a, b in zip(gold, said, strict=True)) / len(rows)
    right = sum(a == b for a, b in counted) / max(len(counted), 1)
    return path.name.split(".")[0], [100 * len(counted) / len(rows), 100 * every, 100 * right]


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Makes summarizer/data/everyday.tsv.

    python -m tools.make_everyday FILE

FILE is GoEmotions (Google; Apache-2.0) as `tools/train_polarity.py` reads it: 38,000 English
comments on all kinds of things, ``goemotions.jsonl.gz`` with rows ``{"text": …}``. The words that
so many of 10,000 comments hold are words of everyday talk. The same file gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from summarizer.rank.tokens import words_of
from summarizer.stop_words import stop_words

BANDS = (100, 30, 10, 4)
"""Comments of 10,000 that hold a word of each row at least."""

SHORTEST = 3
"""Letters of a word."""

TABLE = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "everyday.tsv"
HEAD = "# language\tof 10,000 comments so many hold each, at least\twords"


def main(file: Path) -> None:
    """Write the table."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    TABLE.write_text("\n".join((HEAD, *_lines(texts), "")), encoding="utf-8")


def _lines(texts: list[str]) -> Iterator[str]:
    """A row for each band."""
    counts = Counter(word for text in texts for word in set(words_of(text, "en")))
    stops = stop_words("en", comments=True)
    bands = defaultdict[int, list[str]](list)
    for word, count in counts.items():
        often = 10_000 * count / len(texts)
        band = next((least for least in BANDS if often >= least), 0)
        if word.isalpha() and len(word) >= SHORTEST and word not in stops:
            bands[band].append(word)
    for band in BANDS:
        yield "\t".join(("en", str(band), " ".join(sorted(bands[band]))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

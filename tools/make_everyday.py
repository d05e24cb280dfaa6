"""Makes summarizer/data/everyday.tsv.

    python -m tools.make_everyday FILE FOLDER

FILE is GoEmotions (Google; Apache-2.0) as `tools/train_polarity.py` reads it: 38,000 English
comments on all kinds of things, ``goemotions.jsonl.gz`` with rows ``{"text": …}``. FOLDER holds the
lists ``small_CODE.msgpack.gz`` of wordfreq 3.1.1 (Robyn Speer; data CC BY-SA 4.0): words by how
often they are used in subtitles, news, books, encyclopedias and posts. The words that so many of
10,000 comments hold are words of everyday talk. The same files give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from summarizer.data import rows
from summarizer.mood.topics.reading import is_name, units_of
from summarizer.rank.tokens import has_single, stems, words_of
from summarizer.stop_words import stop_words

BANDS = (100, 30, 10, 4, 2)
"""Comments of 10,000 that hold a word of each row at least."""

LEAST = {"en": 2}
"""The last band of a language whose table is deeper than `SHALLOW`."""
SHALLOW = 10

CODES = (
    "en",
    *("ar", "de", "es", "fr", "id", "it", "ja", "nl", "pl", "pt", "ru", "sv", "tr", "zh"),
)

WORDS = 12
"""Words of a comment: a word that is one of 1,200 is in one of a hundred comments."""

SHORTEST = 3
"""Letters of a word, but for scripts without blanks."""

TABLE = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "everyday.tsv"
HEAD = "# language\tof 10,000 comments so many hold each, at least\twords"


def main(file: Path, folder: Path) -> None:
    """Write the table."""
    lines = [HEAD]
    for code in CODES:
        shares = Counter(_shares_in_lists(folder / f"small_{code}.msgpack.gz"))
        if code == "en":
            shares |= Counter(_shares_in_comments(file))
        lines += _lines(code, shares)
    TABLE.write_text("\n".join((*lines, "")), encoding="utf-8")


def _shares_in_comments(file: Path) -> dict[str, float]:
    """Of 10,000 comments of ``file``, how many hold each word."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    counts = Counter(word for text in texts for word in set(words_of(text, "en")))
    return {word: 10_000 * count / len(texts) for word, count in counts.items()}


def _shares_in_lists(file: Path) -> dict[str, float]:
    """The same by a list of wordfreq: its nth has the words of frequency 10 to the -n/100."""
    _, *lists = msgspec.msgpack.decode(gzip.decompress(file.read_bytes()))
    return {
        word: 10_000 * WORDS * 10 ** (-place / 100)
        for place, words in enumerate(lists)
        for word in words
    }


def _lines(code: str, shares: Mapping[str, float]) -> Iterator[str]:
    """A row for each band: of the forms of a word the one used most."""
    least = LEAST.get(code, SHALLOW)
    known = {*stop_words(code, comments=True), *stop_words("en", comments=True)}
    words = [w for w in shares if shares[w] >= least and _is_word(w) and w not in known]
    words.sort(key=lambda word: (-shares[word], word))
    stem_of = dict(zip(words, stems(words, code), strict=True))
    forms: dict[str, str] = {}
    for word in words:
        forms.setdefault(stem_of[word], word)
    bands = defaultdict[int, list[str]](list)
    for stem, word in forms.items():
        if stem not in _on_every_page(code):
            bands[next(band for band in BANDS if shares[word] >= band)].append(word)
    for band in BANDS:
        if bands[band]:
            yield "\t".join((code, str(band), " ".join(sorted(bands[band]))))


def _is_word(word: str) -> bool:
    """Whether a topic could be this word."""
    if has_single(word):
        return is_name(word) and [*filter(None, units_of([*word]))] == [word]
    return word.isalpha() and len(word) >= SHORTEST


def _on_every_page(code: str) -> frozenset[str]:
    """The stems that another table says to be on every page."""
    own = (words for codes, words in rows("page_words") if code in codes.split())
    return frozenset(stem for words in own for stem in stems(words.split(), code))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

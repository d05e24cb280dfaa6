"""Makes summarizer/data/stop_words.tsv.

    python -m tools.make_stop_words

Of each language the words of the list in the installed sumy (0.13.0) and of tools/stop_words.tsv.
The same versions give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from summarizer.data import rows

OWN = Path(__file__).with_name("stop_words.tsv")
TABLE = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "stop_words.tsv"
HEAD = "# language (*: all)\twords without content, in small letters\tmore of them in comments"


def main() -> None:
    """Write the table."""
    TABLE.write_text(table(), encoding="utf-8")


def table() -> str:
    """The text of the table."""
    everywhere, in_comments = sumys_words(), defaultdict[str, set[str]](set)
    for code, where, words in own_words():
        (everywhere if where == "all" else in_comments)[code] |= words
    codes = sorted(everywhere.keys() | in_comments.keys())
    lines = (
        "\t".join((code, _row(everywhere[code]), _row(in_comments[code] - everywhere[code])))
        for code in codes
    )
    return "\n".join((HEAD, *lines, ""))


def sumys_words() -> defaultdict[str, set[str]]:
    """The words of sumy's lists by the code of their language."""
    listed = defaultdict[str, set[str]](set)
    for code, _, name, *_ in rows("languages"):
        path = files("sumy") / "data" / "stopwords" / f"{name}.txt"
        if path.is_file():
            listed[code] |= _words(path.read_text(encoding="utf-8"))
    return listed


def own_words() -> list[tuple[str, str, set[str]]]:
    """Language, where ("all", "comments") and words of each list of our own."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(code, where, _words(words)) for codes, where, words in cells for code in codes.split()]


def _words(text: str) -> set[str]:
    return set(text.lower().replace("’", "'").split())


def _row(words: set[str]) -> str:
    return " ".join(sorted(words))


if __name__ == "__main__":
    main()

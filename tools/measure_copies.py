"""How many copies of comments are found when they are changed a little, and how many are none.

    python -m tools.measure_copies FOLDER

FOLDER holds sets of comments, ``NAME.jsonl.gz`` with rows ``{"text": …}``. 600 different ones of at
least six words are taken, evenly from all sets, and each is changed in five ways. Prints for each
way the share that is found to be a copy of its original, the pairs of originals that are taken for
copies of one another, and the CPU time of 12,000 comments.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from summarizer.mood.copies import FEWEST_WORDS, first_of_copies

NUMBER = 600
MANY = 12_000
EMOJI = "😀🔥❤👏😂"


def main(folder: Path) -> None:
    """One line a way of changing, then the false pairs, then the time."""
    texts = _comments(sorted(folder.glob("*.jsonl.gz")))
    for name, change in CHANGES.items():
        chance = random.Random(name)
        firsts = first_of_copies([*texts, *(change(text, chance) for text in texts)])
        found = sum(firsts[i] == firsts[NUMBER + i] for i in range(NUMBER))
        print(f"{name:<24}{found / NUMBER:.3f}")
    sizes = Counter(first_of_copies(texts)).values()
    false = sum(size * (size - 1) // 2 for size in sizes)
    print(f"false pairs             {false} of {NUMBER * (NUMBER - 1) // 2:,}")
    many = [f"{text} {i}" for i, text in enumerate((texts * MANY)[:MANY])]
    begin = time.process_time()
    first_of_copies(many)
    print(f"{MANY:,} comments         {time.process_time() - begin:.2f} s")


def _comments(paths: list[Path]) -> list[str]:
    """`NUMBER` different comments of enough words, from each set as many."""
    each = -(-NUMBER // len(paths))
    texts: dict[str, None] = {}
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = (json.loads(line)["text"] for line in lines)
            long = (text for text in rows if len(text.split()) > FEWEST_WORDS)
            texts.update(dict.fromkeys(list(dict.fromkeys(long))[:each]))
    return list(texts)[:NUMBER]


def _with_emoji(text: str, chance: random.Random) -> str:
    words = text.split()
    for _ in range(3):
        words.insert(chance.randint(0, len(words)), chance.choice(EMOJI))
    return " ".join(words)


def _in_capitals(text: str, chance: random.Random) -> str:
    return "".join(chance.choice((str.upper, str.lower))(letter) for letter in text)


def _with_zero_widths(text: str, chance: random.Random) -> str:
    return "".join(letter + chance.choice(("", "\u200b", "\u200d")) for letter in text)


def _without_a_word(text: str, chance: random.Random) -> str:
    words = text.split()
    del words[chance.randrange(len(words))]
    return " ".join(words)


def _with_words_swapped(text: str, chance: random.Random) -> str:
    words = text.split()
    one, other = chance.sample(range(len(words)), 2)
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "emoji put in": _with_emoji,
    "capitals changed": _in_capitals,
    "zero widths put in": _with_zero_widths,
    "a word dropped": _without_a_word,
    "two words swapped": _with_words_swapped,
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))

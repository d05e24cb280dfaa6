"""What a silence between two cues weighs, learnt from calls whose words have times."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarizer.model import Cue
from summarizer.sentences.flow import LONGEST_PAUSE, PAUSE
from summarizer.sentences.marks import Piece
from summarizer.sentences.pauses import silences
from summarizer.sentences.tagger import tagged
from summarizer.sentences.words import plain
from tools.boundary.snapshots import contents, paths
from tools.boundary.texts import FREE_CALLS

CHARACTERS, SECONDS, SILENCE = 40, 7.0, 1.0
"""A cue of the site: so many characters and seconds at most, and no such silence inside."""
ENDS = frozenset(".?!")


class Call(NamedTuple):
    """The cues of a call, and which of its words begin a sentence."""

    cues: tuple[Cue, ...]
    begins: NDArray[np.bool_]


class _Word(NamedTuple):
    text: str
    start: float
    end: float
    ends: bool


def calls(mirror: Path) -> Iterator[Call]:
    """The calls that no benchmark judges: words and times of a recogniser, ends of a person."""
    folder = mirror / "revdotcom+speech-datasets" / "repo"
    for name in paths(folder, rf"earnings21/output/google/(?:{FREE_CALLS})\.nlp"):
        person = name.replace("output/google", "transcripts/nlp_references")
        heard, written = (_words(text) for text in contents(folder, [name, person]))
        yield _call(_ended(heard, written))
    aligned = paths(folder, r"earnings22/transcripts/force_aligned_nlp_references/.*\.nlp")
    yield from (_call(_words(text)) for text in contents(folder, aligned))


def _words(text: str) -> list[_Word]:
    words = []
    at = 0.0
    for line in text.splitlines()[1:]:
        token, _, start, end, mark = line.split("|")[:5]
        if plain(token) and not token.startswith("<"):
            begin = float(start) if start else at
            at = float(end) if end else begin
            words.append(_Word(token, begin, at, bool(ENDS & set(mark))))
    return words


def _ended(heard: list[_Word], written: list[_Word]) -> list[_Word]:
    """``heard`` with the ends of ``written``, found by the words that both share."""
    pairs = [plain(word.text) for word in heard], [plain(word.text) for word in written]
    matcher = difflib.SequenceMatcher(None, *pairs, autojunk=False)
    ends = set()
    for block in matcher.get_matching_blocks():
        ends |= {block.a + i for i in range(block.size) if written[block.b + i].ends}
    return [word._replace(ends=i in ends) for i, word in enumerate(heard)]


def _call(words: list[_Word]) -> Call:
    begins = np.array([True, *(word.ends for word in words[:-1])])
    cues: list[list[_Word]] = []
    for word in words:
        if cues and _fits(cues[-1], word):
            cues[-1].append(word)
        else:
            cues.append([word])
    made = (Cue(" ".join(_bare(w) for w in cue), cue[0].start) for cue in cues)
    return Call(tuple(made), begins)


def _fits(cue: list[_Word], word: _Word) -> bool:
    size = sum(len(w.text) + 1 for w in cue) + len(word.text)
    return (
        size <= CHARACTERS
        and word.end - cue[0].start <= SECONDS
        and word.start - cue[-1].end < SILENCE
    )


def _bare(word: _Word) -> str:
    return word.text.lower().strip(".,?!")


def weigh(found: list[Call]) -> dict[str, float]:
    """What to add to the log-odds of the model: weights of logistic regression.

    ``odds`` is the weight of the model's own, ``silent`` is for a silence that counts, ``second``
    for each second of it.
    """
    parts = [_rows(call) for call in found]
    rows = np.concatenate([part for part, _ in parts])
    begins = np.concatenate([part for _, part in parts])
    weights = _logistic(np.column_stack([np.ones(len(rows)), rows]), begins)
    return dict(
        zip(("bias", "odds", "silent", "second"), np.round(weights, 2).tolist(), strict=True)
    )


def _rows(call: Call) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Odds, silence or not, seconds of each word but the first; whether it begins a sentence."""
    words = [word for cue in call.cues for word in cue.text.split()]
    odds = tagged(words, "en")
    pieces = [Piece(cue.text, cue, number) for number, cue in enumerate(call.cues)]
    first = np.cumsum([0, *(len(cue.text.split()) for cue in call.cues)])[:-1]
    silent = np.zeros(len(words))
    silent[first[1:]] = list(silences(range(len(pieces)), pieces).values())
    counts = silent > PAUSE
    rows = np.column_stack([odds, counts, np.minimum(silent, LONGEST_PAUSE) * counts])
    return rows[1:], call.begins[1 : len(words)].astype(np.float64)


def _logistic(rows: NDArray[np.float64], begins: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(20):
        chances = 1 / (1 + np.exp(-rows @ weights))
        spread = (rows * (chances * (1 - chances))[:, None]).T @ rows
        weights += np.linalg.solve(spread + 1e-6 * np.eye(len(spread)), rows.T @ (begins - chances))
    return weights

"""What speaks for a sentence and against it, in figures that need no word of its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.choice.phrases import FILLERS, Kind, asks
from summarizer.choice.text import Text
from summarizer.rank.blend import blend
from summarizer.rank.matrix import Matrix
from summarizer.rank.signals import signals_of

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints

BEGINNING, END = (0.03, 0.1, 0.25), (0.97, 0.9, 0.75)
SHORT, LONG = (6, 10), (25, 35, 50)
"""Words of a sentence."""
SHORT_TEXT, LONG_TEXT = 30, 150
"""Sentences of a text."""
SHORT_TURN, LONG_TURN = 25, 150
"""Words of a turn."""
KEYWORDS_AT_LEAST, KEYWORDS_AT_MOST, SENTENCES_A_KEYWORD = 5, 20, 8

_ASKS = ("?", "？", "؟")
_NUMBER = re.compile(r"\d[\d.,]*")
_AMOUNT = re.compile(
    r"\d\s?%|[$€£¥₹]\s?\d|percent|[mb]ill?i|prozent|pour cent|por ciento|por cento|milliard"
    "|милл|проц|万|亿|億"
)
_BREAK = re.compile(r"--|\.\.\.|…| - ")
_QUOTE = re.compile(r"[\"“«„「]")
_COMMA = re.compile("[,，、]")
_NAME = re.compile(r"(?<=[^.!?…:] )[^\W\d_a-zß-öø-ÿ]\w*[^\W\d_A-Z]")


def features_of(text: Text) -> dict[str, Floats]:
    """Each figure by name, one value a sentence; shape (n,). The order of the names is fixed."""
    return (
        _ranks(text)
        | _places(len(text.sentences))
        | _lengths(text)
        | _kinds(text.kinds)
        | _signs(text)
        | _topics(text)
        | _turns(text)
    )


def _ranks(text: Text) -> dict[str, Floats]:
    """The signals of the ranking, the place in it, and that place where it means most."""
    import numpy as np

    n = len(text.sentences)
    scores = blend(text.terms, text.language)
    place = np.argsort(np.argsort(-scores, kind="stable"), kind="stable")
    rank = 1 - place / max(1, n - 1)
    signals = {f"signal {name}": values for name, values in signals_of(text.terms).items()}
    return signals | {
        "rank": rank,
        "among the first tenth": _flags(place < 0.1 * n),
        "rank in a long text": rank * (n > LONG_TEXT),
        "short text": np.full(n, float(n < SHORT_TEXT)),
        "long text": np.full(n, float(n > LONG_TEXT)),
    }


def _places(n: int) -> dict[str, Floats]:
    import numpy as np

    at = np.arange(n)
    share = at / max(1, n - 1)
    first = {f"in the first {part:.0%}": _flags(share < part) for part in BEGINNING}
    last = {f"after {part:.0%}": _flags(share > part) for part in END}
    near = {"nearness to the beginning": 1 / (1 + at), "nearness to the end": 1 / (n - at)}
    return first | last | near | {"place": share}


def _lengths(text: Text) -> dict[str, Floats]:
    import numpy as np

    words = text.lengths()
    shorter = {f"under {n} words": _flags(words < n) for n in SHORT}
    longer = {f"over {n} words": _flags(words > n) for n in LONG}
    return {"length": np.log(words)} | shorter | longer


def _kinds(kinds: Sequence[Kind]) -> dict[str, Floats]:
    import numpy as np

    number = np.array(kinds, dtype=np.int64)
    return {f"kind {kind.name.lower()}": _flags(number == kind) for kind in Kind}


def _signs(text: Text) -> dict[str, Floats]:
    """What the letters and marks of a sentence show."""
    import numpy as np

    said = text.sentences
    asking = _flags([asks(s) for s in said])
    filled = [sum(map(FILLERS.__contains__, w)) / max(1, len(w)) for w in text.words]
    names = [len(_NAME.findall(s)) / max(4, s.count(" ")) for s in said]
    return {
        "question": asking,
        "after a question": np.concatenate(([0.0], asking[:-1])),
        "question inside": _flags([any(mark in s[:-1] for mark in _ASKS) for s in said]),
        "numbers": _counts(_NUMBER, said, 3),
        "amount": _flags([bool(_AMOUNT.search(s.lower())) for s in said]),
        "names": np.array(names),
        "commas": _counts(_COMMA, said, 5),
        "broken": _flags([bool(_BREAK.search(s)) for s in said]),
        "quotation": _flags([bool(_QUOTE.search(s)) for s in said]),
        "exclamation": _flags(["!" in s for s in said]),
        "colon last": _flags([s[-1:] in {":", "："} for s in said]),
        "fillers": np.array(filled),
        "begin in doubt": np.array(text.sureness, dtype=np.float64),
    }


def _topics(text: Text) -> dict[str, Floats]:
    """What the words of a sentence share with the text, its title, and its neighbour."""
    import numpy as np

    stems = text.terms.stems
    ones = np.ones_like(stems.values)
    different = stems.row_sums(ones)
    asked = stems.row_sums(np.isin(stems.columns, text.asked).astype(np.float64))
    key = stems.row_sums(np.isin(stems.columns, _keywords(stems)).astype(np.float64))
    new = stems.row_sums(_flags(stems.with_values(ones).sums_before() == 0))
    return {
        "of the title": asked / max(1, len(text.asked)),
        "by the title": asked / np.sqrt(different + 1),
        "no title": np.full(stems.height, float(not len(text.asked))),
        "keywords": key,
        "share of keywords": key / (different + 2),
        "different words": different / text.lengths(),
        "newness": new / (different + 1),
        "like the one before": _like_previous(stems, different),
    }


def _keywords(stems: Matrix) -> Ints:
    """The columns that most sentences have; ties go to the first."""
    import numpy as np

    spread = stems.column_sums(np.ones_like(stems.values))
    wanted = min(KEYWORDS_AT_MOST, max(KEYWORDS_AT_LEAST, stems.height // SENTENCES_A_KEYWORD))
    best = np.argsort(-spread, kind="stable")[:wanted]
    return np.asarray(best[spread[best] > 1])


def _like_previous(stems: Matrix, different: Floats) -> Floats:
    """The cosine of which stems a sentence and the one before it have."""
    import numpy as np

    cells = stems.rows * stems.width + stems.columns
    shared = stems.row_sums(np.isin(cells, cells + stems.width).astype(np.float64))
    before = np.concatenate(([0.0], different[:-1]))
    return np.asarray(shared / np.sqrt((different + 1) * (before + 1)))


def _turns(text: Text) -> dict[str, Floats]:
    """Where in a speaker's turn a sentence stands, and how long the turn is."""
    import numpy as np

    turns = np.array(text.turns, dtype=np.int64)
    several = turns[-1] > turns[0] if len(turns) else False
    sizes = np.bincount(turns, text.lengths())[turns] if several else np.zeros(len(turns))
    opens = np.concatenate(([True], turns[1:] != turns[:-1])) & several
    return {
        "opens a turn": _flags(opens),
        "in a short turn": _flags((sizes > 0) & (sizes < SHORT_TURN)),
        "in a long turn": _flags(sizes > LONG_TURN),
    }


def _counts(pattern: re.Pattern[str], said: Sequence[str], most: int) -> Floats:
    import numpy as np

    return np.array([min(most, len(pattern.findall(s))) for s in said], dtype=np.float64)


def _flags(values: object) -> Floats:
    import numpy as np

    return np.asarray(values, dtype=np.float64)

"""Chooses the sentences shown: what it is about, what comes out of it, what else is worth it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from summarizer.choice.announcements import announcements
from summarizer.choice.phrases import LEAST_WORDS, Kind, asks, concludes, requests
from summarizer.choice.salience import Salience
from summarizer.choice.selection import Group, Parts, Selection
from summarizer.choice.text import Text

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats


RANK, WORTH, POINT, OUTCOME = 1.0, 0.5, 0.35, 0.25
NEVER, DOUBT, ASKS, JOINS = 1.0, 0.3, 0.4, 0.1
"""What speaks for a sentence and what against it; all are from 0 to 1."""
SEAT = 4.0
"""What the chance that a seat is for weighs besides, when that seat is filled."""
SEATED = 4
"""Sentences of a summary that has a seat for the announcement and the outcome, too."""
LEANS = 0.3
"""From which chance on that it leans on the one before a sentence comes with it or not at all."""
TOP = 6
"""One of so many sentences may be announced, by its chance to be the point."""
FLOW = 0.25
"""What it is worth that a sentence goes on from another one shown, or leads to it."""
LATE, LAST, CONCLUDES = 0.6, 15, 0.4
"""Behind which part of a text, and among how many last sentences, "in the end" tells its outcome;
what that adds to the chance."""
ASIDE = 3.0
"""What an aside costs where even short lines are taken."""
LONG, COST = 20, 0.3
"""Words up to which a sentence costs nothing, and what twice as many cost."""


def choose(text: Text, salience: Salience, wanted: range, parts: Parts) -> list[int]:
    """As many indices as ``wanted`` from its first number to its last, in the order of the text.

    One seat is for the point, one for what is announced at the beginning, one for the outcome; the
    others cover ``parts``. A sentence that leans on the one before comes with it or not at all;
    asides and short lines are left out while others are enough, and a line said before always.
    """
    salience = _concluding(text, salience)
    text, announced = announcements(text)
    values, groups = _values(text, salience), _groups(text, salience)
    choice = Selection(text, salience.needs, parts, wanted[-1])
    choice.take_best(groups, values + SEAT * salience.point, 1)
    if wanted[-1] >= SEATED:
        announcing = _announcing(salience, announced)
        if not any(announcing[i] for i in choice.indices()):
            choice.take_best(announcing, salience.point, 1)
        choice.take_best(groups, values + SEAT * salience.outcome, 1)
    choice.take_best(groups, values, wanted[-1], FLOW)
    choice.take_best(_groups(text, salience, least=0), values, wanted[-1], FLOW)
    # Asides are better than hardly any.
    missing = wanted[0] - len(choice)
    choice.take_best([Group.ALONE] * len(values), values - ASIDE * _is(text, Kind.ASIDE), missing)
    return choice.indices()


def _values(text: Text, salience: Salience) -> Floats:
    """What each sentence is worth by itself; shape (n,)."""
    import numpy as np

    good = RANK * salience.rank + WORTH * salience.worth
    good = good + POINT * salience.point + OUTCOME * salience.outcome
    bad = NEVER * salience.never + DOUBT * _doubt(text) + COST * (text.lengths() / LONG - 1).clip(0)
    asking = np.maximum(_flags(map(asks, text.sentences)), _flags(map(requests, text.words)))
    return np.asarray(good - bad - ASKS * asking - JOINS * _is(text, Kind.JOINS))


def _concluding(text: Text, salience: Salience) -> Salience:
    """What opens as an outcome near the end is likelier one, and leans on no single sentence."""
    late = max(LATE * len(text.words), len(text.words) - LAST)
    found = _flags(i >= late and concludes(said) for i, said in enumerate(text.words))
    outcome, needs = salience.outcome + CONCLUDES * found, salience.needs * (1 - found)
    return salience._replace(outcome=outcome, needs=needs)


def _doubt(text: Text) -> Floats:
    """Place among the sentences by how sure their ends are; 0 for the surest and the certain."""
    import numpy as np

    sureness = np.array(text.sureness)
    place = np.argsort(np.argsort(-sureness, kind="stable"), kind="stable")
    return np.asarray((sureness < 0) * place / max(1, len(place) - 1), dtype=np.float64)


def _is(text: Text, kind: Kind) -> Floats:
    """1 for each sentence of that Kind."""
    return _flags(k is kind for k in text.kinds)


def _announcing(salience: Salience, announced: Collection[int]) -> list[Group]:
    """Only what is ``announced`` may be shown, and is among the likeliest to be the point."""
    least = sorted(salience.point)[-max(1, len(salience.point) // TOP)]
    likely = enumerate(salience.point >= least)
    return [Group.ALONE if may and i in announced else Group.NEVER for i, may in likely]


def _flags(found: Iterable[bool]) -> Floats:
    import numpy as np

    return np.fromiter(found, np.float64)


def _groups(text: Text, salience: Salience, least: int = LEAST_WORDS) -> list[Group]:
    """The Group of each sentence; none of fewer words than ``least`` is shown."""
    leans = [
        kind is Kind.REFERS or needs >= LEANS
        for kind, needs in zip(text.kinds, salience.needs, strict=True)
    ]
    follows = [False, *(kind in {Kind.ALONE, Kind.JOINS} for kind in text.kinds[:-1])]
    either = [
        (Group.AFTER if follows[i] else Group.NEVER) if leans[i] else Group.ALONE
        for i in range(len(leans))
    ]
    looked = zip(text.kinds, text.lengths(), strict=True)
    shown = [kind is not Kind.ASIDE and n >= least for kind, n in looked]
    return [group if may else Group.NEVER for group, may in zip(either, shown, strict=True)]

"""From probabilities to poles: a comment that is not sure enough to be counted is *unclear*.

Classification with a reject option: Chow, "On Optimum Recognition Error and Reject Tradeoff"
(1970). `tools/measure_abstention.py` prints its coverage and what it gains in accuracy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.mood.comment_language import SUPPORTED
from summarizer.mood.features import Analysis, analyse
from summarizer.mood.patterns import condemns, ironic, laughs, weeps, without_tears
from summarizer.mood.plain_remarks import plainly
from summarizer.mood.polarity import POLARITIES, probabilities, score
from summarizer.mood.vader import compound
from summarizer.opinions import Polarity, Pole

if TYPE_CHECKING:
    from summarizer.mood.polarity import Scores

USUAL, UNSUPPORTED_BY_WORDS, STRONG_WORDS, SHORT_AND_PLAIN = 0.56, 0.65, 0.5, 0.45
"""Probability from which on a comment is counted; more where none of its words is known to be as
good or bad as the whole is taken for, less where its words say so strongly, or a few so plainly.
Comments so counted are right about eight points more often than all."""

FAINT, PLAIN, STRONG = 0.05, 0.3, 0.6
"""VADER's compound from which on words say something, say it plainly, say it strongly."""

SHORT = 8
"""Tokens of a remark that has no room to turn round."""

CERTAIN = 0.7
"""Probability from which on a comment that laughs or says good and bad is counted as negative, and
a question as anything but neutral: who asks what went wrong need not complain."""

CONTRADICTION = 0.4
"""Good and bad of at least this strength (as VADER's compound) contradict each other."""

BITTER, WITHOUT_TEARS = 0.75, 0.5
"""What is said so badly that a heart beside it changes nothing (as VADER's compound); probability
from which on a comment is negative even without the tears in it."""

_FOND = frozenset("❤♥💕💖💗💓💞💘💝💜💙💚💛🧡😍🥰😘")
"""Faces beside which laughter is fondness; clapping hands and thumbs are not among them."""


def poles_of(texts: Sequence[str], analyses: Sequence[Analysis], chances: Scores) -> list[Pole]:
    """What each comment counts as, by the ``chances`` of each polarity."""
    rows = [dict(zip(POLARITIES, row, strict=True)) for row in chances.tolist()]
    poles = [_literal_pole(analysis, row) for analysis, row in zip(analyses, rows, strict=True)]
    in_doubt = [i for i, pole in enumerate(poles) if _irony_would_matter(pole, rows[i])]
    insincere = _insincere([texts[i] for i in in_doubt], [analyses[i] for i in in_doubt])
    negative = [i for i, pole in enumerate(poles) if pole == "negative"]
    touched = _touched([texts[i] for i in negative], [analyses[i] for i in negative])
    for i, is_doubtful in zip((*in_doubt, *negative), (*insincere, *touched), strict=True):
        poles[i] = "unclear" if is_doubtful else poles[i]
    verdicts = _verdicts(texts)
    return [
        "negative" if text in verdicts and pole != "unread" else plainly(text, pole)
        for text, pole in zip(texts, poles, strict=True)
    ]


def _literal_pole(analysis: Analysis, probability: Mapping[Polarity, float]) -> Pole:
    """What a comment counts as if its words mean what they say."""
    if analysis.language is not None and analysis.language not in SUPPORTED:
        return "unread"
    best = max(probability, key=probability.__getitem__)
    return best if probability[best] >= _threshold(analysis, best) else "unclear"


def _irony_would_matter(pole: Pole, probability: Mapping[Polarity, float]) -> bool:
    """Whether a comment is counted, and not as negative beyond doubt."""
    if pole == "unread" or pole == "unclear":  # noqa: PLR1714 - narrows the type
        return False
    return pole != "negative" or probability[pole] < CERTAIN


def _threshold(analysis: Analysis, best: Polarity) -> float:
    """How likely ``best`` has to be, to be counted."""
    if best == "neutral":
        return USUAL
    if analysis.tokens and "?" in analysis.tokens[-1]:
        return CERTAIN
    said = compound(analysis.good, analysis.bad) * (1 if best == "positive" else -1)
    if said >= PLAIN and len(analysis.tokens) <= SHORT:
        return SHORT_AND_PLAIN
    if said >= STRONG:
        return STRONG_WORDS
    return USUAL if said >= FAINT else UNSUPPORTED_BY_WORDS


def _insincere(texts: Sequence[str], analyses: Sequence[Analysis]) -> list[bool]:
    """Whether the words of each comment may mean something else than they say."""
    laughing = (
        laugh and not _FOND & set(text) for laugh, text in zip(laughs(texts), texts, strict=True)
    )
    mixed = map(_contradicts, analyses)
    return [any(signs) for signs in zip(laughing, ironic(texts), mixed, strict=True)]


def _verdicts(texts: Sequence[str]) -> set[str]:
    """Those that plainly condemn something, and do not laugh about it."""
    condemning = [
        text for text, condemns_it in zip(texts, condemns(texts), strict=True) if condemns_it
    ]
    laughing = laughs(condemning)
    return {text for text, laugh in zip(condemning, laughing, strict=True) if not laugh}


def _touched(texts: Sequence[str], analyses: Sequence[Analysis]) -> list[bool]:
    """Whether each comment, taken for negative, may be fond or moved to tears of joy."""
    fond = [_is_fond(text, own) for text, own in zip(texts, analyses, strict=True)]
    weeping = [i for i, weeps_too in enumerate(weeps(texts)) if weeps_too]
    others = [analyse(without_tears(texts[i])) for i in weeping]
    sad = probabilities(score(others))[:, POLARITIES.index("negative")]
    for i, rest, chance in zip(weeping, others, sad.tolist(), strict=True):
        fond[i] |= chance < WITHOUT_TEARS and compound(0, rest.bad) > -FAINT
    return fond


def _is_fond(text: str, analysis: Analysis) -> bool:
    """Whether a heart stands beside words that are not strongly bad."""
    return not _FOND.isdisjoint(text) and compound(analysis.good, analysis.bad) > -BITTER


def _contradicts(analysis: Analysis) -> bool:
    """Whether much good and much bad is said at once."""
    return min(compound(analysis.good, 0), compound(analysis.bad, 0)) >= CONTRADICTION

"""What words before a colon may be, told by their letters alone: a name, a role, a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

from summarizer.data import rows
from summarizer.rank.tokens import UNSPACED

LONGEST_UNSPACED = 8
"""Characters of a name in a script without blanks."""

STOPS = tuple('.!?…。！？؟।:;)]”"»」』♪>-–—')
"""What ends a sentence, or a part of one that a name may follow."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_MARKS = ".,'’"
_NUMBERS = "0123456789_#"
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
# Speakers as services for transcripts number them: "S1", "M2".
_CODE = re.compile(r"[SMF]\d{1,2}")


class Shape(Enum):
    """How a label is written; the later ones name nobody."""

    NUMBERED = auto()
    """A role with a number: "Speaker 1", "SPEAKER_00"."""
    ROLE = auto()
    """What a speaker is: "Host", "Audience member", "Q"."""
    CAPITALS = auto()
    """Capitals throughout: "EM", "DR. SMITH"."""
    FULL = auto()
    """Several words with capitals: "Anna Berg", "Dr. Smith"."""
    SINGLE = auto()
    """One word with a capital."""
    UNCASED = auto()
    """A script without capitals."""
    PHRASE = auto()
    """Other words, which may or may not name who speaks: "Guy in the back"."""
    ASKED = auto()
    """ "Question": who asks is not said."""
    HEADING = auto()
    """What opens a remark, not a turn: "Note", "Step 1"."""


NAMES = frozenset(
    {Shape.ROLE, Shape.CAPITALS, Shape.FULL, Shape.SINGLE, Shape.UNCASED, Shape.NUMBERED}
)
"""Shapes that a name may have."""


def shape_of(words: Sequence[str]) -> Shape:
    """The shape of a label of ``words``, at least one."""
    is_code = len(words) == 1 and _CODE.fullmatch(words[0])
    return Shape.NUMBERED if is_code else _shape_of(tuple(words))


@lru_cache(maxsize=4096)
def _shape_of(words: tuple[str, ...]) -> Shape:
    folded = [fold(word) for word in words]
    letters = [word.strip(_NUMBERS) for word in folded]
    named = [word for word in letters if word]
    if not named:
        return Shape.HEADING
    if _is_role(named) or (named[0] in speaker_words("article") and _is_role(named[1:])):
        return Shape.NUMBERED if named != folded else Shape.ROLE
    if _listed("asked", named):
        return Shape.ASKED
    if named[0] in speaker_words("none") or _listed("none", named):
        return Shape.HEADING
    shape = _of_letters([w for w in words if fold(w).strip(_NUMBERS)], numbered=named != folded)
    return _behind_small_word(shape, named) if named[0] in speaker_words("small") else shape


def _behind_small_word(shape: Shape, named: Sequence[str]) -> Shape:
    """The shape of a label that "the" or the like opens: "THE COURT", "The Court", "The result"."""
    has_article = named[0] in speaker_words("article")
    if shape is Shape.CAPITALS and (len(named) == 1 or has_article):
        return shape
    return Shape.PHRASE if shape is Shape.FULL and has_article else Shape.HEADING


def fold(word: str) -> str:
    """A word as the table writes it: small letters, no marks around."""
    return word.lower().strip(_MARKS)


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, or with a letter that has none."""
    return word[:1].isalpha() and not word[0].islower()


def is_title(word: str) -> bool:
    """Whether a word is a title before a name: "Dr."."""
    return fold(word) in speaker_words("title") | speaker_words("person")


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends with ``word``: initials and titles end with a stop too."""
    if not word.endswith(STOPS):
        return False
    return not word.endswith(".") or not (is_title(word) or _INITIALS.fullmatch(word))


def is_addressed(line: str) -> bool:
    """Whether somebody asks in ``line``, or speaks of himself or to others."""
    return line.endswith(("?", "？", "؟")) or not speaker_words("self").isdisjoint(_words(line))


@lru_cache(maxsize=16)
def speaker_words(what: str) -> frozenset[str]:
    """The words and phrases that do ``what`` in speakers.tsv."""
    listed = (words.split("|") for does, words in rows("speakers") if does == what)
    return frozenset(word for some in listed for word in some)


def _words(line: str) -> list[str]:
    return _WORD.findall(line.casefold())


def _is_role(named: Sequence[str]) -> bool:
    """Whether words say what a speaker is: "Male Speaker", "Audience member"."""
    words = speaker_words("role")
    return bool(named) and (_listed("role", named) or all(word in words for word in named))


def _listed(what: str, named: Sequence[str]) -> bool:
    return " ".join(named) in speaker_words(what)


def _of_letters(words: Sequence[str], *, numbered: bool) -> Shape:
    text = "".join(words)
    if not all(is_capital(w) or w in speaker_words("particle") for w in words):
        return Shape.PHRASE
    if not any(c.isupper() for c in text):
        is_long = len(text) > LONGEST_UNSPACED and _UNSPACED.search(text)
        return Shape.PHRASE if numbered or is_long else Shape.UNCASED
    proper = [word for word in words if is_capital(word)]
    if all(word.upper() == word for word in proper) and sum(map(str.isalpha, text)) > 1:
        return Shape.CAPITALS
    if numbered or not proper:
        return Shape.PHRASE
    return Shape.FULL if len(proper) > 1 else Shape.SINGLE

"""Where a text may name who speaks next: words before a colon, in brackets, or on a line alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, IntEnum, auto
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from summarizer.page.interface import read_stamp
from summarizer.page.parts.speakers.notes import NOTE, is_sign, with_sign, without_post
from summarizer.page.parts.speakers.shapes import (
    NAMES,
    STOPS,
    Shape,
    ends_sentence,
    fold,
    is_capital,
    shape_of,
    speaker_words,
)

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
MOST_COLONS = 5_000
"""Colons of a line that are looked at: more than the turns of five hours that stand in one."""
_REACH = 70
"""Characters before and behind a colon that are looked at."""
_MOST_WORDS = 5

# Behind the colon a blank, a mark, or a capital.
_COLON = re.compile(r"(?<!:)[:：][*_]{0,2}(?=\s|$|[\"'“‘«„(\[¿¡]|[^\W\d_a-z])[ \t]*")
_BRACKETED = re.compile(
    r"\s*(?:(>{2,3}|[-–—])\s*)?[\[(]([^()\[\]:：\n]{1,40})[\])][ \t]+(?=[^\s\[(♪])"
)
MAY_NAME = re.compile(r"[:：\[(\n]")
"""What each label has, or stands above; most cues have none of it."""
# A name on a line of its own above the words of a cue.
_ABOVE = re.compile(r"[^\W\d_a-z][^\s:]{0,24}(?: [^\s:]{1,24}){0,3}(?<![.,!?…])")
_VOWELS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff"
_WORD = re.compile(rf"[^\W\d_][\w'’.&{_VOWELS}-]*|&|\d{{1,3}}")
# Where a sentence ends inside a word, because the blank behind it is lacking: "bees?EM".
_GLUED = re.compile(r".*(?:[?!…。！？؟।;\])”»」』♪>]|(?<=\w\w)[.]|--|[—–])(?=[^\W\d_])")
_TOKEN = re.compile(r"\S+")
_EMPHASIS, _OPENING = "*_", "\"'“‘«„([¿¡*_ "


class Place(IntEnum):
    """Where a label stands, the surest places first."""

    LINE = 0
    STOP = 1
    GLUED = 2
    """Both behind the end of a sentence, with a blank between or with none."""
    INSIDE = 3
    """Behind a word that ends no sentence."""


class Written(Enum):
    """How a label is told from what is said."""

    COLON = auto()
    BRACKETS = auto()
    """ "[ANNA] words", without a colon."""
    ABOVE = auto()
    """On the line above the words of a cue."""


class Label(NamedTuple):
    """What may name who speaks from ``end`` of a text on; it begins at ``begin`` with its marks."""

    begin: int
    end: int
    words: tuple[str, ...]
    place: Place
    shape: Shape
    marked: bool = False
    """Whether ">>", brackets, or a dash before brackets set it off."""
    written: Written = Written.COLON
    start: float | None = None
    """The time written beside it, in seconds."""
    behind: str = ""
    """The word that it stands behind, where it stands inside."""
    opens: bool = True
    """Whether what follows begins as a sentence does: with no small letter."""

    @property
    def name(self) -> str:
        """The name as shown."""
        return " ".join(self.words)

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return _key(self.words)

    @property
    def is_told(self) -> bool:
        """Whether a name inside a sentence is spoken of: "I told Anna: go"."""
        return self.place is Place.INSIDE and self.behind in speaker_words("before a quote")


@lru_cache(maxsize=4096)
def _key(words: tuple[str, ...]) -> str:
    return " ".join(map(fold, words))


class _Words(NamedTuple):
    """The words that end a text: where they begin there, and what they stand behind."""

    words: tuple[str, ...]
    begin: int
    place: Place
    marked: bool = False
    behind: str = ""


def find_labels(text: str) -> Iterator[Label]:
    """The labels of ``text``, which may have several lines, in order."""
    if not MAY_NAME.search(text):
        return
    labels = _of_lines(text)
    first = next(labels, None)
    head = text.partition("\n")[0]
    if first:
        yield first
        yield from labels
    elif len(head) < len(text) and _ABOVE.fullmatch(name := NOTE.sub("", head).rstrip()):
        words = tuple(name.split())
        yield Label(0, len(head) + 1, words, Place.LINE, shape_of(words), written=Written.ABOVE)


def _of_lines(text: str) -> Iterator[Label]:
    at = 0
    for line in text.split("\n"):
        for label in _of_line(line):
            yield label._replace(begin=label.begin + at, end=label.end + at) if at else label
        at += len(line) + 1


def _of_line(line: str) -> Iterator[Label]:
    labels = _before_colons(line) if ":" in line or "：" in line else iter(())
    opening = _in_brackets(line) if "[" in line or "(" in line else None
    first = next(labels, None)
    if opening and not (first and first.begin < opening.end):
        yield opening
    yield from chain((first,) if first else (), labels)


def _in_brackets(line: str) -> Label | None:
    """The label in brackets, without a colon, that ``line`` opens with."""
    note = _BRACKETED.match(line)
    words = tuple(note[2].split()) if note else ()
    if not note or not words or not all(map(_WORD.fullmatch, words)):
        return None
    is_marked = note[1] is not None
    return Label(0, note.end(), words, Place.LINE, shape_of(words), is_marked, Written.BRACKETS)


def _before_colons(line: str) -> Iterator[Label]:
    low = 0
    for colon in islice(_COLON.finditer(line), MOST_COLONS):
        if label := _before(line, low, colon):
            low = label.end
            yield label


def _before(line: str, low: int, colon: re.Match[str]) -> Label | None:
    """The label that ends with ``colon``, where there is one behind ``low``."""
    cut = max(low, colon.start() - _REACH)
    text = line[cut : colon.start()].rstrip().rstrip(_EMPHASIS)
    text = without_post(text) if cut == low == 0 else text
    note = NOTE.search(text)
    said = _enclosed(text, note) if note else None
    if said is None:
        text = text[: note.start()] if note else text
        said = _ending(text.rstrip().rstrip(_EMPHASIS), whole=cut == low)
    if not said.words:
        return None
    after = line[colon.end() : colon.end() + _REACH].rstrip()
    behind = read_stamp(after)
    stamp = behind if behind and behind.opened and behind.rest else None
    end = colon.end() + (len(after) - len(stamp.rest) if stamp else 0)
    time = stamp or (read_stamp(note[1]) if note and not said.marked else None)
    begin = 0 if said.place is Place.LINE and not low else cut + said.begin
    opens = not line[end : end + _REACH].lstrip(_OPENING)[:1].islower()
    label = Label(begin, end, said.words, said.place, shape_of(said.words), said.marked)
    label = label._replace(start=time and time.start, behind=said.behind, opens=opens)
    if note and label.shape is Shape.ROLE and is_sign(note):
        return label._replace(words=with_sign(label.words, note), shape=Shape.NUMBERED)
    return label


def _enclosed(text: str, note: re.Match[str]) -> _Words | None:
    """The words in the brackets that end ``text``, where nothing they belong to stands before."""
    above = text[: note.start()].rstrip(" *_")
    words = tuple(re.split(r"\s+", note[1].strip(" *_")))
    is_alone = not above or above.endswith(STOPS)
    if text[note.start()] != "[" or not is_alone or not all(map(_WORD.fullmatch, words)):
        return None
    place = Place.STOP if any(map(str.isalnum, above)) else Place.LINE
    return _Words(words, note.start(), place, marked=True)


def _ending(text: str, *, whole: bool) -> _Words:
    """The words that end ``text`` and may be a label; ``whole``: it was cut nowhere."""
    found: list[str] = []
    begin = len(text)
    for token in reversed([*_TOKEN.finditer(text)][-_MOST_WORDS - 1 :]):
        if _is_mark(token[0]) or (found and ends_sentence(token[0])):
            return _behind_stop(text, token, found, begin)
        glued = _GLUED.match(token[0])
        word = token[0][glued.end() if glued else 0 :].lstrip(_EMPHASIS)
        if not _WORD.fullmatch(word):
            return _capitals(text, found, token[0])
        found.insert(0, word)
        begin = token.start() + (glued.end() if glued else 0)
        if glued:
            place = Place.GLUED if any(map(str.isalnum, text[:begin])) else Place.LINE
            return _Words(tuple(found), begin, place, glued[0].endswith(">>"))
    if whole and len(found) <= _MOST_WORDS and (found and is_capital(found[0])):
        return _Words(tuple(found), begin, Place.LINE)
    return _capitals(text, found, "")


def _behind_stop(text: str, token: re.Match[str], found: list[str], begin: int) -> _Words:
    """``found`` behind a mark of its own or the end of a sentence."""
    if found and not is_capital(found[0]):
        return _capitals(text, found, token[0])
    is_mark = _is_mark(token[0])
    place = Place.STOP if any(map(str.isalnum, text[: token.end()])) else Place.LINE
    at = token.start() if is_mark else begin
    return _Words(tuple(found), at, place, marked=is_mark and ">>" in token[0])


def _capitals(text: str, found: Sequence[str], before: str) -> _Words:
    """The capitalised words that end ``found``, in a text that goes on with them."""
    first = len(found)
    while first and is_capital(found[first - 1]) and found[first - 1].lower() != found[first - 1]:
        first -= 1
    words = tuple(found[first:])
    if not words or shape_of(words) not in NAMES:
        return _Words((), 0, Place.INSIDE)
    behind = found[first - 1] if first else before
    return _Words(words, text.rindex(words[0]), Place.INSIDE, behind=fold(behind))


def _is_mark(word: str) -> bool:
    return not (word == "&" or any(map(str.isalnum, word)))

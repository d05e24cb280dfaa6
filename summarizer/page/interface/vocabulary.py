"""What the words of a video site's interface mean, in every language of one table."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from summarizer.data import rows
from summarizer.page.interface.amounts import fold_amounts
from summarizer.page.interface.dates import is_day


class Mark(StrEnum):
    """What a whole line of the interface says; the values are the marks of interface.tsv."""

    COUNT = "count"
    VIEWS = "views"
    SUBSCRIBERS = "subscribers"
    FOLLOW = "follow"
    BUTTON = "button"
    REPLY = "reply"
    REPLIES = "replies"
    SORT = "sort"
    ADD = "add"
    MORE = "more"
    LESS = "less"
    TRANSLATE = "translate"
    EDITED = "edited"
    BADGE = "badge"
    PINNED = "pinned"
    LIKED = "liked"
    OFF = "off"
    PANEL = "panel"
    CHAPTERS = "chapters"
    CHAPTER = "chapter"
    CHROME = "chrome"
    ABOUT = "about"
    BOX = "box"
    SUMMARY = "summary"
    POSTED = "posted"
    THREAD = "thread"
    ASIDE = "aside"
    ANSWERING = "answering"
    QUOTED = "quoted"
    AGE = "age"
    PLAYED = "played"
    """No words of a page: what follows has a button a line, and so is speech."""


Marks = frozenset[Mark]
NOTHING: Marks = frozenset()
LONGEST_LABEL = 90
"""Characters of the longest line that can be a mark."""

_NOT_WORD = re.compile(r"[\W_]+")
_DATE = re.compile(
    r"(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))"
    r"(?: \d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{4}년 \d{1,2}월 \d{1,2}일|\d{4}年\d{1,2}月\d{1,2}日"
)


def find_marks(line: str) -> Marks:
    """What ``line`` says as a part of the interface: its marks, mostly none."""
    return _look_up(line) if line and len(line) <= LONGEST_LABEL else NOTHING


@lru_cache(maxsize=1 << 14)
def _look_up(line: str) -> Marks:
    key = fold_words(line)
    whole, begins = _table()
    found = whole.get(key, NOTHING)
    for opening, marks in begins.get(key[:2], ()):
        if key.startswith(opening):
            found = found | marks
    is_date = key in _ages() or _DATE.fullmatch(line) or is_day(line)
    return found | {Mark.AGE} if is_date else found


def starts_with(mark: Mark, line: str) -> str | None:
    """What follows in folded ``line`` behind the longest phrase of ``mark``, None without one."""
    key, phrases = fold_words(line), _phrases(mark)
    if not key.startswith(phrases):
        return None
    return next(key[len(one) :] for one in phrases if key.startswith(one))


def is_age(folded: str) -> bool:
    """Whether folded words are an age."""
    return folded in _ages()


def fold_words(line: str) -> str:
    """``line`` as small letters alone, each amount as "0": what two writings have in common."""
    return _NOT_WORD.sub("", fold_amounts(line).casefold())


@lru_cache(maxsize=1)
def field_names() -> dict[str, str]:
    """Folded names of fields as clippers write them ("kanal"), with what each field holds."""
    return {
        fold_words(phrase): field
        for field in ("other", "title", "channel", "address")
        for _, phrases in phrases_of(f"field {field}")
        for phrase in phrases
    }


def phrases_of(mark: str) -> list[tuple[str, list[str]]]:
    """Language and phrases of each row of ``mark``."""
    return [(lang, text.split(" | ")) for lang, name, text in _interface() if name == mark]


@lru_cache(maxsize=len(Mark))
def _phrases(mark: Mark) -> tuple[str, ...]:
    """The folded phrases of ``mark``, longest first."""
    found = (key for key, marks in _table()[0].items() if mark in marks)
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=1)
def _interface() -> list[list[str]]:
    return rows("interface")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Marks], dict[str, list[tuple[str, Marks]]]]:
    """Folded phrases with their marks: the whole ones; those that begin a line, by two letters."""
    whole: dict[str, Marks] = {}
    begins: dict[str, list[tuple[str, Marks]]] = {}
    names = {mark.value for mark in Mark}
    for _, name, phrases in _interface():
        for phrase in phrases.split(" | ") if name in names else ():
            key, mark = fold_words(phrase.replace("#", "0")), frozenset({Mark(name)})
            if phrase.startswith("{"):
                begins.setdefault(key[:2], []).append((key, mark))
            else:
                whole[key] = whole.get(key, NOTHING) | mark
    return whole, begins


@lru_cache(maxsize=1)
def _ages() -> frozenset[str]:
    """Every folded age ("vor0jahren"), also with the mark of an edited comment behind it."""
    edited = {lang: ["", *map(fold_words, phrases)] for lang, phrases in phrases_of("edited")}
    units: dict[str, set[str]] = {}
    for mark in ("unit", "short"):
        for lang, phrases in phrases_of(mark):
            units.setdefault(lang, set()).update(map(fold_words, phrases))
    ages = {"0ago"}
    for lang, phrases in phrases_of("ago"):
        for phrase in phrases:
            before, _, after = (fold_words(p) for p in phrase.replace("#", "0").partition("*"))
            own = {before + unit + after for unit in units[lang]}
            ages.update(age + mark for age in own for mark in edited[lang])
            ages.update(mark + age for age in own for mark in edited[lang])
    for lang, phrases in phrases_of("now"):
        own = {fold_words(phrase) for phrase in phrases}
        ages.update(mark + age for age in own for mark in edited.get(lang, [""]))
    return frozenset(ages)

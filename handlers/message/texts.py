"""What the bot can say: one table a language, in ``languages``."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from sys import intern

from handlers.message.direction import DIRECTION, LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, isolated
from handlers.message.formats import Format
from handlers.message.language_codes import ENGLISH, FOLDER, languages, table_of
from handlers.message.plurals import OTHER, category
from summarizer import english
from summarizer.language_names import language_name

Text = str | Mapping[str, str]
"""A text, or its form for each category of plurals."""

_NON_JOINER = "\u200c"
"""What Persian has between the parts of a word, and not everybody types."""

_EMOJI_SELECTOR = "\ufe0f"

_PLAIN = "texts"
"""The section whose keys stand for themselves; others stand before theirs, with a dot."""


class Texts:
    """Says the texts of a language with their values filled in; numbers are written as it does."""

    def __init__(self, language: str = ENGLISH, folder: Path = FOLDER) -> None:
        self.language = language
        self._file = folder / f"{language}.toml"

    def __call__(self, key: str, /, **values: object) -> str:
        """The text called ``key``; where it has several forms, in that for the number ``n``."""
        text = _table(self._file)[key]
        if not isinstance(text, str):
            number = values.get("n", 0)
            form = category(self.language, number if isinstance(number, int) else 0)
            text = text.get(form) or text[OTHER]
        return text.format(**{name: self._shown(value) for name, value in values.items()})

    def forms(self, key: str) -> tuple[str, ...]:
        """The text called ``key`` in all its forms, its values not filled in."""
        text = _table(self._file)[key]
        return (text,) if isinstance(text, str) else tuple(text.values())

    def typed(self, key: str) -> tuple[str, str]:
        """What people may type for the text called ``key``: it, and what it is in English."""
        return self(key).casefold(), Texts()(key).casefold()

    def is_typed(self, said: str, key: str) -> bool:
        """Whether somebody typed the text called ``key``, blanks and joiners aside."""
        return _run_together(said) in map(_run_together, self.typed(key))

    def command(self, name: str) -> str:
        """A command as it stands in a text: its stroke on the left, whichever way the text runs."""
        return f"{LEFT_TO_RIGHT_MARK if self.mark else ''}/{name}"

    @property
    def format(self) -> Format:
        """How the language writes numbers, days, lists and quotations."""
        return _format(self._file)

    @property
    def mark(self) -> str:
        """What each line of a message begins with: an invisible letter where text runs left."""
        return RIGHT_TO_LEFT_MARK if self.format.right_to_left else ""

    def number(self, number: int, /) -> str:
        """A number as the language writes it."""
        return self.format.number(number)

    def percent(self, share: float, /) -> str:
        """A share from 0 to 1 in percent."""
        return self.format.share(share)

    def day(self, date: float) -> str:
        """The day of a moment in seconds of the epoch."""
        return self.format.day(date)

    def listed(self, parts: Iterable[str]) -> str:
        """The parts in a row."""
        return self.format.listed(parts)

    def name_of(self, code: str, /) -> str:
        """What the language with the ISO 639 code is called; the code itself where it is rare."""
        return _names(self.language).get(code) or language_name(code)

    def _shown(self, value: object) -> object:
        """The value as it stands in a text: from right to left, what is not keeps to itself."""
        if isinstance(value, int):
            return self.number(value)
        if not isinstance(value, str):
            return value
        bare = DIRECTION.sub("", value)
        return isolated(bare) if self.mark and _runs_left_to_right(bare) else bare


def _run_together(text: str) -> str:
    return "".join(text.casefold().replace(_NON_JOINER, " ").split())


def own_names() -> list[tuple[str, str]]:
    """Each language's code with what its speakers call it, in the order of those names."""
    names = [(code, Texts(code).format.name) for code in languages()]
    return sorted(names, key=lambda named: named[1].casefold())


def language_named(said: str, texts: Texts) -> str | None:
    """The code of the language that somebody means; None where none of ours is called so.

    It is named by a code, or as its speakers, English or the language of ``texts`` call it.
    """
    return table_of(said) or _codes_by_name(texts.language).get(letters_of(said))


@lru_cache
def _codes_by_name(reader: str) -> Mapping[str, str]:
    """Each name of our languages -> the code, for who reads the language ``reader``."""
    return {
        letters_of(name): code
        for code, own in own_names()
        for name in (own, own.partition("(")[0], *_called(code, {reader, code, ENGLISH}))
    }


def _called(code: str, readers: Iterable[str]) -> Iterable[str]:
    """What the language of a table is called in others, whatever its country or script."""
    return (Texts(reader).name_of(code.partition("-")[0]) for reader in readers)


def letters_of(text: str) -> str:
    """Letters, their vowel signs, and digits alone, without case and accents."""
    return "".join(filter(_is_letter, unicodedata.normalize("NFKD", text.casefold())))


def _is_letter(char: str) -> bool:
    """Whether it is more than a sign on or between letters, such as the apostrophe of Uzbek."""
    kind = unicodedata.category(char)
    is_vowel_sign = kind in {"Mn", "Mc"} and not unicodedata.combining(char)
    return (char.isalnum() and kind != "Lm") or (is_vowel_sign and char != _EMOJI_SELECTOR)


def _runs_left_to_right(text: str) -> bool:
    """Whether a letter or a digit of the text does (UAX #9)."""
    return any(unicodedata.bidirectional(char) in {"L", "EN"} for char in text)


@lru_cache(maxsize=1)  # what is made of it stays, once each
def _read(file: Path) -> Mapping[str, Mapping[str, Text]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache
def _table(file: Path) -> Mapping[str, Text]:
    """All texts; in English those of the summarizer too, which it has itself."""
    sections = dict(_read(file))
    if file.stem == ENGLISH:
        sections |= english.table()
    return {
        intern(key if name == _PLAIN else f"{name}.{key}"): text
        for name, section in sections.items()
        if name != "format"
        for key, text in section.items()
    }


@lru_cache
def _format(file: Path) -> Format:
    return Format.read(_read(file)["format"])


@lru_cache
def _names(language: str) -> Mapping[str, str]:
    """Code -> name in the language, for those that the bot can recognise."""
    head, *rows = (FOLDER / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    columns = head.split("\t")
    if language not in columns:
        return {}
    at = columns.index(language)
    return {cells[0]: cells[at] for cells in (row.split("\t") for row in rows)}

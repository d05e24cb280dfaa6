"""What Unicode's CLDR (through Babel) says of the languages that the bot replies in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal, format_percent, get_group_symbol

from handlers.message.formats import Format

LANGUAGES = (
    "ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt-br", "ru",
    "tr", "uk", "uz", "vi", "zh-hans",
)  # fmt: skip
LIKELY = {"uz": "uz_Latn", "pt-br": "pt_BR", "zh-hans": "zh_Hans"}
NAMES = {"id": "Bahasa Indonesia", "pt-br": "Português (Brasil)", "zh-hans": "简体中文"}
"""What speakers call their language, where CLDR's word says less."""

FIVE_DIGITS = ("es", "it", "pl")
"""CLDR's minimumGroupingDigits is 2 for these, which Babel does not carry."""

QUOTES = {
    "ar": "”“", "de": "„“", "es": "«»", "fa": "«»", "ja": "「」", "nl": "‘’", "pl": "„”",
    "ru": "«»", "uk": "«»",
}  # fmt: skip
"""CLDR's delimiters, which Babel does not carry; in all others “ and ”, but for French."""

DIGITS = {"arabext": "۰۱۲۳۴۵۶۷۸۹"}
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


def locale(language: str) -> Locale:
    """CLDR's locale for a table."""
    return Locale.parse(LIKELY.get(language, language))


def customs(language: str) -> Format:
    """How the language writes numbers, shares, days, lists and quotations."""
    cldr = locale(language)
    name = NAMES.get(language) or cldr.get_language_name(cldr) or language
    return Format(
        name=name[0].upper() + name[1:],
        group=get_group_symbol(cldr, numbering_system="default"),
        group_from=5 if language in FIVE_DIGITS else 4,
        percent=format_percent(0.45, locale=cldr, numbering_system="default").replace("45", "{n}"),
        list=_list_sign(cldr),
        date=_date(cldr),
        quotes=("«\u00a0", "\u00a0»") if language == "fr" else _pair(QUOTES.get(language, "“”")),
        group_size=2 if format_decimal(10**6, locale=cldr).startswith("10,") else 3,
        digits=DIGITS.get(cldr.default_numbering_system, "0123456789"),
        right_to_left=cldr.text_direction == "rtl",
    )


def _pair(quotes: str) -> tuple[str, str]:
    return quotes[0], quotes[1]


def _list_sign(cldr: Locale) -> str:
    """What stands between the parts of a list; "، " where that is joined with the word for and."""
    sign = cldr.list_patterns["standard"]["middle"].translate(_MARKS)[len("{0}") : -len("{1}")]
    return "، " if sign.strip() == "و" else str(sign)


def _date(cldr: Locale) -> str:
    """The day, the month and the year in figures, for `str.format`."""
    written = format_skeleton("yMd", date(2026, 3, 5), locale=cldr).translate(_MARKS)
    return "".join(_fields(written))


def _fields(written: str) -> Iterator[str]:
    marks = {"2026": "{year}", "3": "{month}", "03": "{month:02}", "5": "{day}", "05": "{day:02}"}
    for digit, part in _runs(written):
        yield marks[part] if digit else part


def _runs(text: str) -> Iterator[tuple[bool, str]]:
    """Runs of digits and of what stands between them."""
    run = ""
    for char in text:
        if run and run[-1].isdecimal() != char.isdecimal():
            yield run[0].isdecimal(), run
            run = ""
        run += char
    yield run[0].isdecimal(), run

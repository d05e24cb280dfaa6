"""Days with the name of their month, as sites write when something was posted."""

from __future__ import annotations

import re

# The month is told by its first letters in a dozen languages.
_MONTHS = (
    "jan|ene|янв|січ|sty|oca|feb|fév|fev|фев|лют|lut|şub|mar|mär|mrt|бер|apr|avr|abr|апр|кві|kwi|nis"
    "|may|mai|maj|máj|mei|mag|мая|май|тра|jun|jui|giu|cze|haz|июн|чер|jul|lug|lip|tem|июл|лип|aug|aoû|ago"
    "|sie|ağu|авг|сер|sep|set|wrz|eyl|сен|вер|oct|okt|out|ott|paź|eki|окт|жов|nov|lis|kas|ноя|dec|dez"
    "|déc|dic|gru|ara|дек|гру"
)
_MONTH, _DAY = rf"(?:{_MONTHS})[^\W\d_]{{0,9}}\.?", r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = re.compile(
    r"(?:[^\W\d_]{2,14}\.?,? )?"
    rf"(?:{_DAY}\.? (?:de |of )?{_MONTH},? (?:de )?\d{{4}}|{_MONTH} {_DAY},? \d{{4}}"
    rf"|\d{{4}}\.? {_MONTH} {_DAY}\.?)"
    r"(?: г\.?| р\.?)?",
    re.IGNORECASE,
)
_OF_THIS_YEAR = re.compile(
    rf"{_DAY}\.? (?:de )?{_MONTH}|{_MONTH} {_DAY}|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}월 \d{{1,2}}일",
    re.IGNORECASE,
)
_LONGEST = 60


def is_day_of_year(text: str) -> bool:
    """Whether ``text`` is a day with its month and year and nothing else: "12 May 2024"."""
    return len(text) <= _LONGEST and _YEAR.fullmatch(text) is not None


def is_day(text: str) -> bool:
    """The same, also for a day of this year: "May 12"."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    return _OF_THIS_YEAR.fullmatch(text) is not None or is_day_of_year(text)

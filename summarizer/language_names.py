"""What each language is called: by people, Snowball and sumy, Punkt, the language model."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from summarizer.data import rows


class _Names(NamedTuple):
    """A row of the table of languages; "" where there is no name."""

    code: str
    english: str
    snowball: str
    punkt: str
    model_codes: str


def language_name(code: str) -> str:
    """The English name of an ISO 639 code; the code itself where it is rare."""
    known = _table().get(code)
    return known.english if known else code


def is_named(code: str) -> bool:
    """Whether ``code`` is a language that people are likely to meet."""
    return code in _table()


def snowball_name(code: str | None) -> str | None:
    """What Snowball's stemmers and sumy's stop words call ``code``; None where they lack it."""
    known = _table().get(code or "")
    return (known and known.snowball) or None


def punkt_name(code: str | None) -> str | None:
    """What Punkt's models call ``code``; None where there is none."""
    known = _table().get(code or "")
    return (known and known.punkt) or None


def usual_code(code: str) -> str:
    """The code that readers and libraries know for ``code`` of fastText's language model."""
    return _usual_codes().get(code, code)


@lru_cache(maxsize=1)
def _table() -> dict[str, _Names]:
    return {
        row[0]: _Names(*("" if cell == "-" else cell for cell in row)) for row in rows("languages")
    }


@lru_cache(maxsize=1)
def _usual_codes() -> dict[str, str]:
    return {other: row.code for row in _table().values() for other in row.model_codes.split()}

"""Begins a table of replies: its format from Unicode's CLDR, its texts in English.

    python -m tools.begin_language CODE > handlers/message/languages/CODE.toml

A text with forms has those of the language.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping

from handlers.message.language_codes import FOLDER
from handlers.message.plurals import categories
from summarizer.english import table
from tools.cldr import customs


def begun(language: str) -> Iterator[str]:
    """The lines of the table."""
    yield "[format]"
    yield from _format(language)
    yield ""
    yield from _own(language)
    for section, texts in table().items():
        yield from ("", f"[{section}]")
        yield from (_row(key, text, language) for key, text in texts.items())


def _format(language: str) -> Iterator[str]:
    form = customs(language)
    for field in ("name", "group", "group_from", "percent", "list", "date"):
        yield f"{field.replace('_', '-')} = {_string(getattr(form, field))}"
    yield f"quotes = {_string(list(form.quotes))}"
    if form.group_size != 3:
        yield f"group-size = {form.group_size}"
    if form.digits != "0123456789":
        yield f'digits = "{form.digits}"'
    if form.right_to_left:
        yield "right-to-left = true"


def _own(language: str) -> Iterator[str]:
    """The texts of English, with their headings, each on one line."""
    source = (FOLDER / "en.toml").read_text(encoding="utf-8")
    sections = tomllib.loads(source)
    section = ""
    for line in source[source.index("[texts]") :].splitlines():
        key, is_row, _ = line.partition(" = ")
        if line.startswith("["):
            section = line.strip("[]")
        if line.startswith(("[", "#")) or not line:
            yield line
        elif is_row and (text := sections[section].get(key.strip('"'))):
            yield _row(key.strip('"'), text, language)


def _row(key: str, text: str | Mapping[str, str], language: str) -> str:
    name = key if key.replace("-", "").isalnum() else _string(key)
    if isinstance(text, str):
        return f"{name} = {_string(text)}"
    forms = (f"{form} = {_string(text['other'])}" for form in categories(language))
    return f"{name} = {{ {', '.join(forms)} }}"


def _string(value: object) -> str:
    """As TOML; JSON's strings are TOML's too."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    print("\n".join(begun(sys.argv[1])))

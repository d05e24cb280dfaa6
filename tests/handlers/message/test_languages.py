"""The tables of replies: whole in each language, their forms and values right, none too long."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from string import Formatter
from typing import get_args

import pytest
from wcwidth import wcswidth

from handlers.answers import COMMANDS
from handlers.message.html import MESSAGE_UNITS
from handlers.message.language_codes import ENGLISH, FOLDER, languages, nearest
from handlers.message.plurals import categories, category
from handlers.message.texts import Text, Texts, language_named
from summarizer import english
from summarizer.data import rows
from summarizer.model import LinkWarning
from tools.make_language_names import TABLE, table

TRANSLATED = [one for one in languages() if one != ENGLISH]

PAIRED = ("shorter", "longer", "comments", "links", "description", "chart", "export", "md", "json",
          "srt", "vtt", "newer", "older")  # fmt: skip
CELLS_OF_HALF, CELLS_OF_WHOLE = 20, 40
"""Cells that a phone 360 points wide shows of a button: two in a row, one in a row."""

ALERT = 200
"""Characters of a note to who presses (Bot API, answerCallbackQuery)."""
ALERTS = (
    "press-unknown", "press-forgotten", "press-others", "press-others-list", "press-drawing",
    "press-chart-again", "quota", "private-bot", "settings-others", "settings-failed",
    "press-elsewhere", "fetching",
)  # fmt: skip
COMMAND = 256
ABOUT, DESCRIPTION = 120, 512
"""Characters of a command's description (Bot API, BotCommand)."""
LONGER, ROOM = 2, 24
"""A translation has at most so many times the characters of English, and so many besides."""


def read(language: str) -> dict[str, dict[str, Text]]:
    sections = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    if language == ENGLISH:
        sections |= english.table()
    del sections["format"]
    return sections


def texts_of(language: str) -> dict[tuple[str, str], Text]:
    return {
        (name, key): text
        for name, section in read(language).items()
        for key, text in section.items()
    }


def forms(text: Text) -> Mapping[str, str]:
    return text if isinstance(text, Mapping) else {"": text}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def of_one_number(language: str) -> set[str]:
    """The categories that stand for one number, which need not be written then."""
    found = [category(language, number) for number in range(1001)]
    return {name for name in categories(language) if found.count(name) == 1}


ENGLISH_TEXTS = texts_of(ENGLISH)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_table_has_the_keys_of_english_in_its_order(language: str) -> None:
    missing, spare = (
        ENGLISH_TEXTS.keys() - texts_of(language),
        texts_of(language).keys() - ENGLISH_TEXTS.keys(),
    )
    assert (sorted(missing), sorted(spare)) == ([], [])


@pytest.mark.parametrize("language", languages())
def test_what_is_counted_has_a_form_for_each_category_of_the_language(language: str) -> None:
    wrong = [
        key
        for key, text in texts_of(language).items()
        if (isinstance(ENGLISH_TEXTS[key], Mapping) and not isinstance(text, Mapping))
        or (isinstance(text, Mapping) and [*text] != [*categories(language)])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_a_text_has_the_values_that_english_has(language: str) -> None:
    silent, wrong = of_one_number(language), []
    for key, text in texts_of(language).items():
        needed = fields([*forms(ENGLISH_TEXTS[key]).values()][-1])
        for form, said in forms(text).items():
            absent = needed - fields(said)
            if fields(said) - needed or absent - ({"n"} if form in silent else set()):
                wrong.append((key, form))
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_no_text_is_too_long_for_its_place(language: str) -> None:
    texts = Texts(language)
    assert [key for key in PAIRED if wcswidth(texts(f"button-{key}")) > CELLS_OF_HALF] == []
    whole = ("example", "back", "more")
    assert [key for key in whole if wcswidth(texts(f"button-{key}")) > CELLS_OF_WHOLE] == []
    assert len(texts("about")) <= ABOUT
    assert len(texts("start").partition("\n")[0]) <= DESCRIPTION
    said = {key: texts(key, n=60, id="-1001234567890", setting="ALLOWED_CHATS") for key in ALERTS}
    assert [key for key, text in said.items() if len(text) > ALERT] == []
    assert [c.name for c in COMMANDS if len(texts(f"commands.{c.name}")) > COMMAND] == []


@pytest.mark.parametrize("language", languages())
def test_help_with_all_commands_is_one_message(language: str) -> None:
    texts = Texts(language)
    lines = [f"/{command.name} - {texts(f'commands.{command.name}')}\n" for command in COMMANDS]
    assert len("".join([texts("help"), *lines]).encode("utf-16-le")) // 2 < MESSAGE_UNITS - ROOM


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_much_longer_than_in_english(language: str) -> None:
    longest = {key: max(map(len, forms(text).values())) for key, text in ENGLISH_TEXTS.items()}
    long = [
        key
        for key, text in texts_of(language).items()
        if key[1] not in {"question-words", "thanks-words"}
        and max(map(len, forms(text).values())) > LONGER * longest[key] + ROOM
    ]
    assert long == []


@pytest.mark.parametrize("language", languages())
def test_no_line_begins_or_ends_with_a_blank_that_english_has_not(language: str) -> None:
    def blanks(text: str) -> tuple[bool, bool, int]:
        return text.startswith(" "), text.endswith(" "), text.count("\n")

    wrong = [
        (key, form)
        for key, text in texts_of(language).items()
        for form, said in forms(text).items()
        if blanks(said) != blanks([*forms(ENGLISH_TEXTS[key]).values()][-1])
    ]
    assert wrong == []


def test_each_command_and_each_warning_has_its_words() -> None:
    english_table = read(ENGLISH)
    assert {c.name for c in COMMANDS} <= {*english_table["commands"]}
    assert {*get_args(LinkWarning)} == {*english_table["warnings"]}


def test_the_names_of_languages_are_those_that_the_bot_can_recognise() -> None:
    assert TABLE.read_text(encoding="utf-8") == table()
    named = {code for code, *_ in rows("languages")}
    assert {code: Texts("de").name_of(code) for code in ("en", "ar", "und")} == {
        "en": "Englisch", "ar": "Arabisch", "und": "unbekannt",
    }  # fmt: skip
    assert all(Texts(one).name_of(code) for one in languages() for code in named)
    assert (Texts("de").name_of("qq"), Texts("en").name_of("de")) == ("qq", "German")


CODES = [
    (None, "en"), ("", "en"), ("en-x-fun", "en"), ("de-AT", "de"), ("DE_ch", "de"), ("-", "en"),
    ("x-klingon", "en"), ("deu", "en"), ("qq", "en"), ("pt", "pt-br"), ("pt-PT", "pt-br"),
    ("zh", "zh-hans"), ("zh-hans-tw", "zh-hans"), ("zh-Hant-TW", "zh-hans"), ("uz-Cyrl", "uz"),
    ("in", "id"), ("fa-AF", "fa"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "language"), [c for c in CODES if c[1] in languages()])
def test_any_code_means_a_language_that_there_is(code: str | None, language: str) -> None:
    assert nearest(code) == language


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "1 of 1 link", "0 of 2 links"),
        ("de", "1 von 1 Link", "0 von 2 Links"),
        ("es", "1 de 1 enlace", "0 de 2 enlaces"),
        ("fr", "1 lien sur 1", "0 des 2 liens"),
        ("nl", "1 van 1 link", "0 van 2 links"),
    ],
)
def test_the_footer_has_the_singular_of_what_there_is_one_of(
    language: str, one: str, several: str
) -> None:
    texts = Texts(language)
    assert texts("read-links", shown=1, n=1) == one
    assert texts("read-links", shown=0, n=2) == several


@pytest.mark.parametrize("code", languages())
def test_a_language_is_named_by_its_code_or_as_its_speakers_english_or_the_reader_call_it(
    code: str,
) -> None:
    own = Texts(code).format.name
    names = (code, own, own.upper(), f" {own}. ", Texts().name_of(code.partition("-")[0]))
    for reader in languages():
        there = Texts(reader).name_of(code.partition("-")[0])
        assert {language_named(name, Texts(reader)) for name in (*names, there)} == {code}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("francais", "fr"),
        ("espanol", "es"),
        ("pt", "pt-br"),
        ("pt_PT", "pt-br"),
        ("português", "pt-br"),
        ("zh-CN", "zh-hans"),
        ("中文", "zh-hans"),
        ("O'zbek", "uz"),
        ("Klingon", None),
        ("xx", None),
        ("?", None),
        ("", None),
    ],
)
def test_a_language_is_named_without_accents_or_its_country_too(
    said: str, code: str | None
) -> None:
    assert language_named(said, Texts()) == code

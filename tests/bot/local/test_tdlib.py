"""TDLib, Telegram's own library, judges the HTML parser and how entities fit together."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest

from bot.local.errors import BotApiError
from bot.local.text.entities import Entity
from bot.local.text.html import parse_html
from bot.local.text.nesting import fit_together
from tests.tdlib import execute

CASES = 3000
TYPES = {
    "Bold": "bold",
    "BlockQuote": "blockquote",
    "BotCommand": "bot_command",
    "Cashtag": "cashtag",
    "Code": "code",
    "CustomEmoji": "custom_emoji",
    "EmailAddress": "email",
    "ExpandableBlockQuote": "expandable_blockquote",
    "Hashtag": "hashtag",
    "Italic": "italic",
    "Mention": "mention",
    "MentionName": "text_mention",
    "Pre": "pre",
    "PreCode": "pre",
    "Spoiler": "spoiler",
    "Strikethrough": "strikethrough",
    "TextUrl": "text_link",
    "Underline": "underline",
    "Url": "url",
}
PIECES = """
<b> </b> <i> </i> <strong> </strong> <u> </u> <ins> </ins> <s> </s> <del> </del> <tg-spoiler>
</tg-spoiler> <a> </a> <a_href=' '> <a_href="https://e.org/?a=1&amp;b=2"> <a_href=q.org> <a_href=
<code> </code> <pre> </pre> <code_class="language-c"> <blockquote> <blockquote_expandable>
</blockquote> </> <span_class="tg-spoiler"> </span> <span> <tg-emoji_emoji-id='5'> </tg-emoji>
<B <foo> < </ / > = ' " class= <b_x=1_> <i_y> &lt; &amp; &#65; &#x1f600; &quot &foo; & &#55357;
&#99999999999; x.com http:// tg://user?id=7 é 😀 a b @user #tag
"""
TAGS = """
b i u s em del tg-spoiler code pre blockquote blockquote_expandable a a_href='http://e.org'
code_class='language-c' span_class='tg-spoiler'
"""
ADDRESSES = """
http:// https:// HTTP:// ftp:// tg: tg:// TG:// ton: ton:// user?id=42 user?id=x resolve?domain=a
e.org Ex.Org localhost x. .x . .. пример.рф [::1] [::g] [1] user@ u:p@ @ < %41 %4 :80 :0 :99999 :
/a/b /é ? ?q=1 # #f & " ' ( ) _ - ~ 127.0.0.1
"""
MARKS = (
    "bold", "italic", "underline", "spoiler", "code", "pre", "text_link", "blockquote",
    "expandable_blockquote",
)  # fmt: skip
BLANKS = [" ", "\n", "\u00a0", "\t"]


def tdlib(kind: str, **request: object) -> dict[str, Any]:
    return execute(**{"@type": kind}, **request)


def tdlib_entities(found: list[Any]) -> list[tuple[Any, ...]]:
    rows = []
    for entity in found:
        kind = entity["type"]["@type"].removeprefix("textEntityType")
        extra = [v for k, v in entity["type"].items() if k != "@type"]
        if kind in TYPES:
            rows.append((entity["offset"], entity["length"], TYPES[kind], *extra))
    return rows


def own_entities(found: list[Any]) -> list[tuple[Any, ...]]:
    rows = []
    for entity in found:
        place = ("offset", "length", "type")
        extra = [v["id"] if k == "user" else v for k, v in entity.items() if k not in place]
        rows.append((*(entity[k] for k in place), *extra))
    return rows


def random_soup(rng: random.Random) -> str:
    pieces = [piece.replace("_", " ") for piece in PIECES.split()] + BLANKS[:2]
    return "".join(rng.choices(pieces, k=rng.randint(1, 8)))


def random_tree(rng: random.Random, depth: int = 4) -> str:
    if depth == 0 or rng.random() < 0.3:
        return rng.choice(["a", "é ", "😀", "&lt;", "x.com", " ", "\n", "@user"])
    tag = rng.choice(TAGS.split()).replace("_", " ")
    inner = random_tree(rng, depth - 1) + random_tree(rng, depth - 1)
    after = random_tree(rng, depth - 1) if rng.random() < 0.5 else ""
    return f"<{tag}>{inner}</{tag.split()[0]}>{after}"


def html_cases() -> Iterator[str]:
    rng = random.Random(8)  # noqa: S311 - seeded, for the same cases each time
    for _ in range(CASES):
        yield random_soup(rng)
        yield random_tree(rng)


def own_verdict(html: str) -> tuple[object, ...]:
    try:
        text, entities = parse_html(html)
    except BotApiError as refusal:
        return (refusal.description,)
    return text, own_entities(entities)


def tdlib_verdict(html: str) -> tuple[object, ...]:
    mode = {"@type": "textParseModeHTML"}
    judged = tdlib("parseTextEntities", text=html, parse_mode=mode)
    if judged["@type"] == "error":
        return (f"Bad Request: c{judged['message'][1:]}",)
    return judged["text"], tdlib_entities(judged["entities"])


@pytest.mark.no_cover
def test_html_is_read_as_tdlib_reads_it() -> None:
    accepted = 0
    for html in html_cases():
        verdict = own_verdict(html)
        assert verdict == tdlib_verdict(html), html
        accepted += len(verdict) == 2
    assert accepted > CASES


def test_addresses_are_accepted_and_written_as_tdlib_does() -> None:
    rng = random.Random(10)  # noqa: S311 - as above
    linked = 0
    for _ in range(CASES):
        address = "".join(rng.choices([*ADDRESSES.split(), *BLANKS], k=rng.randint(1, 5)))
        html = f"<a href='{address.replace(chr(39), '&#39;')}'>x</a>"
        verdict = own_verdict(html)
        assert verdict == tdlib_verdict(html), html
        linked += len(verdict[1:]) == 1 and verdict[1] != []
    assert linked > CASES / 10


def random_marks(rng: random.Random, size: int) -> list[Entity]:
    marks = []
    for _ in range(rng.randint(1, 5)):
        offset, kind = rng.randrange(size), rng.choice(MARKS)
        link = {"url": "http://a.b/"} if kind == "text_link" else {}
        length = rng.randint(1, size - offset)
        marks.append({"type": kind, "offset": offset, "length": length, **link})
    return marks


def tdlib_marks(text: str, marks: list[Entity]) -> list[tuple[Any, ...]]:
    kinds = {own: kind for kind, own in TYPES.items() if kind != "PreCode"}
    sent = []
    for mark in marks:
        link = {"url": mark["url"]} if "url" in mark else {}
        kind = {"@type": f"textEntityType{kinds[mark['type']]}", **link}
        sent.append({"offset": mark["offset"], "length": mark["length"], "type": kind})
    formatted = {"@type": "formattedText", "text": text, "entities": sent}
    return tdlib_entities(tdlib("parseMarkdown", text=formatted)["entities"])


def by_unit(rows: list[tuple[Any, ...]]) -> list[tuple[int, str]]:
    """Which marks each unit bears; where a style is cut in two shows nobody."""
    return sorted((at, kind) for start, size, kind, *_ in rows for at in range(start, start + size))


@pytest.mark.no_cover
def test_marks_are_fitted_together_as_tdlib_fits_them() -> None:
    rng = random.Random(11)  # noqa: S311 - as above
    for _ in range(CASES):
        text = "abcdefghij"[: rng.randint(3, 10)]
        marks = random_marks(rng, len(text))
        fitted = own_entities(fit_together(marks))
        assert by_unit(fitted) == by_unit(tdlib_marks(text, marks)), marks


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", [".", "@", "a.", "#", "a@", "/", "(", "://", "a.b@", "&#", "<b>"])
def test_long_runs_of_one_piece_take_no_quadratic_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    own_verdict(text)
    assert time.process_time() - start < 20, "linear takes under a second, quadratic minutes"

"""Rich messages as the Bot API sends them, made plain."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from handlers.paste.rich import HiddenLink, flatten

ARTICLE = {
    "blocks": [
        {"type": "heading", "size": 1, "text": "How bread rises"},
        {"type": "paragraph", "text": ["By ", {"type": "bold", "text": "Ann"}, " in May"]},
        {"type": "divider"},
        {
            "type": "list",
            "items": [
                {"label": "1.", "blocks": [{"type": "paragraph", "text": "flour"}]},
                {"label": "2.", "blocks": [{"type": "paragraph", "text": "water"}]},
            ],
        },
        {
            "type": "details",
            "summary": "More",
            "is_open": True,
            "blocks": [{"type": "pre", "language": "text", "text": "a\nb"}],
        },
        {
            "type": "table",
            "cells": [
                [{"text": "0:00", "is_header": True, "align": "left"}, {"text": "Hello"}],
                [{"text": "0:05"}, {"text": {"type": "italic", "text": "Welcome"}}],
            ],
            "caption": "The times",
        },
        {
            "type": "photo",
            "photo": [{"file_id": "AgAC", "file_unique_id": "u", "width": 9, "height": 9}],
            "caption": {"text": "A loaf", "credit": "Bob"},
        },
        {"type": "blockquote", "blocks": [{"type": "paragraph", "text": "Yes"}], "credit": "Cora"},
        {"type": "mathematical_expression", "expression": "a^2"},
        {"type": "anchor", "name": "end"},
    ],
    "is_rtl": False,
}


def test_each_block_is_a_line_in_the_order_it_is_shown() -> None:
    assert flatten(ARTICLE).text.split("\n") == [
        "How bread rises",
        "By Ann in May",
        "1. flour",
        "2. water",
        "More",
        "a",
        "b",
        "0:00 Hello",
        "0:05 Welcome",
        "The times",
        "A loaf",
        "Bob",
        "Yes",
        "Cora",
        "a^2",
    ]


def test_addresses_behind_words_keep_their_place() -> None:
    linked = {
        "type": "paragraph",
        "text": ["😀 see ", {"type": "url", "text": ["the ", "mill"], "url": "https://mill.org"}],
    }
    text, links = flatten({"blocks": [linked]})
    assert text == "😀 see the mill"
    assert links == (HiddenLink(6, 8, "https://mill.org"),)
    assert text[6 : 6 + 8] == "the mill"


def test_emoji_and_formulas_give_their_words() -> None:
    emoji = {"type": "custom_emoji", "custom_emoji_id": "5", "alternative_text": "🍞"}
    formula = {"type": "mathematical_expression", "expression": "x+1"}
    assert flatten({"blocks": [{"type": "paragraph", "text": [emoji, formula]}]}).text == "🍞x+1"


def test_an_unknown_block_gives_the_words_it_holds() -> None:
    new = {"type": "timeline", "events": [{"title": "1900", "body": {"text": "a mill is built"}}]}
    assert flatten({"blocks": [new]}).text == "1900\na mill is built"


def test_an_empty_message_is_empty() -> None:
    assert flatten({"blocks": []}).text == ""
    assert flatten({}).text == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "text", "blocks", "cells", "items", "label", "url", "new"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["blocks", "text", "cells"]), JSON))
def test_no_message_is_too_odd(message: dict[str, object]) -> None:
    text, links = flatten(json.loads(json.dumps(message)))
    assert all(link.offset >= 0 and link.offset + link.length <= len(text) for link in links)


def test_a_message_nested_without_end_stays_shallow() -> None:
    block: dict[str, object] = {"text": "deep"}
    for _ in range(500):
        block = {"blocks": [block]}
    assert flatten(block).text == ""

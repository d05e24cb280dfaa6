"""TDLib judges which of a page's words are set as code: those that would come alive, no others."""

from __future__ import annotations

from hypothesis import example, given, settings

from handlers.message import block, quoted, write
from tests import tdlib
from tests.handlers.entities.texts import TEXTS


@settings(max_examples=500)
@given(TEXTS)
@example("很好。谢谢")
@example("そうです。また 見ます．ね")
@example("see example.com。谢谢")
@example("(@somebody), #tag!")
def test_what_telegram_would_make_an_entity_is_code_and_nothing_else(text: str) -> None:
    html = write(block([(quoted(text),)]))
    shown, entities = tdlib.parse(html.markup)
    code = [(e.begin, e.end) for e in entities]
    assert code == [(e.begin, e.end) for e in tdlib.found_by_itself(shown)]
    assert {e.kind for e in entities} <= {"textEntityTypeCode"}

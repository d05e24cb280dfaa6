"""The text of a message on its way in: parsed, trimmed, linked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.local.errors import bad_request
from bot.local.text.entities import Entity, entity_order, units
from bot.local.text.html import parse_html
from bot.local.text.nesting import fit_together, moved, without
from handlers.entities import find_entities

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")


def formatted_text(text: str, mode: str, marks: Iterable[Entity] = ()) -> tuple[str, list[Entity]]:
    """Text and entities as Telegram keeps them; ``mode`` is a parse_mode or "" for ``marks``."""
    text = _CONTROL.sub(" ", text.replace("\r", ""))
    if mode.lower() == "html":
        text, marks = parse_html(text)
    elif mode:
        raise bad_request("unsupported parse_mode")
    shown = text.strip()
    before = units(text[: len(text) - len(text.lstrip())])
    entities = fit_together(moved(marks, before, units(shown)))
    linked = without(_found_in(shown), entities)
    return shown, sorted([*entities, *linked], key=entity_order)


def _found_in(text: str) -> list[Entity]:
    """What nobody marked; the Bot API has no name for the number of a bank card."""
    return [
        {
            "type": found.kind,
            "offset": units(text[: found.start]),
            "length": units(text[found.start : found.end]),
        }
        for found in find_entities(text)
        if found.kind != "bank_card"
    ]

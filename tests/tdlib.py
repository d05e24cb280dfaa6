"""TDLib's own parser as judge of our HTML: what Telegram makes of it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

tdjson = pytest.importorskip("tdjson", reason="TDLib comes for no machine of this kind")


class Entity(NamedTuple):
    """A stretch of UTF-16 units and what it is."""

    begin: int
    end: int
    kind: str


def execute(**request: object) -> dict[str, Any]:
    """TDLib's answer to a request that needs no network."""
    answer = tdjson.td_execute(json.dumps(request).encode())
    found: dict[str, Any] = json.loads(answer or b"{}")
    return found


execute(**{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def parse(html: str) -> tuple[str, list[Entity]]:
    """The text and the entities of a message; ValueError with Telegram's words if refused."""
    mode = {"@type": "textParseModeHTML"}
    answer = execute(**{"@type": "parseTextEntities", "text": html, "parse_mode": mode})
    if answer["@type"] == "error":
        raise ValueError(answer["message"])
    return answer["text"], _entities(answer)


def found_by_itself(text: str) -> list[Entity]:
    """What Telegram would make a link or a ping of without being asked."""
    answer = execute(**{"@type": "getTextEntities", "text": text})
    return [e for e in _entities(answer) if e.kind != "textEntityTypeMediaTimestamp"]


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def _entities(answer: dict[str, Any]) -> list[Entity]:
    return [
        Entity(e["offset"], e["offset"] + e["length"], e["type"]["@type"])
        for e in answer["entities"]
    ]

"""What the bookmark is made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.capture import PAGE
from tools.make_capture import SCRIPTS, page

TALKS = (
    "fetch",
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "EventSource",
    "postMessage",
    "import(",
)
KEEPS = ("cookie", "localStorage", "sessionStorage", "indexedDB")
FORBIDDEN = ("eval", "Function", "innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write")


def test_the_page_is_made_of_the_scripts_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tools.make_capture"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_has_nothing_that_could_send_keep_or_run_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    assert [word for word in (*TALKS, *KEEPS, *FORBIDDEN) if word in code] == []

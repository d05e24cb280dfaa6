"""Make bot/capture/capture.html: the page with the bookmark's one-line ``javascript:`` address.

    python -m tools.make_capture

Words stay marks, ``{capture-stop}`` on the page and ``%7Bcapture-stop%7D`` in the address; they are
filled in when the page is sent, from the table of texts.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.capture import PAGE

SCRIPTS = tuple(PAGE.with_name(f"{name}.js") for name in ("layout", "box", "copy", "capture"))
"""In this order they are one script."""

TEMPLATE = PAGE.with_name("page.html")

_COMMENT = re.compile(r"^\s*//.*\n|^\s+", re.MULTILINE)
_SAFE = "!()*,-./:;=?@_~[]+$|^"
"""What neither the address nor the attribute that holds it gives another meaning."""


def page() -> str:
    """The whole page."""
    template = TEMPLATE.read_text(encoding="utf-8")
    return template.replace("{address}", address())


def address() -> str:
    """The script as an address, without its comments, which stand on lines of their own."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    code = _COMMENT.sub("", source).strip()
    return "javascript:" + quote(f'(async () => {{\n"use strict";\n{code}\n}})();', safe=_SAFE)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.name}: {PAGE.stat().st_size:,} bytes")
